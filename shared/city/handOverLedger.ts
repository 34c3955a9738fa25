import { parse } from 'csv-parse/sync';
import type { LedgerRow } from '../domain/city/City.ts';
import {
  type HandedRow,
  type HandOver,
  type HandOverRefusal,
  handOverRows,
} from '../domain/ledger/handOverRows.ts';

type LedgerEdit =
  | { readonly kind: 'edited'; readonly text: string; readonly changes: readonly HandedRow<LedgerRow>[] }
  | { readonly kind: 'refused'; readonly refusal: HandOverRefusal };

/**
 * ledger.csv after a hand-over: what is not touched stays as it is written, order, quotes, line ends and all. The text has been
 * checked before; its records are the rows of the ledger.
 */
export const handOverLedger = (text: string, order: HandOver): LedgerEdit => {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const options = { raw: true, bom: false, skip_empty_lines: false, relax_column_count: true };
  // With `raw` every record comes with its own text, which the library's types leave out.
  const parsed = parse(text, options) as unknown as readonly { raw: string; record: string[] }[];
  const [header, ...lines] = parsed;
  const columns = (header?.record ?? []).map((name) => name.replace('\uFEFF', '').trim());
  const rows = lines.flatMap(({ raw, record }): readonly Written[] =>
    record.every((cell) => cell.trim() === '') ? [] : [{ ...rowOf(columns, record), raw }],
  );
  const handed = handOverRows(rows, order);
  if (handed.kind === 'refused') return handed;
  const written = handed.rows.map(({ row, was }) =>
    was ? columns.map((name) => cellText(row[name as keyof LedgerRow] ?? '')).join(',') : row.raw.trimEnd(),
  );
  const kept = (header?.raw ?? '').trimEnd();
  return {
    kind: 'edited',
    text: [kept, ...written, ''].join(end),
    changes: handed.rows.filter(({ was }) => was !== undefined),
  };
};

/** A row with its text. */
type Written = LedgerRow & { readonly raw: string };

const rowOf = (columns: readonly string[], record: readonly string[]): LedgerRow => {
  const cells = columns.flatMap((name, i) => {
    const cell = record[i]?.trim() ?? '';
    return cell === '' ? [] : [[name, cell] as const];
  });
  return { phone: '', ...Object.fromEntries(cells) } as unknown as LedgerRow;
};

const cellText = (cell: string): string =>
  /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
