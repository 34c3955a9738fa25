import type { Condition } from '../city/City.ts';
import type { RuleBook } from '../city/Knowledge.ts';
import type { Case } from './Case.ts';

type Filed = Pick<Case, 'service' | 'condition'>;

/**
 * The condition (情形) a case is filed under: it decides limits and urgency. A code that the service does not have counts as
 * its first. Undefined only for a service that the city version does not have.
 */
export const conditionOf = ({ service, condition }: Filed, know: RuleBook): Condition | undefined => {
  const conditions = know.service(service)?.conditions;
  return conditions?.find(({ code }) => code === condition) ?? conditions?.[0];
};

/** What people are told of it: its name, where the service tells conditions apart. A code that is not known has none. */
export const conditionName = ({ service, condition }: Filed, know: RuleBook): string | undefined => {
  const conditions = know.service(service)?.conditions ?? [];
  return conditions.length > 1 ? conditions.find(({ code }) => code === condition)?.name : undefined;
};
