import type { Case, Task } from '../Case.ts';
import type { Assist } from '../CaseCommand.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startClock } from '../clocks/startClock.ts';
import { deskOf } from '../deskOf.ts';
import type { Facts } from '../Rule.ts';

type Accepted = Pick<Case, 'service' | 'condition' | 'leaf' | 'about'>;

/**
 * 受理、派遣: the unit answering for service and place gets the task; where no route finds one, or only the unit complained about, the
 * street's dispatcher decides.
 */
export const acceptAndDispatch = (state: Accepted, facts: Facts): readonly CaseEvent[] => {
  const routing = facts.rules.route(state.service, state.leaf);
  if (routing.found && routing.unit !== state.about) {
    const { rule } = routing;
    const assist = routing.assist.filter((unit) => unit !== state.about).map((unit) => ({ unit }));
    return [{ type: 'accepted' }, ...dispatchTo({ unit: routing.unit, assist, rule }, state, facts)];
  }
  const weighed = routing.found ? [routing.rule] : routing.weighed;
  return [{ type: 'accepted' }, { type: 'unroutable', weighed }, toDesk(state, facts)];
};

/** 待派遣: with the desk, within the limit of acceptance. */
export const toDesk = (state: Accepted, facts: Facts): CaseEvent => ({
  type: 'moved',
  to: 'dispatching',
  owner: deskOf(state, facts),
  clock: startClock('accept', state, facts),
});

interface Dispatch {
  readonly unit: string;
  readonly assist?: readonly Assist[];
  /** The route, or who decided. */
  readonly rule: string;
  /** Nobody of these may give it back any more. */
  readonly settled?: true;
  readonly reason?: string;
}

/** The tasks go out; the lead unit owns the case until it is handled. */
export const dispatchTo = (
  { unit, assist = [], rule, settled, reason }: Dispatch,
  state: Accepted,
  facts: Facts,
): readonly CaseEvent[] => {
  const clock = startClock('sign', state, facts);
  const fixed = settled ? { settled } : {};
  const lead: Task = { unit, share: 'lead', status: 'assigned', rule, ...fixed };
  const assists = assist.map(
    (one): Task => ({
      unit: one.unit,
      share: 'assist',
      rule,
      ...(one.after === undefined ? { status: 'assigned', clock } : { status: 'waiting', after: one.after }),
      ...fixed,
    }),
  );
  return [
    { type: 'dispatched', tasks: [lead, ...assists], ...(reason === undefined ? {} : { reason }) },
    { type: 'moved', to: 'assigned', owner: `unit@${unit}`, clock },
  ];
};
