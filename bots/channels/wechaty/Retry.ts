import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds before the second attempt, and the most between any two. */
export interface RetrySettings {
  readonly first: number;
  readonly most: number;
}

/** Waits longer after each failure, never in step with others. Rejects when the host ends. */
export class Retry {
  readonly #settings: RetrySettings;
  readonly #ended: AbortSignal;

  constructor(settings: RetrySettings, ended: AbortSignal) {
    this.#settings = settings;
    this.#ended = ended;
  }

  /** `failures`: how many there were in a row, from 1. */
  async pause(failures: number): Promise<void> {
    const { first, most } = this.#settings;
    const longest = Math.min(most, first * 2 ** Math.min(failures - 1, 20));
    await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal: this.#ended });
  }
}
