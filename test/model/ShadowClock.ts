import type { Clock, ClockStep } from '../../shared/domain/case/Clock.ts';
import { lapses } from '../../shared/domain/case/Clock.ts';
import { type Walk, walkLimit } from '../domain/calendar/walkedDays.ts';
import { must } from './Violation.ts';

const START = Date.parse('2025-01-01T00:00:00+08:00');
const MINUTE = 60_000;
/** Until here the wall calendar knows the notices. */
const KNOWN_UNTIL = Date.parse('2027-01-01T00:00:00+08:00');

const LADDER: readonly ClockStep[] = ['remind', 'urge', 'yellow', 'red', 'list'];
const LAPSING: readonly ClockStep[] = ['remind', 'lapse'];

const walked = new Map<string, number | undefined>();

/** A limit as somebody with a wall calendar keeps it, who only sees what happens to it. */
export class ShadowClock {
  readonly limit: Clock['limit'];
  readonly lasts: string;
  readonly since: number;
  /** It ends no later than this. */
  private readonly atMost: number;
  private readonly stood: (readonly [number, number])[] = [];
  private readonly extended: string[] = [];
  private readonly rung: ClockStep[] = [];

  constructor({ limit, lasts, since }: Clock, atMost = Number.POSITIVE_INFINITY) {
    this.limit = limit;
    this.lasts = lasts;
    this.since = since;
    this.atMost = atMost;
  }

  stands(from: number, to: number): void {
    this.stood.push([from, to]);
  }

  extends(by: string): void {
    this.extended.push(by);
  }

  /** Each step once, in order, and not before its time. */
  rings(step: ClockStep, at: number): void {
    must(step === this.expected, 'each step of the ladder comes once and in order', () => ({
      step,
      expected: this.expected,
      limit: this.limit,
    }));
    const due = this.due();
    const isEarly = due !== undefined && step !== 'remind' && at < due;
    must(!isEarly, 'no limit takes effect before its time', () => ({ step, at, due }));
    must(step !== 'remind' || at >= this.since, 'no limit takes effect before its time', () => ({
      step,
      at,
    }));
    this.rung.push(step);
  }

  /** That the clock of the case says the same. */
  agrees(clock: Clock): void {
    const { limit, lasts, since } = this;
    const isSame = clock.limit === limit && clock.lasts === lasts && clock.since === since;
    must(isSame, 'a clock goes on as the one it was', () => ({ clock, shadow: { limit, lasts, since } }));
    const due = this.due();
    must(
      due === undefined || clock.due === due,
      'every limit ends where a walk over the calendar finds its end',
      () => ({
        clock,
        walked: due,
        stood: this.stood,
        extended: this.extended,
      }),
    );
    must(clock.next?.step === this.expected, 'a clock knows its next step until there is none', () => ({
      clock,
      expected: this.expected,
    }));
    const end = clock.next?.step === 'urge' || clock.next?.step === 'lapse';
    must(!end || clock.next?.at === clock.due, 'a limit takes effect when it ends', () => ({ clock }));
    const isLate = this.rung.includes('urge');
    must((clock.overdue ?? false) === isLate, 'overdue is what passed its limit', () => ({ clock }));
  }

  get isDone(): boolean {
    return this.expected === undefined;
  }

  /** When it ends; undefined beyond the wall calendar. */
  due(): number | undefined {
    const amounts = [this.lasts, ...this.extended].map(readAmount);
    const [first] = amounts;
    // Working days and hours do not add up to anything on a wall calendar.
    if (!first || amounts.some(({ unit }) => unit !== first.unit)) return undefined;
    const limit = { unit: first.unit, amount: amounts.reduce((sum, { amount }) => sum + amount, 0) };
    const minute = (at: number): number => (at - START) / MINUTE;
    const walk: Walk = {
      from: minute(this.since),
      limit,
      stood: this.stood.map(([from, to]) => [minute(from), minute(to)]),
    };
    const key = JSON.stringify(walk);
    const found = walked.has(key) ? walked.get(key) : walkLimit(walk);
    walked.set(key, found);
    if (found === undefined) return undefined;
    const due = Math.min(this.atMost, START + found * MINUTE);
    return due < KNOWN_UNTIL ? due : undefined;
  }

  private get expected(): ClockStep | undefined {
    return (lapses(this) ? LAPSING : LADDER)[this.rung.length];
  }
}

const readAmount = (text: string): Walk['limit'] => {
  const amount = Number.parseFloat(text);
  if (text.endsWith('wd')) return { unit: 'wd', amount };
  if (text.endsWith('wh')) return { unit: 'wh', amount };
  const minutes = { m: 1, h: 60, d: 1_440 }[text.at(-1) ?? ''] ?? Number.NaN;
  return { unit: 'm', amount: amount * minutes };
};
