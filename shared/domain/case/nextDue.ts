import type { Instant } from '../time/Instant.ts';
import { type Case, ENDED } from './Case.ts';

/** When the case must be looked at again; undefined once it has ended. */
export const nextDue = (state: Case): Instant | undefined =>
  ENDED.has(state.stage) ? undefined : state.clock?.next.at;
