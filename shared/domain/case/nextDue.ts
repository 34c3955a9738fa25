import type { Instant } from '../time/Instant.ts';
import type { Case } from './Case.ts';
import { clocksOf } from './clocks/clocksOf.ts';

/** When the case must be looked at again; undefined when nothing runs any more. */
export const nextDue = (state: Case): Instant | undefined => {
  const steps = clocksOf(state).flatMap(({ clock }) => clock.next?.at ?? []);
  return steps.length === 0 ? undefined : Math.min(...steps);
};
