import type { Case } from '../Case.ts';
import { events, type Rule, refuse } from '../Rule.ts';
import { toBeRated } from './ending.ts';
import { rework } from './rework.ts';

/** Who handles never checks their own work (监管分离). */
const handledBy = (state: Case, person: string): boolean => state.handledBy?.includes(person) ?? false;

/** 核查合格 */
export const pass: Rule<'pass'> = {
  stages: ['checking'],
  who: 'owner',
  apply: (state, _command, facts) => {
    if (handledBy(state, facts.by.person)) return refuse({ code: 'selfCheck' });
    return events({ type: 'passed' }, ...toBeRated(state, facts));
  },
};

/** 核查不合格 */
export const fail: Rule<'fail'> = {
  stages: ['checking'],
  who: 'owner',
  apply: (state, command, facts) =>
    handledBy(state, facts.by.person)
      ? refuse({ code: 'selfCheck' })
      : events(...rework(state, command.reason, facts)),
};
