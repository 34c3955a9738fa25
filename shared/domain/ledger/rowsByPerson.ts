import type { LedgerRow } from '../city/City.ts';
import { sharedBy } from '../city/sharedBy.ts';

/** Each person's rows, in their order. Made once for a ledger, whatever is asked of it. */
export const rowsByPerson = sharedBy(
  (rows: readonly LedgerRow[]): ReadonlyMap<string, readonly LedgerRow[]> =>
    Map.groupBy(rows, (row) => row.person),
);
