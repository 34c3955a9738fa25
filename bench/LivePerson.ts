import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import WebSocket from 'ws';
import { renderPlain } from '../bots/engine/renderPlain.ts';
import {
  photoAnswerSchema,
  sessionAnswerSchema,
  socketFrameSchema,
  turnAnswerSchema,
  type WireMessage,
} from '../shared/contracts/web.ts';

interface Place {
  readonly url: string;
  readonly socketUrl: string;
  readonly token: (conversation: string) => Promise<string>;
}

interface Who {
  readonly conversation: string;
  readonly token: string;
  /** What this page calls itself. */
  readonly page: string;
}

interface Arrived {
  readonly text: string;
  /** performance.now() */
  readonly at: number;
}

/** Somebody with the web page open, who lives by what is answered and pushed and never fetches, as a page does while nothing is lost. */
export class LivePerson {
  readonly conversation: string;
  readonly #url: string;
  readonly #token: string;
  readonly #page: string;
  readonly #socket: WebSocket;
  readonly #arrived: Arrived[] = [];
  #read = 0;
  #wake: () => void = () => undefined;

  private constructor(url: string, who: Who, socket: WebSocket) {
    this.#url = url;
    this.conversation = who.conversation;
    this.#token = who.token;
    this.#page = who.page;
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(socketFrameSchema.parse(JSON.parse(String(data))).messages));
  }

  static async meet(place: Place, staff?: string): Promise<LivePerson> {
    const who =
      staff === undefined
        ? sessionAnswerSchema.parse(await post(place.url, '/web/sessions', undefined, {}))
        : { conversation: staff, token: await place.token(staff) };
    const page = randomUUID();
    const socket = new WebSocket(`${place.socketUrl}?token=${who.token}&page=${page}`);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new LivePerson(place.url, { ...who, page }, socket);
  }

  /** Answers when it was sent. */
  async say(text: string): Promise<number> {
    return this.#send({ kind: 'text', text });
  }

  async tap(lng: number, lat: number, name: string): Promise<number> {
    return this.#send({ kind: 'place', lng, lat, name });
  }

  async show(file: string): Promise<number> {
    const bytes = readFileSync(file);
    const request = { size: bytes.length, type: 'image/jpeg' };
    const { key, url, fields } = photoAnswerSchema.parse(
      await post(this.#url, '/web/photos', this.#token, request),
    );
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }));
    const uploaded = await fetch(url, { method: 'POST', body: form });
    if (!uploaded.ok) throw new Error(`upload: ${uploaded.status} ${await uploaded.text()}`);
    return this.#send({ kind: 'photo', key });
  }

  /** The next message that fits, passing over others; when it arrived. */
  async hear(pattern: RegExp, patience = 30_000): Promise<Arrived & { readonly match: RegExpExecArray }> {
    const until = performance.now() + patience;
    for (;;) {
      for (; this.#read < this.#arrived.length; this.#read++) {
        const arrived = this.#arrived[this.#read];
        const match = arrived && pattern.exec(arrived.text);
        if (!match) continue;
        this.#read++;
        return { ...arrived, match };
      }
      if (performance.now() > until)
        throw new Error(
          `${this.conversation} did not hear ${pattern}; heard ${JSON.stringify(this.#arrived)}`,
        );
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }

  leave(): void {
    this.#socket.terminate();
  }

  #hear(messages: readonly WireMessage[]): void {
    for (const message of messages)
      if ('reply' in message) this.#arrived.push({ text: renderPlain(message.reply), at: performance.now() });
    this.#wake();
  }

  async #send(said: object): Promise<number> {
    const sent = performance.now();
    const turn = { id: randomUUID(), said, page: this.#page };
    const answer = await post(this.#url, '/web/turns', this.#token, turn);
    this.#hear(turnAnswerSchema.parse(answer).messages ?? []);
    return sent;
  }
}

const post = async (
  url: string,
  path: string,
  token: string | undefined,
  body: unknown,
): Promise<unknown> => {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
};
