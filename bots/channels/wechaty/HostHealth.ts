/** `unset`: a person has yet to give the puppet's settings; `starting`: neither logged in nor asked to scan; `out`: was logged in. */
export type Login = 'unset' | 'starting' | 'scan' | 'in' | 'out';
/** `refused`: our signature or address is wrong, which waiting does not cure; `down`: no sensible answer. */
export type DoorState = 'unknown' | 'open' | 'refused' | 'down';

export interface HealthReport {
  /** Logged in, and replies are being fetched. */
  readonly ok: boolean;
  readonly login: Login;
  readonly door: DoorState;
  /** Messages heard that the door has not taken yet. */
  readonly waiting: number;
  /** Since the start. */
  readonly faults: number;
  /** Something that only a restart may cure. A door that is down, or a login nobody has scanned, is not. */
  readonly stuck: boolean;
}

/** Longer than any long poll. */
const SILENT = 120_000;

/** The two things we ask of the door. */
export type Way = 'posting' | 'fetching';

/** How the host is, as told by its parts. */
export class HostHealth {
  readonly #clock: () => number;
  #login: Login = 'starting';
  #loginSince: number;
  readonly #door: Record<Way, DoorState> = { posting: 'unknown', fetching: 'unknown' };
  #lastFetch: number;
  #faults = 0;
  /** How many messages wait; asked when somebody asks. */
  waiting: () => number = () => 0;

  /** `clock` in milliseconds; only differences matter. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#loginSince = clock();
    this.#lastFetch = clock();
  }

  get isLoggedIn(): boolean {
    return this.#login === 'in';
  }

  login(now: Login): void {
    if (now !== this.#login) this.#loginSince = this.#clock();
    this.#login = now;
    this.#lastFetch = this.#clock();
  }

  door(way: Way, state: DoorState): void {
    this.#door[way] = state;
  }

  /** A fetch of replies came to its end, well or not: the loop is alive. */
  fetched(): void {
    this.#lastFetch = this.#clock();
  }

  fault(): void {
    this.#faults += 1;
  }

  report(): HealthReport {
    const door = worst(this.#door.posting, this.#door.fetching);
    const silent = this.#clock() - this.#lastFetch > SILENT;
    const nowhere =
      (this.#login === 'starting' || this.#login === 'out') && this.#clock() - this.#loginSince > SILENT;
    return {
      ok: this.#login === 'in' && door === 'open' && !silent,
      login: this.#login,
      door,
      waiting: this.waiting(),
      faults: this.#faults,
      stuck: nowhere || (this.#login === 'in' && silent),
    };
  }
}

/** Nothing was posted yet, most of the time: that alone is no trouble. */
const worst = (posting: DoorState, fetching: DoorState): DoorState =>
  (['refused', 'down'] as const).find((state) => posting === state || fetching === state) ?? fetching;
