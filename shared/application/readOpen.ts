import type { CaseRow, RowStore } from './ports.ts';

/** Rows of one page; streets read at the same time. */
const PAGE = 1_000;
const AT_ONCE = 8;
/** Rows read of one street, and of all together: some 80 MB, page by page. */
const MOST_OF_STREET = 20_000;
const MOST = 200_000;

/**
 * Hands over what is open in some streets, page by page, a few streets at a time: what is held does not grow with the city. Costs
 * about one read unit for 25 rows. Answers whether there may be more than was read.
 */
export const readOpen = async (
  rows: Pick<RowStore, 'openInArea'>,
  streets: readonly string[],
  take: (row: CaseRow, street: string) => void,
): Promise<boolean> => {
  let left = MOST;
  const readStreet = async (street: string): Promise<boolean> => {
    let after: CaseRow | undefined;
    for (let read = 0; read < MOST_OF_STREET && left > 0; read += PAGE) {
      const page = await rows.openInArea(street, PAGE, after);
      for (const row of page) take(row, street);
      left -= page.length;
      if (page.length < PAGE) return false;
      after = page.at(-1);
    }
    return true;
  };
  const waiting = streets.values();
  const inTurn = async (): Promise<boolean> => {
    let more = false;
    for (const street of waiting) more = (await readStreet(street)) || more;
    return more;
  };
  return (await Promise.all(Array.from({ length: AT_ONCE }, inTurn))).includes(true);
};
