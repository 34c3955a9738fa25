import type { CaseNotice } from '../contracts/notice.ts';
import type { Case } from '../domain/case/Case.ts';
import { readDuration } from '../domain/case/clocks/readDuration.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { metresApart } from '../domain/grid/metresApart.ts';
import type { CaseRow, RowStore } from './ports.ts';

/** Open cases of one leaf that are looked at: the newest of a leaf that has more may be missed. */
const MOST_LOOKED_AT = 100;
const MOST_SHOWN = 3;

/**
 * 疑似重复: open cases of the same service that were reported a short time before a short way off, the nearest first. How short is the
 * city's (`duplicates`). Reads the leaf of the case and those that begin within as many metres.
 */
export const nearCases =
  (world: { readonly rows: Pick<RowStore, 'openInLeaf'> }) =>
  async (state: Case, city: Knowledge): Promise<NonNullable<CaseNotice['near']>> => {
    const { metres, within } = city.city.duplicates;
    const since = city.calendar.deadline(state.openedAt, readDuration(within)).at - state.openedAt;
    const others = city.near(state.place, metres)?.others.map(({ leaf }) => leaf.code) ?? [];
    const leaves = [...new Set([state.leaf, ...others])];
    const found = await Promise.all(leaves.map((leaf) => world.rows.openInLeaf(leaf, MOST_LOOKED_AT)));
    const isFit = (row: CaseRow): boolean =>
      row.number !== state.number &&
      row.service === state.service &&
      row.openedAt <= state.openedAt &&
      row.openedAt >= state.openedAt - since;
    return found
      .flat()
      .filter(isFit)
      .map((row) => ({ row, apart: Math.round(metresApart(row, state.place)) }))
      .filter(({ apart }) => apart <= metres)
      .toSorted((a, b) => a.apart - b.apart || (a.row.number < b.row.number ? -1 : 1))
      .slice(0, MOST_SHOWN)
      .map(({ row, apart }) => ({
        number: row.number,
        place: row.place,
        metres: apart,
        openedAt: row.openedAt,
      }));
  };
