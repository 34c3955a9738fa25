import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { acceptAndDispatch } from './acceptAndDispatch.ts';

/** 属实 */
export const verify: Rule<'verify'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, _command, facts) => events({ type: 'verified' }, ...acceptAndDispatch(state, facts)),
};

/** 修改: it is true, but something else than was reported. It goes on under the right service. */
export const correct: Rule<'correct'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, command, facts) => {
    if (command.service === state.service) return refuse({ code: 'sameService', service: command.service });
    const corrected = correction(command.service, facts);
    if (!corrected) return refuse({ code: 'unknownService', service: command.service });
    return events(
      corrected,
      { type: 'verified' },
      ...acceptAndDispatch({ ...corrected, leaf: state.leaf }, facts),
    );
  },
};

/** 不属实: not accepted, with the reason the resident is told. */
export const decline: Rule<'decline'> = {
  stages: ['verifying', 'dispatching'],
  who: 'owner',
  apply: (state, command) =>
    events(
      { type: 'declined', reason: command.reason },
      { type: 'moved', to: 'declined', owner: `resident@${state.reporter}` },
    ),
};

const correction = (code: string, facts: Facts) => {
  const service = facts.rules.service(code);
  const condition = service?.conditions[0];
  if (!service || !condition) return undefined;
  return {
    type: 'corrected',
    service: service.code,
    condition: condition.code,
    urgent: condition.urgent,
    kind: service.kind,
  } as const;
};
