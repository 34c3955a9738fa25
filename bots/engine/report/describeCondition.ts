import type { Condition, Service } from '../../../shared/domain/city/City.ts';
import { resident as say } from '../phrases/resident.ts';

/** `情形：缺失、塌陷（紧急）`; undefined where there is nothing to tell: one condition, and not urgent. */
export const describeCondition = (
  service: Pick<Service, 'conditions'> | undefined,
  condition: Condition | undefined,
): string | undefined =>
  condition && ((service?.conditions.length ?? 0) > 1 || condition.urgent)
    ? say.condition(condition.name, condition.urgent)
    : undefined;

/** A standard name says 不明井盖异常; people are asked about the thing. */
export const thingOf = ({ name }: Pick<Service, 'name'>): string => name.replace(/异常$/u, '');
