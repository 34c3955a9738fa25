import type { Case } from '../../shared/domain/case/Case.ts';
import type { LimitName } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { parseDuration } from '../../shared/domain/time/Duration.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';

/**
 * The latest instant by which a case is handled and checked if every stage takes its whole limit, one after the other.
 * An upper bound: stages a case may skip (派遣 by hand) are counted. Undefined when the service or a limit is not known.
 */
export const promisedFinish = (
  state: Pick<Case, 'service' | 'condition' | 'openedAt'>,
  know: Knowledge,
): Instant | undefined => {
  const service = know.service(state.service);
  const condition =
    service?.conditions.find(({ code }) => code === state.condition) ?? service?.conditions[0];
  if (!service || !condition) return undefined;
  const stages: readonly LimitName[] = [
    ...(service.verify ? (['verify'] as const) : []),
    'accept',
    'sign',
    'handle',
    ...(service.check ? (['check'] as const) : []),
  ];
  return stages.reduce<Instant | undefined>((from, stage) => {
    const limit = parseDuration(condition.limits[stage]);
    return from === undefined || limit === undefined ? undefined : know.calendar.deadline(from, limit).at;
  }, state.openedAt);
};
