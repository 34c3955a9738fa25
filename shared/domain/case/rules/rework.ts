import type { Case } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock } from '../clocks/startClock.ts';
import { leaderAbove } from '../deskOf.ts';
import { leadUnit } from '../leadUnit.ts';
import type { Facts } from '../Rule.ts';

/**
 * 返工: back to the same unit, with a new limit and the round counted. After as many rounds as the city allows the level above decides:
 * the leader of the street, then those above.
 */
export const rework = (state: Case, reason: string, facts: Facts): readonly CaseEvent[] => {
  const round = state.rounds + 1;
  const failed = { type: 'failed', reason, round } as const;
  const over = round - facts.rules.city.rounds;
  if (over > 0 || !state.tasks.some(({ share }) => share === 'lead'))
    return [
      failed,
      {
        type: 'moved',
        to: 'dispatching',
        owner: leaderAbove(state, Math.max(0, over - 1), facts),
        clock: startClock('accept', state, facts),
      },
    ];
  return [
    failed,
    {
      type: 'moved',
      to: 'handling',
      owner: `unit@${leadUnit(state)}`,
      clock: startClock(state.contained ? 'repair' : 'handle', state, facts),
    },
  ];
};
