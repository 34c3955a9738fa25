import type { LocalClock } from './types.ts';

export interface FailedMessagesParts {
  readonly clock: LocalClock;
  /** Hides a message for so many seconds from now, in real time; 0 shows it at once. Throws when there is none of that receipt. */
  readonly hide: (queue: string, receipt: string, seconds: number) => Promise<unknown>;
  /** Called when a message cannot be hidden or shown; its queue then shows it by real time. */
  readonly complain: (what: string) => void;
}

interface Failed {
  readonly queue: string;
  readonly receipt: string;
  readonly due: number;
}

/** As long as a queue hides a message at most, in seconds. */
const LONGEST_HIDDEN = 43_200;
/** Longest sleep `setTimeout` takes. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Messages a function could not work: their queue shows them again when the local clock has come to the end of their visibility
 * timeout, as it does with delayed ones. The engine knows real time only, and a clock that is moved by an hour would leave a
 * message of the first minute behind. In memory: after a restart all that was received is there again.
 */
export class FailedMessages {
  readonly #parts: FailedMessagesParts;
  readonly #unsubscribe: () => void;
  #lying: readonly Failed[] = [];
  #timer: NodeJS.Timeout | undefined;
  #showing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: FailedMessagesParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.clock.onChange(() => void this.showDue());
  }

  /** `due`: when their queue shows them again. Resolves when they are hidden until then. */
  async add(queue: string, receipts: readonly string[], due: number): Promise<void> {
    this.#lying = [...this.#lying, ...receipts.map((receipt) => ({ queue, receipt, due }))];
    for (const receipt of receipts) {
      if (await this.#hide({ queue, receipt, due }, LONGEST_HIDDEN)) continue;
      this.#lying = this.#lying.filter((one) => one.receipt !== receipt);
    }
    this.#arm();
  }

  count(queue: string): number {
    return this.#lying.filter((one) => one.queue === queue).length;
  }

  /** When something is shown again after `after` and not after `until`, ascending; one for each message. */
  dueBetween(after: number, until: number): readonly number[] {
    const all = this.#lying.map(({ due }) => due);
    return all.filter((due) => due > after && due <= until).sort((a, b) => a - b);
  }

  /** Forgets those of a queue that was emptied. */
  drop(queue: string): void {
    this.#lying = this.#lying.filter((one) => one.queue !== queue);
  }

  /** Shows all that is due by now. Resolves when none of it is hidden any more. */
  showDue(): Promise<void> {
    this.#showing = this.#showing.then(async () => {
      const now = this.#parts.clock.now();
      for (const one of this.#lying.filter(({ due }) => due <= now)) {
        if (this.#stopped) return;
        await this.#hide(one, 0);
        // Not before its queue has it: whoever counts what is pending must see it in one of the two.
        this.#lying = this.#lying.filter((other) => other !== one);
      }
      this.#arm();
    });
    return this.#showing;
  }

  async #hide({ queue, receipt }: Failed, seconds: number): Promise<boolean> {
    try {
      await this.#parts.hide(queue, receipt, seconds);
      return true;
    } catch (error) {
      this.#parts.complain(`cannot ${seconds > 0 ? 'hide' : 'show'} a failed message: ${String(error)}`);
      return false;
    }
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#lying.length === 0) return;
    const next = Math.min(...this.#lying.map(({ due }) => due));
    const wait = Math.min(Math.max(next - this.#parts.clock.now(), 1), LONGEST_MS);
    this.#timer = setTimeout(() => void this.showDue(), wait);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
    await this.#showing;
  }
}
