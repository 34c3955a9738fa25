export interface LiveSocketEvents {
  /** Where to connect to, asked anew each time. */
  readonly address: () => Promise<string>;
  readonly opened: () => void;
  readonly heard: (data: string) => void;
  /** It ended, or could not be had; it is tried again. */
  readonly lost: () => void;
}

/** Retries begin at half a second and double up to half a minute. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** A WebSocket that is made again whenever it ends, until it is stopped. */
export class LiveSocket {
  readonly #events: LiveSocketEvents;
  #socket: WebSocket | undefined;
  #failures = 0;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: LiveSocketEvents) {
    this.#events = events;
  }

  get live(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** More than a short break. */
  get failing(): boolean {
    return this.#failures > 1;
  }

  connect(): void {
    if (this.#stopped || this.#socket !== undefined) return;
    clearTimeout(this.#timer);
    void this.#events.address().then(
      (address) => this.#open(address),
      () => this.#lose(),
    );
  }

  /** Tries at once, whatever failed before. */
  wake(): void {
    this.#failures = 0;
    this.connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #open(address: string): void {
    if (this.#stopped || this.#socket !== undefined) return;
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#failures = 0;
      this.#events.opened();
    });
    socket.addEventListener('message', ({ data }) => this.#events.heard(String(data)));
    socket.addEventListener('close', () => {
      this.#socket = undefined;
      this.#lose();
    });
  }

  #lose(): void {
    if (this.#stopped) return;
    this.#failures += 1;
    // Jitter, so that a thousand pages cut off together do not come back together.
    const wait =
      Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)) * (0.5 + Math.random() / 2);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), wait);
    this.#events.lost();
  }
}
