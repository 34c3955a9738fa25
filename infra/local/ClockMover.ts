import { SWEEP_AHEAD } from '../../shared/application/SWEEP_AHEAD.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';
import type { LogLine } from './compute/FunctionLog.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import { passTime } from './compute/passTime.ts';
import type { Rest } from './compute/Rest.ts';
import type { Schedules } from './compute/Schedules.ts';

export interface ClockMoverParts {
  readonly clock: LocalClock;
  /** The instants after `after` and not after `until` at which something falls due by itself, ascending; one for each thing. */
  readonly dueBetween: (after: Instant, until: Instant) => Promise<readonly Instant[]>;
  readonly schedules: Pick<Schedules, 'hold' | 'release' | 'fire'>;
  readonly rest: Pick<Rest, 'patiently' | 'messages'>;
  readonly tell: (line: LogLine) => void;
  /** Waits at one stop so long, in ms, after the last thing that was done with. */
  readonly patience?: number;
}

/** How far a move of the clock has come. */
export interface ClockMove {
  readonly to: Instant;
  /** Things that fell due on the way and were seen to. */
  readonly done: number;
  /** Things known to fall due before `to`; what follows from them is not known yet. */
  readonly left: number;
  /** Messages under way. */
  readonly messages: number;
}

/** Longer than the slowest function may take: whatever else lies there waits for its time. */
const PATIENCE = 130_000;

/** Takes the local clock forward. Two who move it at once move it one after the other. */
export class ClockMover {
  readonly #parts: ClockMoverParts;
  #last: Promise<unknown> = Promise.resolve();
  #moving: { readonly to: Instant; done: number; stop: number } | undefined;
  /** Something is stuck: it was waited for once, and is not at every stop. */
  #stuck: string | undefined;

  constructor(parts: ClockMoverParts) {
    this.#parts = parts;
  }

  /**
   * Takes the clock to an instant, so that what falls due on the way happens then. A clock that was running runs on from there.
   * Answers what could not be waited for, and was left behind.
   */
  to(target: Instant): Promise<string | undefined> {
    const mine = this.#last.then(() => this.#move(target));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** The move that is going on. */
  async progress(): Promise<ClockMove | undefined> {
    const moving = this.#moving;
    if (moving === undefined) return undefined;
    const { dueBetween, clock, rest } = this.#parts;
    const now = clock.now();
    const left = await dueBetween(0, moving.to);
    const late = left.filter((due) => due <= now).length;
    const done = moving.done + Math.max(0, moving.stop - late);
    return { to: moving.to, done, left: left.length, messages: rest.messages() };
  }

  async #move(target: Instant): Promise<string | undefined> {
    const { clock, dueBetween, schedules } = this.#parts;
    const { frozen } = clock.state();
    if (target < clock.now()) throw new Error('The local clock is only advanced; it does not go back');
    const running = (at: Instant) => ({ frozen: false, offset: at - Date.now() }) as const;
    const moving = { to: target, done: 0, stop: 0 };
    this.#moving = moving;
    this.#stuck = undefined;
    schedules.hold();
    try {
      await passTime(
        {
          now: clock.now,
          // A run that is killed on the way goes on as it was, standing or running.
          stand: (at) => clock.set({ frozen: true, at }, frozen ? undefined : running(at)),
          dueBetween,
          sweep: () => schedules.fire(),
          ahead: SWEEP_AHEAD,
          idle: () => this.#idle(),
          stopping: (count) => {
            moving.done += moving.stop;
            moving.stop = count;
          },
        },
        target,
      );
      return this.#stuck;
    } finally {
      if (!frozen) clock.set(running(clock.now()));
      schedules.release();
      this.#moving = undefined;
    }
  }

  async #idle(): Promise<void> {
    const { rest, tell, patience = PATIENCE } = this.#parts;
    const stuck = await rest.patiently(patience, this.#stuck !== undefined);
    if (stuck !== undefined && this.#stuck === undefined)
      tell({ level: 'WARN', from: 'clock', message: `does not wait any longer for ${stuck}` });
    this.#stuck ??= stuck;
  }
}
