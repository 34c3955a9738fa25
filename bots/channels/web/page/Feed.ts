import type { WireMessage } from '../../../../shared/contracts/web.ts';
import { LiveSocket } from './LiveSocket.ts';
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
  readonly #socket: LiveSocket;
  readonly #events: FeedEvents;
  /** Everything up to here has been fetched. */
  #cursor: number;
  /** Everything up to here has been seen, fetched or pushed. */
  #seen: number;
  #fetching = false;
  #again = false;
  #reachable = true;
  #stopped = false;
  #lastSaid = Date.now();
  #pollAt = Number.POSITIVE_INFINITY;
  #pollTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(door: WebDoor, socketUrl: string, from: number, events: FeedEvents) {
    this.#door = door;
    this.#cursor = from;
    this.#seen = from;
    this.#events = events;
    this.#socket = new LiveSocket({
      address: () => door.socketAddress(socketUrl),
      opened: () => {
        this.#tell();
        // What was said between the last fetch and now was pushed to nobody.
        void this.#catchUp();
      },
      heard: (data) => this.#hear(data),
      lost: () => {
        this.#tell();
        this.#pollIn();
      },
    });
  }

  /** Resolves when everything said so far is here, or could not be had. */
  async start(): Promise<void> {
    document.addEventListener('visibilitychange', () => this.#wake());
    addEventListener('online', () => this.#wake());
    this.#events.state('connecting');
    await this.#catchUp();
    this.#socket.connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#pollTimer);
    this.#socket.stop();
  }

  /** The person has said something: here is the answer, or it is to be expected. */
  expect(answer: readonly WireMessage[] | undefined): void {
    this.#lastSaid = Date.now();
    if (answer) this.#arrive(answer);
    else this.#pollIn(this.#socket.live ? ANSWER_MS : Math.min(POLL_MS, 1_000));
  }

  #wake(): void {
    if (this.#stopped || document.hidden) return;
    void this.#catchUp();
    this.#socket.wake();
  }

  #hear(data: string): void {
    const frame = parseFrame(data);
    if (frame) this.#arrive(frame.messages);
  }

  /** What was not fetched may leave a gap behind it. */
  #arrive(messages: readonly WireMessage[]): void {
    const first = Math.min(...messages.map(({ seq }) => seq));
    const gap = first > this.#seen + 1;
    this.#take(messages);
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
    // A live socket makes up for nothing that a fetch did not bring.
    if (document.hidden || (this.#socket.live && this.#reachable)) return POLL_LIVE_MS;
    return Date.now() - this.#lastSaid < IDLE_AFTER_MS ? POLL_MS : POLL_IDLE_MS;
  }

  #tell(): void {
    if (this.#stopped) return;
    if (!this.#reachable) this.#events.state('offline');
    else if (this.#socket.live) this.#events.state('live');
    else this.#events.state(this.#socket.failing ? 'polling' : 'connecting');
  }
}
