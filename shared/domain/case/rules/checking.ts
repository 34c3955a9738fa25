import type { Case } from '../Case.ts';
import { events, type Rule, refuse } from '../Rule.ts';
import { askForRating, fileUnrated } from './ending.ts';
import { rework } from './rework.ts';

/** Who handles never checks their own work (监管分离). */
const handledBy = (state: Case, person: string): boolean => state.handledBy?.includes(person) ?? false;

/** 核查合格. What was found on patrol has nobody to rate it. */
export const pass: Rule<'pass'> = {
  stages: ['checking'],
  who: 'owner',
  apply: (state, _command, facts) => {
    if (handledBy(state, facts.by.person)) return refuse({ code: 'selfCheck' });
    const next = state.patrol ? fileUnrated(state.reporter) : [askForRating(state, facts)];
    return events({ type: 'passed' }, ...next);
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
