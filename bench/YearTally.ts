import type { Case } from '../shared/domain/case/Case.ts';
import type { Entry } from '../shared/domain/case/CaseEvent.ts';
import type { ClockLimit } from '../shared/domain/case/Clock.ts';

type Counts<K extends string = string> = Map<K, number>;
const count = <K extends string>(counts: Counts<K>, key: K): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Stages in which a case stands still: who leaves for one has not done their part yet. */
const STILL: ReadonlySet<string> = new Set(['waiting', 'suspended', 'consulting']);

/** What became true in a year, counted as it happens. */
export class YearTally {
  entries = 0;
  events = 0;
  /** By event type. */
  readonly happened: Counts = new Map();
  /** Steps of the ladder, and of clocks that lapse: `urge`. */
  readonly rungs: Counts = new Map();
  /** By the name of the limit: how often it came to an end, and how often in time. */
  readonly ended: Counts<ClockLimit> = new Map();
  readonly inTime: Counts<ClockLimit> = new Map();
  readonly refused: Counts = new Map();
  readonly grades: Counts = new Map();
  /** Cases that came to an end, by how; and of those that were handled, which were handled again. */
  readonly outcomes: Counts = new Map();
  handled = 0;
  reworked = 0;
  filed = 0;
  unrated = 0;

  entry(before: Case | undefined, entry: Entry, after: Case): void {
    this.entries += 1;
    this.events += entry.events.length;
    for (const event of entry.events) {
      count(this.happened, event.type);
      if (event.type === 'rang') count(this.rungs, event.step);
      if (event.type === 'filed') {
        this.filed += 1;
        if (!event.rated) this.unrated += 1;
      }
    }
    if (before) this.#limit(before, entry, after);
    if (after.stage !== before?.stage && isEnded(after)) this.#end(after);
  }

  refusal(command: string, code: string): void {
    count(this.refused, `${command}: ${code}`);
  }

  /** The clock of a stage that is over. */
  #limit({ stage, clock }: Case, { at }: Entry, after: Case): void {
    if (!clock || after.clock?.since === clock.since || STILL.has(after.stage) || STILL.has(stage)) return;
    count(this.ended, clock.limit);
    if (at <= clock.due) count(this.inTime, clock.limit);
  }

  #end(state: Case): void {
    count(this.outcomes, state.stage);
    if (state.handledBy === undefined) return;
    this.handled += 1;
    if (state.rounds > 0) this.reworked += 1;
    if (state.rating) count(this.grades, state.rating.overall);
  }
}

const isEnded = ({ stage }: Case): boolean => ['closed', 'declined', 'withdrawn', 'merged'].includes(stage);
