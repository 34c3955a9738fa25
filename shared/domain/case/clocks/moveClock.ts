import type { Calendar } from '../../calendar/Calendar.ts';
import { policyOf } from '../../city/policyOf.ts';
import type { Instant } from '../../time/Instant.ts';
import type { Clock, ClockMove } from '../Clock.ts';
import { dueOf } from './dueOf.ts';
import { readDuration } from './readDuration.ts';
import { reminderOf } from './reminderOf.ts';
import { isRung, rungAt } from './stepAfter.ts';
import type { Time } from './Time.ts';
import { workCalendar } from './workCalendar.ts';

/** The clock after it stood still from `stopped` until now: what was left of every step is left of it still. */
export const restartClock = (clock: Clock, stopped: Instant, { now, rules, ledger }: Time): Clock => {
  const calendar = workCalendar(rules, ledger);
  const moved = moveClock(clock, { kind: 'stood', from: stopped, to: now }, calendar);
  const step = clock.next?.step;
  if (!clock.next || !step) return moved;
  const { ladder } = policyOf(rules.city);
  if (isRung(step)) return { ...moved, next: { step, at: rungAt(moved, step, { calendar, ladder }) } };
  if (step !== 'remind') return { ...moved, next: { step, at: moved.due } };
  const at = later(clock.next.at, stopped, now, clock, calendar);
  return { ...moved, next: { step, at: Math.min(at, moved.due) } };
};

/** 延期: the limit ends later by a duration; what had been passed before it is forgotten, but for a reminder that was given. */
export const extendClock = (clock: Clock, by: string, { now, rules, ledger }: Time): Clock => {
  const calendar = workCalendar(rules, ledger);
  const { overdue: _over, ...moved } = moveClock(clock, { kind: 'extended', by }, calendar);
  const reminded = clock.next?.step !== 'remind';
  return {
    ...moved,
    next: reminded
      ? { step: 'urge', at: moved.due }
      : { step: 'remind', at: reminderOf(moved, now, calendar, policyOf(rules.city).ladder) },
  };
};

/** A provisional clock by the working days that are announced by now; the same clock when they tell nothing new. */
export const recomputeClock = (clock: Clock, { rules, ledger }: Time): Clock => {
  const calendar = workCalendar(rules, ledger);
  const due = dueOf(clock, calendar);
  const isStill = due.provisional === (clock.provisional ?? false) && due.at === clock.due;
  if (isStill) return clock;
  const { provisional: _was, ...rest } = clock;
  const at = { ...rest, due: due.at, ...(due.provisional ? { provisional: true as const } : {}) };
  if (!clock.next || clock.overdue) return at;
  const step = clock.next.step;
  return {
    ...at,
    next: {
      step,
      at: step === 'remind' ? reminderOf(at, clock.since, calendar, policyOf(rules.city).ladder) : due.at,
    },
  };
};

const moveClock = (clock: Clock, move: ClockMove, calendar: Calendar): Clock => {
  const moved: Clock = { ...clock, moves: [...(clock.moves ?? []), move] };
  const due = dueOf(moved, calendar);
  const { provisional: _was, ...rest } = moved;
  return { ...rest, due: due.at, ...(due.provisional ? { provisional: true as const } : {}) };
};

/** An instant of a clock that stood still: as much time after it goes on as there was left when it stopped. */
const later = (at: Instant, stopped: Instant, now: Instant, clock: Clock, calendar: Calendar): Instant =>
  readDuration(clock.lasts).unit === 'natural'
    ? now + Math.max(0, at - stopped)
    : calendar.afterWorkingTime(now, calendar.workingTime(stopped, at));
