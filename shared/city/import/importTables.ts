import { readFile, stat } from 'node:fs/promises';
import type { LedgerRow, Place, Route, Unit } from '../../domain/city/City.ts';
import type { Head } from './areas/completeTree.ts';
import type { ToWgs84 } from './areas/toWgs84.ts';
import type { Base } from './folder/readBase.ts';
import { readDelimited } from './source/readDelimited.ts';
import { isWorkbook, readWorkbook } from './source/readWorkbook.ts';
import type { Sheet } from './source/Sheet.ts';
import type { Tell } from './Trouble.ts';
import type { TableName } from './table/columns.ts';
import { Directory } from './table/Directory.ts';
import type { Row } from './table/Row.ts';
import { readTable, type TableWishes } from './table/readTable.ts';
import { importLedger } from './tables/importLedger.ts';
import { importPlaces } from './tables/importPlaces.ts';
import { importRoutes } from './tables/importRoutes.ts';
import { importUnits } from './tables/importUnits.ts';

interface Tables {
  readonly ledger?: readonly LedgerRow[];
  readonly places?: readonly Place[];
  readonly units?: readonly Unit[];
  readonly routes?: readonly Route[];
}

/** What was read of the files of one kind. */
export interface Count {
  /** For people: `台账`. */
  readonly name: string;
  readonly files: readonly string[];
  readonly read: number;
  readonly used: number;
}

interface Given {
  readonly files: Readonly<Record<TableName, readonly string[]>>;
  readonly wishes: (table: TableName) => TableWishes;
  readonly areas: readonly Head[];
  readonly base: Base | undefined;
  readonly toWgs84: ToWgs84;
  readonly swap: boolean;
  readonly tell: Tell;
}

/** Reads the tables that were given; units first, since the others name them. */
export const importTables = async (
  given: Given,
): Promise<{ readonly tables: Tables; readonly counts: readonly Count[] }> => {
  const { base, tell, toWgs84, swap } = given;
  const counts: Count[] = [];
  const take = async <T>(table: TableName, read: (rows: readonly Row[]) => readonly T[]) => {
    const files = given.files[table];
    if (files.length === 0) return undefined;
    const rows: Row[] = [];
    for (const file of files)
      rows.push(...readTable({ file, sheets: await sheetsOf(file, tell) }, table, given.wishes(table), tell));
    const used = read(rows);
    counts.push({ name: NAMES[table], files, read: rows.length, used: used.length });
    return used;
  };
  const areas = new Directory(given.areas);
  const units = await take('units', (rows) => importUnits(rows, base?.city.units ?? []));
  const known = { areas, units: new Directory(units ?? base?.city.units ?? []) };
  const { services = [], groups = [] } = base?.city ?? {};
  const matters = new Directory([
    ...services,
    ...groups.map(({ code, name }) => ({ code: `${code}*`, name })),
  ]);
  const routes = await take('routes', (rows) => importRoutes(rows, { ...known, services: matters }));
  const before = base?.city.ledger ?? [];
  const ledger = await take('ledger', (rows) => importLedger(rows, { ...known, before }));
  const places = await take('places', (rows) => importPlaces(rows, { areas, toWgs84, swap }));
  const read = { units, routes, ledger, places };
  return { tables: Object.fromEntries(Object.entries(read).filter(([, rows]) => rows)) as Tables, counts };
};

const NAMES: Readonly<Record<TableName, string>> = {
  ledger: '台账',
  places: '地点',
  units: '单位',
  routes: '派遣规则',
};

/** A table of 100,000 rows takes 20 MB. */
const MOST_BYTES = 200 * 1024 * 1024;

const sheetsOf = async (file: string, tell: Tell): Promise<readonly Sheet[]> => {
  const stop = (what: string, remedy: string): readonly Sheet[] => {
    tell({ kind: 'stop', file, at: '', what, remedy });
    return [];
  };
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return stop('没有这个文件', '检查文件名和路径');
  if (found.size === 0) return stop('文件是空的', '看看是不是给错了文件');
  if (found.size > MOST_BYTES) return stop('表格超过 200 MB', '拆成几个文件，同一个选项可以写几次');
  const bytes = await readFile(file);
  if (isWorkbook(bytes)) return readWorkbook(file, bytes, tell);
  const sheet = readDelimited(file, bytes, tell);
  return sheet ? [sheet] : [];
};
