import type { Case } from './Case.ts';

/** Everybody who reported it: first who did, then those whose cases were merged into it. */
export const reportersOf = ({
  reporter,
  joined = [],
}: Pick<Case, 'reporter' | 'joined'>): readonly string[] => [
  ...new Set([reporter, ...joined.map((one) => one.reporter)]),
];

export const isReporter = (person: string, state: Pick<Case, 'reporter' | 'joined'>): boolean =>
  reportersOf(state).includes(person);
