import type { Case } from './Case.ts';

/** Units that have a part in a case, or had one until it was done: not those that gave it back or were let go. */
export const unitsOf = ({ tasks }: Pick<Case, 'tasks'>): readonly string[] =>
  tasks.filter(({ status }) => status !== 'returned' && status !== 'released').map(({ unit }) => unit);
