import type { Instant } from '../domain/time/Instant.ts';
import type { Due } from './ports.ts';

/** What was sent and is still there so long after it was due is sent again, then after twice as long, and so on. */
const AGAIN_AFTER = 60_000;
const AGAIN_AFTER_MOST = 3_600_000;

interface Sent {
  readonly due: Instant;
  readonly times: number;
  readonly againAt: Instant;
  /** The sweep that saw it last. */
  readonly sweep: number;
}

/**
 * The ticks of one shard that were sent and whose cases are still there, in the memory of whoever sends them. It saves ticks and
 * promises nothing: one that knows nothing sends everything.
 */
export class SentTicks {
  readonly #sent = new Map<string, Sent>();
  #sweep = 0;

  begin(): void {
    this.#sweep += 1;
  }

  /** Whether it was sent before, and whether it is time to send it. */
  look(one: Due, now: Instant): { readonly known: boolean; readonly wanted: boolean } {
    const sent = this.#of(one);
    if (!sent) return { known: false, wanted: true };
    this.#sent.set(one.number, { ...sent, sweep: this.#sweep });
    return { known: true, wanted: sent.againAt <= now };
  }

  sent(one: Due, now: Instant): void {
    const times = (this.#of(one)?.times ?? 0) + 1;
    const wait = Math.min(AGAIN_AFTER_MOST, AGAIN_AFTER * 2 ** (times - 1));
    const againAt = Math.max(now, one.due) + wait;
    this.#sent.set(one.number, { due: one.due, times, againAt, sweep: this.#sweep });
  }

  /** Everything was seen: what was not is there no more. */
  end(): void {
    for (const [number, { sweep }] of this.#sent) if (sweep !== this.#sweep) this.#sent.delete(number);
  }

  #of({ number, due }: Due): Sent | undefined {
    const sent = this.#sent.get(number);
    return sent?.due === due ? sent : undefined;
  }
}
