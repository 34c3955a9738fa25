import type { Case } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { startClock, startRatingClock } from '../startClock.ts';
import { dispatchTo } from './acceptAndDispatch.ts';

/** 派遣 by a person, where routing found no unit. */
export const dispatch: Rule<'dispatch'> = {
  stages: ['dispatching'],
  who: 'owner',
  apply: (state, command, facts) => {
    if (!facts.rules.unit(command.unit)) return refuse({ code: 'unknownUnit', unit: command.unit });
    const lead = { unit: command.unit, share: 'lead', rule: facts.by.person } as const;
    return events(...dispatchTo([lead], state, facts));
  },
};

/** 签收 */
export const sign: Rule<'sign'> = {
  stages: ['assigned'],
  who: 'owner',
  apply: (state, _command, facts) =>
    events(
      { type: 'signed', unit: leadUnit(state), person: facts.by.person },
      {
        type: 'moved',
        to: 'handling',
        owner: state.owner,
        clock: startClock('handle', state, facts.now, facts.rules),
      },
    ),
};

/** 办结: the supervisor checks it, or the resident is asked at once where the service needs no check. */
export const finish: Rule<'finish'> = {
  stages: ['handling'],
  who: 'owner',
  apply: (state, command, facts) => {
    const done = {
      type: 'done',
      unit: leadUnit(state),
      person: facts.by.person,
      report: command.report,
      photos: command.photos,
    } as const;
    return facts.rules.service(state.service)?.check
      ? events(done, {
          type: 'moved',
          to: 'checking',
          owner: `supervisor@${state.leaf}`,
          clock: startClock('check', state, facts.now, facts.rules),
        })
      : events(done, askForRating(state, facts));
  },
};

/** The case goes back to who reported it, for a rating. */
export const askForRating = (state: Case, facts: Facts): CaseEvent => ({
  type: 'moved',
  to: 'rating',
  owner: `resident@${state.reporter}`,
  clock: startRatingClock(facts.now, facts.rules),
});

/** The unit that leads. A case that was dispatched always has one. */
export const leadUnit = (state: Case): string => {
  const lead = state.tasks.find((task) => task.share === 'lead');
  if (!lead) throw new Error(`Case ${state.number} has no lead unit`);
  return lead.unit;
};
