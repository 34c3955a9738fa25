import { policyOf } from '../../city/policyOf.ts';
import { eachOnce } from '../../ledger/eachOnce.ts';
import { dateText, dayOf } from '../../time/Instant.ts';
import { rolesIn } from '../answersFor.ts';
import type { Case, Opinion } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startPolicyClock } from '../clocks/startClock.ts';
import { withOpinion } from '../evolve/withOpinion.ts';
import { leadIsDone } from '../leadIsDone.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { pause, resumed } from './pausing.ts';

/** The clocks stand still meanwhile: asking is no way of gaining time. */
const MOST_CONSULTATIONS = 3;

/** 专家咨询: what nobody here can tell goes to the experts of the area; the clocks stand still. */
export const consult: Rule<'consult'> = {
  stages: ['verifying', 'screening', 'dispatching', 'handling'],
  who: 'owner',
  apply: (state, { question }, facts) => {
    if (leadIsDone(state)) return refuse({ code: 'noTask' });
    if ((state.consulted ?? 0) >= MOST_CONSULTATIONS)
      return refuse({ code: 'askedEnough', most: MOST_CONSULTATIONS });
    const [first] = experts(state, facts);
    if (!first) return refuse({ code: 'noExperts' });
    const clock = startPolicyClock('consult', facts);
    const halt = {
      kind: 'consultation',
      words: question,
      stage: 'consulting',
      owner: `expert@${first.area}`,
      clock,
    } as const;
    return events(...pause(state, halt, facts));
  },
};

/**
 * 专家意见. Once enough have answered the majority decides: what should not be taken up is declined, else it goes on where it was, with
 * the opinions. Where they are divided, everybody is waited for, and then whoever asked decides.
 */
export const opine: Rule<'opine'> = {
  stages: ['consulting'],
  who: 'owner',
  apply: (state, { accept, words }, facts) => {
    const { person } = facts.by;
    const opined = { type: 'opined', person, accept, words } as const;
    const opinions = withOpinion(state.opinions, opined);
    return events(opined, ...decided(state, opinions, facts));
  },
};

const decided = (state: Case, opinions: readonly Opinion[], facts: Facts): readonly CaseEvent[] => {
  const all = experts(state, facts).length;
  const quorum = Math.min(policyOf(facts.rules.city).quorum, all);
  if (opinions.length < quorum) return [];
  const against = opinions.filter(({ accept }) => !accept);
  const isDivided = against.length * 2 === opinions.length;
  if (isDivided) return opinions.length < all ? [] : resumed(state, 'decided', facts);
  const goesOn = resumed(state, 'decided', facts);
  // What was handled has a result, good or bad: it is concluded, not refused.
  const isHandled = state.pause?.stage === 'handling' || state.rounds > 0;
  if (against.length * 2 < opinions.length || isHandled) return goesOn;
  return [
    ...goesOn,
    { type: 'declined', reason: against.map(({ words }) => words).join('；'), post: state.owner },
    { type: 'moved', to: 'declined', owner: `resident@${state.reporter}` },
  ];
};

const experts = (state: Case, facts: Facts) =>
  eachOnce(rolesIn('expert', state.leaf, dateText(dayOf(facts.now)), facts.ledger));
