import type { LedgerRow } from '../city/City.ts';
import { sharedBy } from '../city/sharedBy.ts';
import type { Leave } from './Staffing.ts';

interface Given {
  readonly byPerson: ReadonlyMap<string, readonly LedgerRow[]>;
  readonly leaves: readonly Leave[];
}

/**
 * Whoever is away, and everybody on whom it can depend who stands in for them on these days: deputies, their deputies, and superiors,
 * each line as far as the first who is there on all of the days.
 */
export const standInChain = (leave: Leave, given: Given): ReadonlySet<string> =>
  new Set([...namedFrom(leave, 'deputy', given), ...namedFrom(leave, 'superior', given)]);

const namedFrom = (leave: Leave, key: 'deputy' | 'superior', given: Given): ReadonlySet<string> => {
  const named = new Set([leave.person]);
  // A set is gone through with what is added on the way.
  for (const one of named) {
    if (one !== leave.person && isAlwaysThere(one, leave, given)) continue;
    for (const row of given.byPerson.get(one) ?? []) {
      const next = row[key];
      if (next !== undefined) named.add(next);
    }
  }
  return named;
};

const isAlwaysThere = (person: string, days: Leave, { byPerson, leaves }: Given): boolean =>
  !leavesByPerson(leaves)
    .get(person)
    ?.some(({ from, to }) => from <= lastOf(days) && (to === undefined || to >= days.from)) &&
  (byPerson.get(person)?.some((row) => row.from <= days.from && lastOf(row) >= lastOf(days)) ?? false);

const leavesByPerson = sharedBy((leaves: readonly Leave[]) => Map.groupBy(leaves, ({ person }) => person));

const lastOf = ({ to = '9999-12-31' }: Pick<Leave, 'to'>): string => to;
