import type { Case } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startOwedClock } from '../clocks/startClock.ts';
import type { Facts } from '../Rule.ts';

/** 容缺受理: what is still owed when a case is taken up again is owed from then on. */
export const owedAgain = ({ owed = [] }: Case, facts: Facts): readonly CaseEvent[] =>
  owed.map(({ code, clock }) => ({
    type: 'owedAnew',
    material: code,
    clock: startOwedClock(clock.lasts, facts),
  }));
