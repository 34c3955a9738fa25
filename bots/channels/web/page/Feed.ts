import type { WireMessage } from '../../../../shared/contracts/web.ts';
import { parseFrame } from './parseFrame.ts';
import { Trouble } from './Trouble.ts';
import type { WebDoor } from './WebDoor.ts';

export type FeedState = 'connecting' | 'live' | 'polling' | 'offline';

export interface FeedEvents {
  readonly messages: (messages: readonly WireMessage[]) => void;
  readonly state: (state: FeedState) => void;
  readonly signedOut: () => void;
}

const PAGE = 100;
/** Retries begin at half a second and double up to half a minute. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** With a live socket the fetch only catches a frame that was lost. */
const POLL_LIVE_MS = 60_000;
const POLL_MS = 3_000;
const POLL_IDLE_MS = 15_000;
/** An answer that has not been pushed by now is fetched. */
const ANSWER_MS = 4_000;
const IDLE_AFTER_MS = 120_000;

/**
 * Brings in what is said to the person: pushed by a WebSocket, and fetched by cursor after every connection, every gap in
 * the numbering, every return to the page and every now and then. The fetch is the truth; the socket only makes it soon.
 */
export class Feed {
  readonly #door: WebDoor;
  readonly #socketUrl: string;
  readonly #events: FeedEvents;
  /** Everything up to here has been fetched. */
  #cursor: number;
  /** Everything up to here has been seen, fetched or pushed. */
  #seen: number;
  #socket: WebSocket | undefined;
  #failures = 0;
  #fetching = false;
  #again = false;
  #reachable = true;
  #stopped = false;
  #lastSaid = Date.now();
  #pollAt = Number.POSITIVE_INFINITY;
  #pollTimer: ReturnType<typeof setTimeout> | undefined;
  #socketTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(door: WebDoor, socketUrl: string, from: number, events: FeedEvents) {
    this.#door = door;
    this.#socketUrl = socketUrl;
    this.#cursor = from;
    this.#seen = from;
    this.#events = events;
  }

  /** Resolves when everything said so far is here, or could not be had. */
  async start(): Promise<void> {
    document.addEventListener('visibilitychange', () => this.#wake());
    addEventListener('online', () => this.#wake());
    this.#events.state('connecting');
    await this.#catchUp();
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#pollTimer);
    clearTimeout(this.#socketTimer);
    this.#socket?.close();
  }

  /** The person has said something: an answer is to be expected. */
  expect(): void {
    this.#lastSaid = Date.now();
    this.#pollIn(this.#live ? ANSWER_MS : Math.min(POLL_MS, 1_000));
  }

  get #live(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #wake(): void {
    if (this.#stopped || document.hidden) return;
    this.#failures = 0;
    void this.#catchUp();
    if (this.#socket === undefined) this.#connect();
  }

  #connect(): void {
    if (this.#stopped || this.#socket !== undefined) return;
    clearTimeout(this.#socketTimer);
    void this.#door.token().then(
      (token) => this.#open(token),
      () => this.#reconnectLater(),
    );
  }

  #open(token: string): void {
    if (this.#stopped || this.#socket !== undefined) return;
    const socket = new WebSocket(`${this.#socketUrl}?token=${encodeURIComponent(token)}`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#failures = 0;
      this.#tell();
      // What was said between the last fetch and now was pushed to nobody.
      void this.#catchUp();
    });
    socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    socket.addEventListener('close', () => {
      this.#socket = undefined;
      this.#reconnectLater();
    });
  }

  #reconnectLater(): void {
    if (this.#stopped) return;
    this.#failures += 1;
    this.#tell();
    // Jitter, so that a thousand pages cut off together do not come back together.
    const wait =
      Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2);
    clearTimeout(this.#socketTimer);
    this.#socketTimer = setTimeout(() => this.#connect(), wait);
    this.#pollIn();
  }

  #hear(data: string): void {
    const frame = parseFrame(data);
    if (frame === undefined) return;
    const first = Math.min(...frame.messages.map(({ seq }) => seq));
    const gap = first > this.#seen + 1;
    this.#take(frame.messages);
    if (gap) void this.#catchUp();
    else this.#pollAfresh();
  }

  #take(messages: readonly WireMessage[]): void {
    if (messages.length === 0) return;
    this.#seen = Math.max(this.#seen, ...messages.map(({ seq }) => seq));
    this.#events.messages(messages);
  }

  /** One fetch at a time; asked again meanwhile, it goes round once more. */
  async #catchUp(): Promise<void> {
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#fetching = true;
    try {
      do {
        this.#again = false;
        await this.#fetchRest();
      } while (this.#again);
      this.#reachable = true;
    } catch (cause) {
      this.#reachable = false;
      if (cause instanceof Trouble && cause.status === 401) {
        this.stop();
        this.#events.signedOut();
      }
    } finally {
      this.#fetching = false;
    }
    this.#tell();
    this.#pollAfresh();
  }

  async #fetchRest(): Promise<void> {
    for (;;) {
      const { messages, next } = await this.#door.messages(this.#cursor, PAGE);
      this.#take(messages);
      if (next <= this.#cursor) return;
      this.#cursor = next;
      this.#seen = Math.max(this.#seen, next);
    }
  }

  /** Never later than already planned, or a socket that keeps failing would put the fetch off for ever. */
  #pollIn(wait = this.#pollWait()): void {
    const at = Date.now() + wait;
    if (this.#stopped || at >= this.#pollAt) return;
    clearTimeout(this.#pollTimer);
    this.#pollAt = at;
    this.#pollTimer = setTimeout(() => void this.#catchUp(), wait);
  }

  #pollAfresh(): void {
    this.#pollAt = Number.POSITIVE_INFINITY;
    this.#pollIn();
  }

  #pollWait(): number {
    if (this.#live || document.hidden) return POLL_LIVE_MS;
    return Date.now() - this.#lastSaid < IDLE_AFTER_MS ? POLL_MS : POLL_IDLE_MS;
  }

  #tell(): void {
    if (this.#stopped) return;
    if (!this.#reachable) this.#events.state('offline');
    else if (this.#live) this.#events.state('live');
    else this.#events.state(this.#failures > 1 ? 'polling' : 'connecting');
  }
}
