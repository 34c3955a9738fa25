import type { LimitName } from '../city/City.ts';
import type { RuleBook } from '../city/Knowledge.ts';
import { parseDuration } from '../time/Duration.ts';
import type { Instant } from '../time/Instant.ts';
import type { Case } from './Case.ts';
import { conditionOf } from './conditionOf.ts';

type Filed = Pick<Case, 'service' | 'condition'>;

/**
 * The latest instant by which a case is handled and checked if every stage takes its whole limit, one after the other.
 * An upper bound: stages a case may skip (派遣 by hand) are counted. Undefined when the service or a limit is not known.
 */
export const promisedFinish = (state: Filed & Pick<Case, 'openedAt'>, know: RuleBook): Instant | undefined =>
  know.service(state.service)?.verify
    ? after(state.openedAt, ['verify', ...LATER], state, know)
    : after(state.openedAt, LATER, state, know);

/** The same for a case that was verified at `from`: what is still before it. */
export const finishOnceVerified = (state: Filed, from: Instant, know: RuleBook): Instant | undefined =>
  after(from, LATER, state, know);

const LATER: readonly LimitName[] = ['accept', 'sign', 'handle', 'check'];

const after = (
  from: Instant,
  stages: readonly LimitName[],
  state: Filed,
  know: RuleBook,
): Instant | undefined => {
  const condition = conditionOf(state, know);
  const checked = know.service(state.service)?.check;
  return stages
    .filter((stage) => stage !== 'check' || checked)
    .reduce<Instant | undefined>((at, stage) => {
      const limit = condition && parseDuration(condition.limits[stage]);
      return at === undefined || limit === undefined ? undefined : know.calendar.deadline(at, limit).at;
    }, from);
};
