import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { z } from 'zod';
import { type HostReplies, hostRepliesSchema } from '../../../shared/contracts/host.ts';
import type { Said } from '../../../shared/contracts/turn.ts';
import { errorAnswerSchema, type PhotoAnswer, photoAnswerSchema } from '../../../shared/contracts/web.ts';
import { DoorFault } from './DoorFault.ts';
import type { Photo } from './takePhoto.ts';

export interface DoorOptions {
  /** Of the HTTP API. */
  readonly url: string;
  /** Shared with the door; its characters are the key. */
  readonly secret: string;
  readonly now: () => number;
  /** Ends every call. */
  readonly ended: AbortSignal;
}

export type Waiting = HostReplies['replies'][number];

const PATIENCE = 15_000;
const UPLOAD_PATIENCE = 60_000;
/** S3's ways to say that this very file will never be taken. */
const NEVER_TAKEN = new Set([400, 413]);

/** The signed HTTP door of the wechaty channel, from the host's side. Everything that goes wrong is a `DoorFault`. */
export class Door {
  readonly #base: string;
  readonly #key: Webhook;
  readonly #options: DoorOptions;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#base = `${options.url.replace(/\/+$/u, '')}/channels/wechaty`;
    this.#key = new Webhook(options.secret, { format: 'raw' });
  }

  /** Resolves when the door has taken it; the same id again does nothing. */
  async postTurn(conversation: string, id: string, said: Said): Promise<void> {
    await this.#call('POST', '/turns', { conversation, id, said });
  }

  /** Uploads, and resolves with the key by which a turn can name the photo. */
  async uploadPhoto(conversation: string, { bytes, type }: Photo): Promise<string> {
    const { key, url, fields } = this.#read(
      photoAnswerSchema,
      await this.#call('POST', '/photos', { conversation, size: bytes.length, type }),
    );
    await this.#upload(url, fields, { bytes, type });
    return key;
  }

  /** What waits to be sent; waits for the first as long as asked, or until `enough`. */
  async fetchReplies(waitSeconds: number, enough: AbortSignal): Promise<readonly Waiting[]> {
    const until = AbortSignal.any([enough, AbortSignal.timeout(PATIENCE + waitSeconds * 1_000)]);
    const answer = await this.#call('GET', `/replies?wait=${waitSeconds}`, undefined, until);
    return this.#read(hostRepliesSchema, answer).replies;
  }

  /** These were sent. At most ten. */
  async acknowledge(receipts: readonly string[]): Promise<void> {
    await this.#call('POST', '/acks', { receipts });
  }

  async #call(
    method: 'GET' | 'POST',
    path: string,
    content?: unknown,
    until?: AbortSignal,
  ): Promise<unknown> {
    const body = content === undefined ? '' : JSON.stringify(content);
    const response = await this.#send(this.#base + path, until ?? AbortSignal.timeout(PATIENCE), {
      method,
      headers: {
        ...this.#sign(body),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(content === undefined ? {} : { body }),
    });
    const json = await readJson(response);
    if (response.ok) return json;
    const refusal = errorAnswerSchema.safeParse(json);
    throw DoorFault.ofStatus(response.status, refusal.success ? refusal.data.error : undefined);
  }

  #sign(body: string): Record<string, string> {
    const id = randomUUID();
    const at = new Date(this.#options.now());
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': this.#key.sign(id, at, body),
    };
  }

  /** A redirect would carry the signature, or the photo, to somebody else: it is a fault. */
  async #send(url: string, until: AbortSignal, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.any([this.#options.ended, until]);
    try {
      return await fetch(url, { ...init, redirect: 'error', signal });
    } catch (cause) {
      throw new DoorFault('again', 'unreachable', { cause });
    }
  }

  async #upload(url: string, fields: PhotoAnswer['fields'], { bytes, type }: Photo): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), 'photo');
    const response = await this.#send(url, AbortSignal.timeout(UPLOAD_PATIENCE), {
      method: 'POST',
      body: form,
    });
    await response.arrayBuffer().catch(() => undefined);
    if (!response.ok)
      throw new DoorFault(NEVER_TAKEN.has(response.status) ? 'never' : 'again', `upload ${response.status}`);
  }

  #read<T>(schema: z.ZodType<T>, json: unknown): T {
    const result = schema.safeParse(json);
    if (result.success) return result.data;
    throw new DoorFault('again', `unreadable answer at ${result.error.issues[0]?.path.join('.')}`);
  }
}

/** An answer cut short is as good as none. */
const readJson = async (response: Response): Promise<unknown> => {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw new DoorFault('again', 'unreadable answer', { cause });
  }
};
