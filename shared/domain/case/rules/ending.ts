import type { Case } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { startRatingClock } from '../clocks/startClock.ts';
import { ratersOf } from '../isReporter.ts';
import type { Facts } from '../Rule.ts';

/** The case goes back to who reported it, for a rating. */
export const askForRating = (state: Case, facts: Facts): CaseEvent => ({
  type: 'moved',
  to: 'rating',
  owner: `resident@${state.reporter}`,
  clock: startRatingClock(facts),
});

/** Handled and checked: they are asked whose case it is. What was found on patrol, and nobody else reported, has nobody to rate it. */
export const toBeRated = (state: Case, facts: Facts): readonly CaseEvent[] =>
  ratersOf(state).length > 0 ? [askForRating(state, facts)] : fileUnrated(state.reporter);

/** 归档 */
export const endWith = (state: Pick<Case, 'reporter'>, rated: boolean): readonly CaseEvent[] => [
  { type: 'filed', rated },
  { type: 'moved', to: 'closed', owner: `resident@${state.reporter}` },
];

export const fileUnrated = (reporter: string): readonly CaseEvent[] => endWith({ reporter }, false);
