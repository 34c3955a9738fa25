import type { Case, Grade } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startPolicyClock } from '../clocks/startClock.ts';
import { deskOf } from '../deskOf.ts';
import { heard } from '../evolve/heard.ts';
import { ratersOf } from '../isReporter.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { askForRating, endWith } from './ending.ts';
import { rework } from './rework.ts';

/** C and D: the desk calls back (回访) before it is filed. */
const needsVisit = (grade: Grade): boolean => grade === 'C' || grade === 'D';

export const isVisiting = (state: Pick<Case, 'stage' | 'clock'>): boolean =>
  state.stage === 'rating' && state.clock?.limit === 'visit';

/**
 * 评价. Satisfied, it is filed, when everybody whose case it is has said so. Else the desk calls back; until then, and while it does,
 * a rating may be changed, and each change is kept.
 */
export const rate: Rule<'rate'> = {
  stages: ['rating'],
  who: 'reporter',
  apply: (state, { rating }, facts) => {
    const { person } = facts.by;
    const rated: CaseEvent = {
      type: 'rated',
      rating,
      ...(person === state.reporter ? {} : { reporter: person }),
    };
    const { voices = [], rating: worst = rating } = heard(state, person, rating);
    if (needsVisit(worst.overall))
      return events(rated, ...(isVisiting(state) ? [] : [toVisit(state, facts)]));
    const everybody = ratersOf(state).every((rater) => voices.some(({ reporter }) => reporter === rater));
    return events(rated, ...(everybody ? endWith(state, true) : backToResidents(state, facts)));
  },
};

/** Nobody is unhappy any more, but somebody has not spoken yet: the desk need not call. */
const backToResidents = (state: Case, facts: Facts): readonly CaseEvent[] =>
  isVisiting(state) ? [askForRating(state, facts)] : [];

const toVisit = (state: Case, facts: Facts): CaseEvent => ({
  type: 'moved',
  to: 'rating',
  owner: deskOf(state, facts),
  clock: startPolicyClock('visit', facts),
});

/** 回访: the resident lets it be, or it is handled again. */
export const visit: Rule<'visit'> = {
  stages: ['rating'],
  who: 'owner',
  apply: (state, { agreed, words }, facts) => {
    if (!isVisiting(state)) return refuse({ code: 'wrongStage', stage: state.stage });
    // Who handled it does not say that the resident is content with it.
    if (agreed && state.handledBy?.includes(facts.by.person)) return refuse({ code: 'selfCheck' });
    const visited = { type: 'visited', agreed, words } as const;
    return events(visited, ...(agreed ? endWith(state, true) : rework(state, words, facts)));
  },
};

/** Nobody called back: what was bad is handled again, what was middling is filed. */
export const visitLapsed = (state: Case, facts: Facts): readonly CaseEvent[] =>
  state.rating?.overall === 'D' ? rework(state, state.rating.opinion ?? '', facts) : endWith(state, true);
