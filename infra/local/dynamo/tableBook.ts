import type { Level, LevelChange } from 'dynalite/db/index.js';
import { dynamoError } from './dynamoError.ts';
import { readRange } from './readRange.ts';
import { tableKey, under } from './storeKeys.ts';
import type { TableRecord } from './tableRecord.ts';

/** All tables, in memory; `put` and `del` give the change to write, and take effect with `applied`. */
export interface TableBook {
  find(name: string): TableRecord | undefined;
  /** Refuses as item operations do. */
  get(name: string): TableRecord;
  names(): string[];
  all(): TableRecord[];
  put(table: TableRecord): LevelChange;
  set(table: TableRecord): void;
  remove(name: string): void;
}

export async function openTableBook(level: Level): Promise<TableBook> {
  const tables = new Map<string, TableRecord>();
  for await (const [, value] of readRange(level, under(tableKey('')))) {
    const table = value as TableRecord;
    tables.set(table.description.TableName, table);
  }
  return {
    find: (name) => tables.get(name),
    get(name) {
      const table = tables.get(name);
      if (table) return table;
      throw dynamoError('ResourceNotFoundException', 'Requested resource not found');
    },
    names: () => [...tables.keys()].sort(),
    all: () => [...tables.values()],
    put: (table) => ({ type: 'put', key: tableKey(table.description.TableName), value: table }),
    set: (table) => void tables.set(table.description.TableName, table),
    remove: (name) => void tables.delete(name),
  };
}
