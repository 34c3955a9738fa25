import { type IdleParts, messagesWaiting, waitUntilIdle } from './waitUntilIdle.ts';

export interface RestParts extends Omit<IdleParts, 'enough'> {
  /** How much was done with so far: messages, batches. */
  readonly done: () => number;
}

/** Longer than a message that may be taken lies untouched. */
const MOMENT = 200;

/** Waits for a run to come to rest. */
export class Rest {
  readonly #parts: RestParts;

  constructor(parts: RestParts) {
    this.#parts = parts;
  }

  /** Resolves when nothing more happens by itself. Throws after `limit` ms with what is still going on. */
  async within(limit: number): Promise<void> {
    const until = performance.now() + limit;
    const busy = await waitUntilIdle({ ...this.#parts, enough: () => performance.now() > until });
    if (busy !== undefined) throw new Error(`Not idle after ${limit} ms: ${busy}`);
  }

  /**
   * Resolves when nothing more happens by itself, or when nothing was done with for `patience` ms; then with what is still
   * going on. `hurried`: while no function is at work, a moment is enough.
   */
  patiently(patience: number, hurried: boolean): Promise<string | undefined> {
    const { runtime, done } = this.#parts;
    let seen = done();
    let since = performance.now();
    const enough = (): boolean => {
      const now = performance.now();
      if (done() !== seen) [seen, since] = [done(), now];
      return now - since > (hurried && runtime.working === 0 ? MOMENT : patience);
    };
    return waitUntilIdle({ ...this.#parts, runtime, enough });
  }

  /** How many messages could be taken now, or are being worked on. */
  messages(): number {
    return messagesWaiting(this.#parts);
  }
}
