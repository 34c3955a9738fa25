import type { Knowledge } from '../domain/city/Knowledge.ts';
import { nearestStanding } from '../domain/city/nearestStanding.ts';
import { streetsUnder } from '../domain/city/streetsUnder.ts';
import type { CaseRow, RowStore } from './ports.ts';
import { readOpen } from './readOpen.ts';

export interface Counts {
  readonly open: number;
  readonly overdue: number;
}

export interface AreaCounts {
  readonly total: Counts;
  /** Of the areas right below, and of the area itself what lies in it and in none below; those with nothing open are missing. */
  readonly below: ReadonlyMap<string, Counts>;
  /** There were more cases than are read: there are at least so many. */
  readonly atLeast: boolean;
}

/** Open cases under an area, for each of the areas right below it: counted from the lists of its streets alone. */
export const countByArea =
  (rows: Pick<RowStore, 'openInArea'>) =>
  async (know: Knowledge, area: string): Promise<AreaCounts> => {
    const childOf = childUnder(know, area);
    const total = { open: 0, overdue: 0 };
    const below = new Map<string, { open: number; overdue: number }>();
    const atLeast = await readOpen(rows, streetsUnder(area, know), (row) => {
      const child = childOf(row);
      if (child === undefined) return;
      const counts = below.get(child) ?? { open: 0, overdue: 0 };
      for (const each of [total, counts]) {
        each.open += 1;
        each.overdue += row.overdue ? 1 : 0;
      }
      below.set(child, counts);
    });
    return { total, below, atLeast };
  };

/**
 * The area right below one that a case lies in; the area itself for what is in it and in none below; undefined for what is elsewhere.
 * What lies in an area that this version has no more counts for the nearest above it that is left.
 */
const childUnder = (know: Knowledge, area: string): ((row: CaseRow) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  const find = (leaf: string): string | undefined => {
    const line = know.lineage(nearestStanding(leaf, know)).map(({ code }) => code);
    const at = line.indexOf(area);
    return at < 0 ? undefined : line[Math.max(0, at - 1)];
  };
  return ({ leaf }) => {
    if (!known.has(leaf)) known.set(leaf, find(leaf));
    return known.get(leaf);
  };
};
