import type { Case, Request } from '../Case.ts';
import { OPEN } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { extendClock } from '../clocks/moveClock.ts';
import { startPolicyClock } from '../clocks/startClock.ts';
import { leadIsDone } from '../leadIsDone.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { withoutUnit } from './finishing.ts';
import { pause } from './pausing.ts';
import { clockOf } from './requesting.ts';

/** 同意 */
export const approve: Rule<'approve'> = {
  stages: OPEN,
  who: 'approver',
  apply: (state, _command, facts) => {
    const { request } = state;
    if (!request) return refuse({ code: 'noRequest' });
    // It lapses then, by the clock that is on its way.
    if (facts.now >= request.clock.due) return refuse({ code: 'pastLimit' });
    if (request.person === facts.by.person) return refuse({ code: 'selfCheck' });
    const { kind, unit } = request;
    return events({ type: 'approved', kind, unit }, ...granted(state, request, facts));
  },
};

/** 不同意: it goes on as it was. A unit that was not let go has to do it. */
export const reject: Rule<'reject'> = {
  stages: OPEN,
  who: 'approver',
  apply: (state, { reason }, facts) => {
    const { request } = state;
    if (!request) return refuse({ code: 'noRequest' });
    if (request.person === facts.by.person) return refuse({ code: 'selfCheck' });
    return events({ type: 'rejected', kind: request.kind, unit: request.unit, reason });
  },
};

/** Nobody decided in time: nothing is granted by silence, and it may be asked for again. */
export const requestLapsed = ({ kind, unit }: Request): CaseEvent => ({
  type: 'rejected',
  kind,
  unit,
  reason: '',
  lapsed: true,
});

const granted = (state: Case, request: Request, facts: Facts): readonly CaseEvent[] => {
  switch (request.kind) {
    case 'extend':
      return extended(state, request, facts);
    case 'suspend':
      return suspended(state, request, facts);
    case 'return':
      return withoutUnit(state, request.unit, facts);
  }
};

/** Where the case has gone on meanwhile, more time is of no use any more. */
const extended = (state: Case, { unit, by }: Request, facts: Facts): readonly CaseEvent[] => {
  const task = state.tasks.find((one) => one.unit === unit);
  const isAtIt = state.pause === undefined && task?.status === 'handling';
  const clock = task && isAtIt ? clockOf(task, state) : undefined;
  if (!task || !clock || by === undefined) return [];
  const name = task.share === 'lead' ? 'stage' : (`task:${unit}` as const);
  return [{ type: 'extended', unit, name, clock: extendClock(clock, by, facts) }];
};

/** It stands still from now; or, where it does already, another period begins. */
const suspended = (state: Case, { reason }: Request, facts: Facts): readonly CaseEvent[] => {
  const clock = startPolicyClock('review', facts);
  if (state.stage === 'suspended') return [{ type: 'moved', to: 'suspended', owner: state.owner, clock }];
  if (state.stage !== 'handling' || leadIsDone(state)) return [];
  const halt = { kind: 'suspension', words: reason, stage: 'suspended', owner: state.owner, clock } as const;
  return pause(state, halt, facts);
};
