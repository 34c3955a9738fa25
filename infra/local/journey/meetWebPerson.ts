import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import WebSocket from 'ws';
import type { Reply } from '../../../shared/contracts/reply.ts';
import type { Said } from '../../../shared/contracts/turn.ts';
import {
  messagesAnswerSchema,
  photoAnswerSchema,
  sessionAnswerSchema,
} from '../../../shared/contracts/web.ts';
import type { Sent } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import type { Person } from './Person.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
};
const PAGE = 100;
/** What this page calls itself: its own messages are answered, not pushed. */
const PAGE_NAME = 'journey';

/** Calls a door of the web channel. Throws with what the door says when it refuses. */
const caller =
  (url: string, token: string | undefined) => async (method: string, path: string, body?: unknown) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path.split('?')[0]} answered ${response.status}: ${text}`);
    return JSON.parse(text) as unknown;
  };
type Call = ReturnType<typeof caller>;

/** Uploads as the page does: asks for an address, posts the form there, and has a key. */
const upload = async (call: Call, file: string): Promise<string> => {
  const bytes = await readFile(file);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const { key, url, fields } = photoAnswerSchema.parse(
    await call('POST', '/web/photos', { size: bytes.length, type }),
  );
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type }), basename(file));
  const response = await fetch(url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`the upload was answered ${response.status}: ${await response.text()}`);
  return key;
};

const saidOf = async (call: Call, sent: Sent): Promise<Said> => {
  switch (sent.kind) {
    case 'photo':
      return { kind: 'photo', key: await upload(call, sent.file) };
    default:
      return sent;
  }
};

/** The socket only says that something is there; what it is comes by the fetch, as on the page. */
const listen = async (socketUrl: string, token: string) => {
  const socket = new WebSocket(`${socketUrl}?token=${encodeURIComponent(token)}&page=${PAGE_NAME}`);
  let told: (() => void) | undefined;
  let pushed = false;
  const tell = (): void => {
    pushed = true;
    told?.();
  };
  socket.on('message', tell);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', (cause) => reject(new Error('the WebSocket was refused', { cause })));
  });
  socket.on('error', () => socket.terminate());
  const arrival = async (ms: number): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      told = resolve;
      timer = setTimeout(resolve, ms);
      if (pushed) resolve();
    });
    clearTimeout(timer);
    pushed = false;
  };
  const close = () =>
    new Promise<void>((resolve) => {
      // The clock may have been moved past the two hours a connection lives.
      if (socket.readyState === WebSocket.CLOSED) resolve();
      socket.once('close', () => resolve());
      socket.terminate();
    });
  return { arrival, tell, close };
};

/** A person with the web page open. `conversation`: a staff member's; absent: a new resident. */
export const meetWebPerson = async (
  cloud: JourneyCloud,
  conversation: string | undefined,
): Promise<Person> => {
  const token = conversation
    ? await cloud.token(conversation)
    : sessionAnswerSchema.parse(await caller(cloud.url, undefined)('POST', '/web/sessions', {})).token;
  const call = caller(cloud.url, token);
  const { arrival, tell, close } = await listen(cloud.socketUrl, token);
  const heard: Reply[] = [];
  let after = 0;

  const fetchNew = async (): Promise<readonly Reply[]> => {
    for (;;) {
      const answer = await call('GET', `/web/messages?after=${after}&limit=${PAGE}`);
      const { messages, next } = messagesAnswerSchema.parse(answer);
      for (const message of messages) if ('reply' in message) heard.push(message.reply);
      if (next === after) return heard;
      after = next;
    }
  };

  const say = async (said: Said, id: string): Promise<void> => {
    await call('POST', '/web/turns', { id, said, page: PAGE_NAME, upTo: after });
    tell();
  };

  return {
    send: async (sent, id) => say(await saidOf(call, sent), id),
    press: async (choice, id) => {
      const shown = (await fetchNew()).findLast((reply) => reply.choices?.includes(choice));
      if (!shown) throw new Error(`no message offered the choice "${choice}"`);
      // A menu of the running dialog has no card: its buttons say their label.
      const said: Said = shown.card
        ? { kind: 'press', card: shown.card, choice }
        : { kind: 'text', text: choice };
      await say(said, id);
    },
    heard: fetchNew,
    arrival,
    leave: close,
  };
};
