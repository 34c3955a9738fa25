import { readFileSync } from 'node:fs';
import { settingsOfFunction } from '../infra/functions.ts';
import type { Figure } from './Figure.ts';
import type { TickCost } from './tickCost.ts';

/** What the clocks of a city were seen to take. */
export interface Counted {
  /** Write units of one due instant. */
  readonly instant: { readonly set: number; readonly move: number; readonly remove: number };
  readonly tick: TickCost;
  /** Read units for one that fell due, of the sweeps that saw it; and of a sweep of an ordinary minute. */
  readonly readsOfDue: number;
  readonly readsAtRest: number;
  /** Seconds of such a sweep. */
  readonly secondsAtRest: number;
  /** Seconds of the sweep's processor for one tick. */
  readonly processorOfDue: number;
}

/** What waiting for one more service costs a function of 768 MB, where a timer is set elsewhere than in the case: ms. */
const ONE_MORE_CALL = 20;
const MINUTES_OF_MONTH = 43_800;
/** Of a wait that ends by itself: into the wait, and into the task after it. */
const TRANSITIONS = 2;

/** USD for a million deadlines, of ours and of the services that offer timers; and what stays while nothing is due. */
export const timerBill = (counted: Counted): readonly Figure[] => {
  const prices = JSON.parse(readFileSync(new URL('./prices.json', import.meta.url), 'utf8'));
  const { writeUnitsPerMillion: write, readUnitsPerMillion: read } = prices.dynamodb;
  const { requestsPerMillion: invocation, armGbSecond } = prices.lambda;
  const message: number = prices.sqs.standardPerMillion;
  const gb = (name: 'sweepDue' | 'tickCase') => settingsOfFunction(name).memory / 1024;
  const run = (name: 'sweepDue' | 'tickCase', processor: number): number =>
    ((processor * 1769) / settingsOfFunction(name).memory) * gb(name) * 1e6 * armGbSecond;

  const { instant, tick } = counted;
  // A batch of ten is one request to send, one to receive and one to delete.
  const queue = 0.3 * message;
  const looking = counted.readsOfDue * read + run('sweepDue', counted.processorOfDue);
  const waking = 0.1 * invocation + run('tickCase', tick.processor / 10) + tick.ring.reads * read;
  const rest =
    // The rule that calls it each minute is free.
    (MINUTES_OF_MONTH / 1e6) * (counted.readsAtRest * read + invocation) +
    MINUTES_OF_MONTH * counted.secondsAtRest * gb('sweepDue') * armGbSecond;
  const call = (ONE_MORE_CALL / 1000) * 0.75 * 1e6 * armGbSecond;
  // One message each: a schedule cannot batch.
  const fired = prices.scheduler.invocationsPerMillion + message + 0.2 * message;
  const step = prices.stepFunctionsStandard.transitionsPerMillion;
  const row = (what: string, ...dollars: readonly number[]): Figure => ({
    what,
    value: dollars.map((each) => each.toFixed(2)).join(', '),
  });
  return [
    { what: 'USD for a million deadlines', value: 'set, moved, taken out, come to its tick' },
    row(
      'in the case, under its sparse index',
      instant.set * write,
      instant.move * write,
      instant.remove * write,
      looking + queue,
    ),
    row(
      'one EventBridge schedule each (not in the same transaction; 10 M, 1 M of old, of them; 5,000, of old 1,000, in most regions 250 a second to make, change, delete; 1,000 a second fire)',
      call,
      call,
      call,
      fired,
    ),
    row(
      'one Step Functions execution each, a wait state (1 M open; moving is stopping and beginning anew)',
      step + call,
      2 * call + step,
      call,
      (TRANSITIONS - 1) * step,
    ),
    { what: 'a Step Functions express workflow', value: 'ends after five minutes: no timer of days' },
    row('the tick itself, whatever wakes it: Lambda and reads, beside the history it writes', waking),
    row('sweeps of ordinary minutes, USD a month', rest),
  ];
};
