import type { LedgerRow } from '../city/City.ts';
import { isHeld } from './isHeld.ts';
import type { Leave } from './Staffing.ts';

/**
 * Who stands in for whom. The deputy of the post; when they are on leave too, their deputy; when nobody of that chain is there, the
 * superiors of the post, upwards. When nobody is left, the person answers themself: a post is never without an owner.
 */
export const buildStandIns = (
  byPerson: ReadonlyMap<string, readonly LedgerRow[]>,
  leaves: readonly Leave[],
) => {
  const byAbsent = Map.groupBy(leaves, ({ person }) => person);
  const isAway = (person: string, date: string): boolean =>
    byAbsent.get(person)?.some((leave) => isHeld(leave, date)) ?? false;
  /** Who has left, or has not begun yet, stands in for nobody. */
  const isThere = (person: string, date: string): boolean =>
    !isAway(person, date) && (byPerson.get(person)?.some((row) => isHeld(row, date)) ?? false);
  /** The row of somebody that holds on a date and names a deputy or a superior. */
  const nameOf = (person: string, key: 'deputy' | 'superior', date: string): string | undefined =>
    byPerson.get(person)?.find((row) => row[key] !== undefined && isHeld(row, date))?.[key];

  const firstPresent = (
    from: string | undefined,
    key: 'deputy' | 'superior',
    { date, seen }: { readonly date: string; readonly seen: Set<string> },
  ): string | undefined => {
    for (let next = from; next !== undefined && !seen.has(next); next = nameOf(next, key, date)) {
      seen.add(next);
      if (isThere(next, date)) return next;
    }
    return undefined;
  };

  return {
    /** Everybody who is on leave on a date. */
    onLeave: (date: string): readonly string[] =>
      [...byAbsent.keys()].filter((person) => isAway(person, date)),
    standInFor: (row: LedgerRow, date: string): string => {
      if (!isAway(row.person, date)) return row.person;
      return (
        firstPresent(row.deputy, 'deputy', { date, seen: new Set([row.person]) }) ??
        firstPresent(row.superior, 'superior', { date, seen: new Set([row.person]) }) ??
        row.person
      );
    },
  };
};
