import type { LedgerRow } from '../city/City.ts';

/** Whether a term runs on a date; both of its ends do. */
export const isHeld = (row: Pick<LedgerRow, 'from' | 'to'>, date: string): boolean =>
  row.from <= date && (row.to === undefined || row.to >= date);
