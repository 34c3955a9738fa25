import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { renderPlain } from '../../../bots/engine/renderPlain.ts';
import {
  messagesAnswerSchema,
  photoAnswerSchema,
  sessionAnswerSchema,
  turnAnswerSchema,
} from '../../../shared/contracts/web.ts';

interface Place {
  readonly url: string;
  readonly socketUrl: string;
  readonly token: (conversation: string) => Promise<string>;
}

/** A failed turn comes back after its queue's visibility timeout, a minute: once, and perhaps once more. */
const PATIENCE = 150_000;

/** Somebody with the page open in bad times: sends again what was not acknowledged, and fetches whatever no push brings. */
export class PatientPerson {
  readonly conversation: string;
  /** Ids the door took. */
  readonly acknowledged: string[] = [];
  readonly #place: Place;
  readonly #token: string;
  readonly #heard: string[] = [];
  readonly #consumed = new Set<number>();
  #fetching: Promise<void> | undefined;
  #after = 0;
  #count = 0;
  /** What was put off last, so that nothing overtakes it. */
  #behind: { readonly after?: string } = {};
  #socket: WebSocket | undefined;
  #wake: () => void = () => undefined;

  private constructor(place: Place, conversation: string, token: string) {
    this.#place = place;
    this.conversation = conversation;
    this.#token = token;
  }

  static async meet(place: Place, staff?: string): Promise<PatientPerson> {
    const who =
      staff === undefined
        ? sessionAnswerSchema.parse(await patiently(place.url, 'POST', '/web/sessions', { body: {} }))
        : { conversation: staff, token: await place.token(staff) };
    const person = new PatientPerson(place, who.conversation, who.token);
    person.#listen();
    return person;
  }

  say(text: string): Promise<void> {
    return this.#send({ kind: 'text', text });
  }

  async show(file: string): Promise<void> {
    const bytes = readFileSync(file);
    for (;;) {
      const body = { size: bytes.length, type: 'image/jpeg' };
      const { key, url, fields } = photoAnswerSchema.parse(await this.#call('POST', '/web/photos', body));
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([bytes], { type: 'image/jpeg' }));
      const uploaded = await fetch(url, { method: 'POST', body: form }).catch(() => undefined);
      if (uploaded?.ok) return this.#send({ kind: 'photo', key });
      await sleep(100);
    }
  }

  /** The first message that fits and that no other `hear` has had. */
  async hear(pattern: RegExp): Promise<RegExpExecArray> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      await this.#fetch();
      for (const [at, text] of this.#heard.entries()) {
        const match = this.#consumed.has(at) ? null : pattern.exec(text);
        if (!match) continue;
        this.#consumed.add(at);
        return match;
      }
      if (performance.now() > until)
        throw new Error(
          `${this.conversation} did not hear ${pattern}; heard ${JSON.stringify(this.#heard.filter((_, at) => !this.#consumed.has(at)))}`,
        );
      await this.#arrival();
    }
  }

  leave(): void {
    this.#socket?.terminate();
  }

  async #send(said: object): Promise<void> {
    this.#count += 1;
    const id = `m${this.#count}`;
    const answer = await this.#call('POST', '/web/turns', {
      id,
      said,
      upTo: this.#after,
      at: Date.now(),
      ...this.#behind,
    });
    this.#behind = turnAnswerSchema.parse(answer).messages ? {} : { after: id };
    this.acknowledged.push(id);
  }

  #call(method: string, path: string, body?: object): Promise<unknown> {
    return patiently(this.#place.url, method, path, { token: this.#token, ...(body ? { body } : {}) });
  }

  /** Those who wait at once share one fetch. */
  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchNew().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetchNew(): Promise<void> {
    for (;;) {
      const answer = await this.#call('GET', `/web/messages?limit=100&after=${this.#after}`);
      const { messages, next } = messagesAnswerSchema.parse(answer);
      for (const message of messages) if ('reply' in message) this.#heard.push(renderPlain(message.reply));
      if (next === this.#after) return;
      this.#after = next;
    }
  }

  /** A push, or a second without one. */
  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.#wake;
      this.#wake = () => {
        before();
        resolve();
      };
      setTimeout(resolve, 1_000);
    });
  }

  #listen(): void {
    const socket = new WebSocket(`${this.#place.socketUrl}?token=${this.#token}`);
    this.#socket = socket;
    socket.on('message', () => {
      const wake = this.#wake;
      this.#wake = () => undefined;
      wake();
    });
    // Refused or broken: without a socket the page fetches, and so does this person.
    socket.on('error', () => socket.terminate());
  }
}

/** Asks until the door answers for itself: 5xx and broken connections are tried again, as a page does. */
const patiently = async (
  url: string,
  method: string,
  path: string,
  { token, body }: { readonly token?: string; readonly body?: object },
): Promise<unknown> => {
  for (const until = performance.now() + PATIENCE; ; ) {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    if (response?.ok) return response.json();
    const trouble = response ? `${response.status} ${await response.text()}` : 'no answer';
    if ((response && response.status < 500) || performance.now() > until)
      throw new Error(`${method} ${path}: ${trouble}`);
    await sleep(100);
  }
};
