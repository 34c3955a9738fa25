import type { LimitName } from '../city/City.ts';
import type { RuleBook } from '../city/Knowledge.ts';
import { type Duration, parseDuration } from '../time/Duration.ts';
import type { Instant } from '../time/Instant.ts';
import type { Case, Clock } from './Case.ts';
import { conditionOf } from './conditionOf.ts';

/** The share of a limit after which its owner is reminded. */
const REMIND_AT = 0.75;

/** The clock of a stage that begins now, by the limit of the case's service and condition. */
export const startClock = (
  limit: LimitName,
  state: Pick<Case, 'service' | 'condition'>,
  now: Instant,
  rules: RuleBook,
): Clock => clockFor(limit, limitOf(limit, state, rules), now, rules);

/** The clock of a resident's rating. At its end the case is filed as unrated. */
export const startRatingClock = (now: Instant, rules: RuleBook): Clock =>
  clockFor('rate', rules.city.unratedAfter, now, rules);

const limitOf = (limit: LimitName, state: Pick<Case, 'service' | 'condition'>, rules: RuleBook): string => {
  const condition = conditionOf(state, rules);
  if (!condition) throw new Error(`City version ${rules.city.version} has no service ${state.service}`);
  return condition.limits[limit];
};

const clockFor = (limit: Clock['limit'], text: string, now: Instant, rules: RuleBook): Clock => {
  const duration = parseDuration(text);
  if (!duration) throw new Error(`City version ${rules.city.version}: ${text} is not a duration`);
  const due = rules.calendar.deadline(now, duration);
  return {
    limit,
    since: now,
    due: due.at,
    next: { step: 'remind', at: reminderOf(now, due.at, duration, rules) },
    ...(due.provisional ? { provisional: true as const } : {}),
  };
};

const reminderOf = (since: Instant, due: Instant, duration: Duration, rules: RuleBook): Instant => {
  if (duration.unit === 'natural') return since + Math.round((due - since) * REMIND_AT);
  const open = rules.calendar.workingTime(since, due);
  return rules.calendar.afterWorkingTime(since, Math.round(open * REMIND_AT));
};
