import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AskedCommand, OpenCommand } from '../../../shared/contracts/command.ts';
import { photoAnswerSchema } from '../../../shared/contracts/web.ts';

export type Report = Omit<OpenCommand, 'type'>;

interface Place {
  readonly url: string;
  readonly token: (conversation: string) => Promise<string>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

const PHOTO = 'test/journeys/lamp.jpg';

/** Somebody who speaks with the HTTP API alone, without a dialog. */
export class ApiPerson {
  readonly conversation: string;
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, conversation: string, token: string) {
    this.#url = url;
    this.conversation = conversation;
    this.#token = token;
  }

  static async of(place: Place, conversation: string): Promise<ApiPerson> {
    return new ApiPerson(place.url, conversation, await place.token(conversation));
  }

  open(command: Report, id: string = randomUUID()): Promise<ApiAnswer> {
    return this.call('POST', '/web/cases', { id, command: { type: 'open', ...command } });
  }

  asks(number: string, command: AskedCommand, id: string = randomUUID()): Promise<ApiAnswer> {
    return this.call('POST', `/web/cases/${number}/commands`, { id, command });
  }

  looks(number: string): Promise<ApiAnswer> {
    return this.call('GET', `/web/cases/${number}`);
  }

  async photo(bytes = readFileSync(PHOTO)): Promise<string> {
    const { json } = await this.call('POST', '/web/photos', { size: bytes.length, type: 'image/jpeg' });
    const { key, url, fields } = photoAnswerSchema.parse(json);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }));
    const uploaded = await fetch(url, { method: 'POST', body: form });
    if (!uploaded.ok) throw new Error(`The photo was not taken: ${uploaded.status}`);
    return key;
  }

  async call(method: string, path: string, body?: object): Promise<ApiAnswer> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }
}
