import type {
  AreasAnswer,
  ErrorAnswer,
  MessagesAnswer,
  PhotoAnswer,
  PhotoRequest,
  SessionAnswer,
  TurnAnswer,
  WebTurn,
} from '../../../../shared/contracts/web.ts';
import type { Identity } from './Identity.ts';
import { newId } from './newId.ts';
import { phrases } from './phrases.ts';
import { Trouble } from './Trouble.ts';

const PATIENCE_MS = 15_000;

/** Relative, so that the page also works under a stage path. */
const address = (path: string): URL => new URL(path, location.href);

const noAnswer = (cause: unknown): Trouble => {
  const late = cause instanceof DOMException && cause.name === 'TimeoutError';
  return new Trouble(late ? phrases.trouble.timeout : phrases.trouble.network, 0, { cause });
};

const wordsFor = (status: number, answer: Partial<ErrorAnswer>): string => {
  if (status === 401) return phrases.trouble.signedOut;
  if (status === 413) return answer.remedy ?? phrases.trouble.tooLarge;
  if (status === 429) return phrases.trouble.tooOften;
  if (status >= 500) return phrases.trouble.server;
  return answer.remedy ?? phrases.trouble.refused;
};

/** The HTTP doors of the web channel. Every method throws `Trouble` and nothing else. */
export class WebDoor {
  readonly #identity: Identity;
  /** What this page calls itself, so that what it is answered is not pushed to it too. */
  readonly #page = newId();
  #opening: Promise<string> | undefined;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /** The token, after opening a conversation if there is none yet. */
  token(): Promise<string> {
    if (this.#identity.token !== undefined) return Promise.resolve(this.#identity.token);
    this.#opening ??= this.#call<SessionAnswer>('POST', 'web/sessions', {})
      .then(({ token }) => {
        this.#identity.keep(token);
        return token;
      })
      .finally(() => {
        this.#opening = undefined;
      });
    return this.#opening;
  }

  async send(turn: Omit<WebTurn, 'page'>): Promise<TurnAnswer> {
    return this.#call('POST', 'web/turns', { ...turn, page: this.#page }, await this.token());
  }

  /** Where what others say is pushed from. `url`: of the WebSocket stage. */
  async socketAddress(url: string): Promise<string> {
    return `${url}?${new URLSearchParams({ token: await this.token(), page: this.#page })}`;
  }

  async messages(after: number, limit: number): Promise<MessagesAnswer> {
    return this.#call('GET', `web/messages?after=${after}&limit=${limit}`, undefined, await this.token());
  }

  async preparePhoto(photo: PhotoRequest): Promise<PhotoAnswer> {
    return this.#call('POST', 'web/photos', photo, await this.token());
  }

  /** The map of the city, or of a box of it: west,south,east,north. */
  areas(box?: string): Promise<AreasAnswer> {
    return this.#call('GET', box === undefined ? 'city/areas' : `city/areas?box=${box}`);
  }

  async #call<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const response = await fetch(address(path), {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw noAnswer(cause);
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw new Trouble(wordsFor(response.status, answer as Partial<ErrorAnswer>), response.status);
    }
    return answer as T;
  }
}
