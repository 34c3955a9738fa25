import type { Case, Grade, Rating } from '../Case.ts';

/**
 * What somebody says of the result counts from now on; the case has the lowest of what everybody says. Of each only the grade is kept
 * beside it: what they wrote is in the history.
 */
export const heard = (state: Case, reporter: string, rating: Rating): Case => {
  const others = (state.voices ?? []).filter((voice) => voice.reporter !== reporter);
  const voices = [...others, { reporter, overall: rating.overall }];
  return { ...state, voices, rating: lowest(others, rating, state.rating) };
};

/** Satisfaction is never rounded up. */
const lowest = (
  others: readonly { readonly overall: Grade }[],
  rating: Rating,
  before: Rating | undefined,
): Rating => {
  const worst =
    others
      .map(({ overall }) => overall)
      .toSorted()
      .at(-1) ?? 'A';
  if (rating.overall >= worst) return rating;
  return before?.overall === worst ? before : { overall: worst };
};
