import type { Case, Rating } from '../Case.ts';

/** What somebody says of the result counts from now on; the case has the lowest of what everybody says. */
export const heard = (state: Case, reporter: string, rating: Rating): Case => {
  const voices = [
    ...(state.voices ?? []).filter((voice) => voice.reporter !== reporter),
    { reporter, rating },
  ];
  return {
    ...state,
    voices,
    rating: lowest(
      voices.map((voice) => voice.rating),
      rating,
    ),
  };
};

/** Satisfaction is never rounded up. */
const lowest = (ratings: readonly Rating[], first: Rating): Rating =>
  ratings.reduce((worst, one) => (one.overall > worst.overall ? one : worst), first);
