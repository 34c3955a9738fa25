import type { Case } from '../Case.ts';
import { events, type Rule, refuse } from '../Rule.ts';
import { startClock } from '../startClock.ts';
import { askForRating, leadUnit } from './handling.ts';

/** Who handles never checks their own work (监管分离). */
const handledBy = (state: Case, person: string): boolean => state.handledBy?.includes(person) ?? false;

/** 核查合格 */
export const pass: Rule<'pass'> = {
  stages: ['checking'],
  who: 'owner',
  apply: (state, _command, facts) =>
    handledBy(state, facts.by.person)
      ? refuse({ code: 'selfCheck' })
      : events({ type: 'passed' }, askForRating(state, facts)),
};

/** 核查不合格: back to the same unit, with a new handling limit and the round counted. */
export const fail: Rule<'fail'> = {
  stages: ['checking'],
  who: 'owner',
  apply: (state, command, facts) =>
    handledBy(state, facts.by.person)
      ? refuse({ code: 'selfCheck' })
      : events(
          { type: 'failed', reason: command.reason, round: state.rounds + 1 },
          {
            type: 'moved',
            to: 'handling',
            owner: `unit@${leadUnit(state)}`,
            clock: startClock('handle', state, facts.now, facts.rules),
          },
        ),
};
