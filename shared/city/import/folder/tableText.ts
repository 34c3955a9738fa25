import type { LedgerRow, Place, Route, Unit } from '../../../domain/city/City.ts';
import type { TableName } from '../table/columns.ts';

interface Rows {
  readonly ledger: readonly LedgerRow[];
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  readonly routes: readonly Route[];
}

const HEADERS = {
  ledger: ['area', 'role', 'unit', 'person', 'name', 'phone', 'channel', 'deputy', 'superior', 'from', 'to'],
  places: ['name', 'aliases', 'lng', 'lat', 'area', 'kind'],
  units: ['code', 'name', 'parent', 'phone', 'channel'],
  routes: ['service', 'area', 'unit', 'share'],
} as const satisfies Record<TableName, readonly string[]>;

/** A table as the city folder writes it. */
export const tableText = <T extends TableName>(table: T, rows: Rows[T]): string => {
  const header: readonly string[] = HEADERS[table];
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, unknown>> = { ...row };
    return header.map((key) => quote(textOf(cells[key]))).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
};

const textOf = (value: unknown): string => {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('|') : String(value);
};

const quote = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
