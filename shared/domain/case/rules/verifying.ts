import type { Case } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, events, type Facts, type Rule, refuse } from '../Rule.ts';
import { acceptAndDispatch } from './acceptAndDispatch.ts';

/** 属实 */
export const verify: Rule<'verify'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, _command, facts) => events({ type: 'verified' }, ...acceptAndDispatch(state, facts)),
};

/** 修改: it is true, but something else, or more or less urgent, than was reported. It goes on as what it is. */
export const correct: Rule<'correct'> = {
  stages: ['verifying'],
  who: 'owner',
  apply: (state, command, facts) => {
    const corrected = correction(state, command, facts);
    if ('code' in corrected) return refuse(corrected);
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

const correction = (
  state: Case,
  command: CommandOf<'correct'>,
  { rules }: Facts,
): Extract<CaseEvent, { type: 'corrected' }> | Refusal => {
  const { service: code, condition: wanted } = command;
  const isSame = code === state.service && (wanted === undefined || wanted === state.condition);
  if (isSame) return { code: 'sameService', service: code };
  const service = rules.service(code);
  if (!service) return { code: 'unknownService', service: code };
  const condition =
    wanted === undefined ? service.conditions[0] : service.conditions.find((one) => one.code === wanted);
  if (!condition) return { code: 'unknownCondition', condition: wanted ?? '' };
  return {
    type: 'corrected',
    service: service.code,
    condition: condition.code,
    urgent: condition.urgent,
    kind: service.kind,
  };
};
