import type { LimitName, PolicyLimits } from '../../city/City.ts';
import { policyOf } from '../../city/policyOf.ts';
import type { Instant } from '../../time/Instant.ts';
import type { Case } from '../Case.ts';
import type { Clock, ClockLimit } from '../Clock.ts';
import { conditionOf } from '../conditionOf.ts';
import { readDuration } from './readDuration.ts';
import { reminderOf } from './reminderOf.ts';
import type { Time } from './Time.ts';
import { workCalendar } from './workCalendar.ts';

/** The clock of a stage that begins now, by the limit of the case's service and condition. */
export const startClock = (
  limit: LimitName | 'repair',
  state: Pick<Case, 'service' | 'condition'>,
  time: Time,
): Clock => {
  const condition = conditionOf(state, time.rules);
  if (!condition) throw new Error(`City version ${time.rules.city.version} has no service ${state.service}`);
  return clockFor(limit, condition.limits[limit] ?? condition.limits.handle, time);
};

/** The clock of something the catalog does not know of. */
export const startPolicyClock = (limit: Exclude<keyof PolicyLimits, 'appeal'>, time: Time): Clock =>
  clockFor(limit, policyOf(time.rules.city).limits[limit], time);

/** The clock of a resident's rating. At its end the case is filed as unrated. */
export const startRatingClock = (time: Time): Clock => clockFor('rate', time.rules.city.unratedAfter, time);

/** The clock of material that is owed for `lasts`. */
export const startOwedClock = (lasts: string, time: Time): Clock => clockFor('owe', lasts, time);

const clockFor = (limit: ClockLimit, lasts: string, { now, rules, ledger }: Time): Clock => {
  const calendar = workCalendar(rules, ledger);
  const due = calendar.deadline(now, readDuration(lasts));
  const clock: Clock = {
    limit,
    lasts,
    since: now,
    due: due.at,
    ...(due.provisional ? { provisional: true as const } : {}),
  };
  return {
    ...clock,
    next: { step: 'remind', at: reminderOf(clock, now, calendar, policyOf(rules.city).ladder) },
  };
};

/** Ends no later than another clock does: a decision about more time comes to nothing once the time is over. */
export const endingBy = (clock: Clock, at: Instant): Clock => {
  if (clock.due <= at || !clock.next) return clock;
  const { provisional: _never, ...rest } = clock;
  return { ...rest, due: at, next: { ...clock.next, at: Math.min(clock.next.at, at) } };
};
