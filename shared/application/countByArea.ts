import type { Area } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { sharedBy } from '../domain/city/sharedBy.ts';
import type { CaseRow, RowStore } from './ports.ts';

export interface Counts {
  readonly open: number;
  readonly overdue: number;
}

export interface AreaCounts {
  readonly total: Counts;
  /** Of the areas right below; those with nothing open are missing. */
  readonly below: ReadonlyMap<string, Counts>;
  /** A street had more cases than are read: there are at least so many. */
  readonly atLeast: boolean;
}

/** Rows read of one street. */
const MOST = 20_000;
/** Codes nest: county 6 digits, street 9, community 12. */
const LENGTHS = [12, 9, 6];
const STREET = 9;

/**
 * Open cases under an area, for each of the areas right below it. Counted from the lists of its streets alone: one query a street,
 * about one read unit for 25 open cases.
 */
export const countByArea =
  (rows: Pick<RowStore, 'openInArea'>) =>
  async (know: Knowledge, area: string): Promise<AreaCounts> => {
    const streets = streetsOf(know, area);
    const lists = await Promise.all(streets.map((street) => rows.openInArea(street, MOST)));
    const childOf = childUnder(know, area);
    const total = { open: 0, overdue: 0 };
    const below = new Map<string, { open: number; overdue: number }>();
    for (const row of lists.flat()) {
      const child = childOf(row);
      if (child === undefined) continue;
      const counts = below.get(child) ?? { open: 0, overdue: 0 };
      for (const each of [total, counts]) {
        each.open += 1;
        each.overdue += row.overdue ? 1 : 0;
      }
      below.set(child, counts);
    }
    below.delete(area);
    return { total, below, atLeast: lists.some(({ length }) => length >= MOST) };
  };

const streetsOf = (know: Knowledge, area: string): readonly string[] =>
  area.length >= STREET
    ? [area.slice(0, STREET)]
    : [...streetLeaves(know.city.areas)]
        .filter(([, leaf]) => know.lineage(leaf).some(({ code }) => code === area))
        .map(([street]) => street);

/** Every street that has leaves, with one of them. */
const streetLeaves = sharedBy((areas: readonly Area[]): ReadonlyMap<string, string> => {
  const parents = new Set(areas.map(({ parent }) => parent));
  return new Map(
    areas.filter(({ code }) => !parents.has(code)).map(({ code }) => [code.slice(0, STREET), code]),
  );
});

/**
 * The area right below one that a case lies in; the area itself for what is in it and in none below; undefined for what is elsewhere.
 * A cell that a newer version has no more counts for the nearest area above it that is left.
 */
const childUnder = (know: Knowledge, area: string): ((row: CaseRow) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  const find = (leaf: string): string | undefined => {
    const standing = [leaf, ...LENGTHS.map((length) => leaf.slice(0, length))].find((code) =>
      know.area(code),
    );
    const line = know.lineage(standing ?? '').map(({ code }) => code);
    const at = line.indexOf(area);
    return at < 0 ? undefined : line[Math.max(0, at - 1)];
  };
  return ({ leaf }) => {
    if (!known.has(leaf)) known.set(leaf, find(leaf));
    return known.get(leaf);
  };
};
