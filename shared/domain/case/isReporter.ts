import type { Case } from './Case.ts';

/** Everybody who reported it: first who did, then those whose cases were merged into it. */
export const reportersOf = ({
  reporter,
  joined = [],
}: Pick<Case, 'reporter' | 'joined'>): readonly string[] => [
  ...new Set([reporter, ...joined.map((one) => one.reporter)]),
];

/** Who rates it: everybody who reported it, but not whoever of the staff found it on patrol. */
export const ratersOf = (state: Pick<Case, 'reporter' | 'joined' | 'patrol'>): readonly string[] =>
  reportersOf(state).filter((reporter) => !state.patrol || reporter !== state.reporter);

export const isReporter = (person: string, state: Pick<Case, 'reporter' | 'joined'>): boolean =>
  reportersOf(state).includes(person);
