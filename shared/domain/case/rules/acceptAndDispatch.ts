import type { Case, Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import type { Facts } from '../Rule.ts';
import { startClock } from '../startClock.ts';

type Accepted = Pick<Case, 'service' | 'condition' | 'leaf'>;

/** 受理、派遣: the unit answering for service and place gets the task; where no route finds one, the street's dispatcher decides. */
export const acceptAndDispatch = (state: Accepted, facts: Facts): readonly CaseEvent[] => {
  const routing = facts.rules.route(state.service, state.leaf);
  if (routing.found) {
    const assist = routing.assist.map((unit) => ({ unit, share: 'assist', rule: routing.rule }) as const);
    const lead = { unit: routing.unit, share: 'lead', rule: routing.rule } as const;
    return [{ type: 'accepted' }, ...dispatchTo([lead, ...assist], state, facts)];
  }
  return [
    { type: 'accepted' },
    { type: 'unroutable', weighed: routing.weighed },
    {
      type: 'moved',
      to: 'dispatching',
      owner: `dispatcher@${dispatchArea(state.leaf, facts)}`,
      clock: startClock('accept', state, facts.now, facts.rules),
    },
  ];
};

/** The tasks go out; the lead unit owns the case until it is handled. */
export const dispatchTo = (
  tasks: readonly Omit<Task, 'status'>[],
  state: Accepted,
  facts: Facts,
): readonly CaseEvent[] => {
  const lead = tasks.find((task) => task.share === 'lead');
  if (!lead) throw new Error('A dispatch needs a lead unit');
  return [
    { type: 'dispatched', tasks: tasks.map((task) => ({ ...task, status: 'assigned' })) },
    {
      type: 'moved',
      to: 'assigned',
      owner: `unit@${lead.unit}`,
      clock: startClock('sign', state, facts.now, facts.rules),
    },
  ];
};

/** The street of the leaf; dispatchers above it answer for a street that has none of its own. */
const dispatchArea = (leaf: string, facts: Facts): string =>
  facts.rules.lineage(leaf).find((area) => area.level === 'street')?.code ?? leaf;
