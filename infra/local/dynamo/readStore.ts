import type { LevelRange } from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import { MAX_ITEM_BYTES } from './checkRequest.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import type { IndexScope } from './indexEntries.ts';
import { readRange } from './readRange.ts';
import { indexKey, itemKey } from './storeKeys.ts';
import type { TableDescription } from './tableRecord.ts';

type Done<T> = (error: unknown, value?: T) => void;

/** The store as dynalite's reading actions know it, over ours. */
export interface ReadStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, checkStatus: boolean | Done<TableDescription>, done?: Done<TableDescription>): void;
  getItemDb(table: string): { get(key: string, done: Done<Item>): void };
  itemAt(table: string, key: string): Item | undefined;
  readRows(
    table: string,
    index: [IndexScope, string] | '' | undefined,
    range: LevelRange,
  ): AsyncIterable<Item>;
}

export function openReadStore({ level, tables }: Engine): ReadStore {
  const itemAt = (table: string, key: string) => level.getSync(itemKey(table, key)) as Item | undefined;
  return {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable(name, checkStatus, done) {
      const answer = typeof checkStatus === 'function' ? checkStatus : done;
      const table = tables.find(name);
      if (table) answer?.(null, table.description);
      else answer?.(dynamoError('ResourceNotFoundException', 'Requested resource not found'));
    },
    getItemDb: (table) => ({ get: (key, done) => done(null, itemAt(table, key)) }),
    itemAt,
    async *readRows(table, index, range) {
      const prefix = index ? indexKey(index[0], table, index[1]) : itemKey(table, '');
      for await (const [, value] of readRange(level, within(prefix, range))) yield value as Item;
    },
  };
}

/** The same range, below a prefix. */
function within(prefix: string, { gt, gte, lt, lte, reverse, limit }: LevelRange): LevelRange {
  const lower = gt === undefined ? { gte: prefix + (gte ?? '') } : { gt: prefix + gt };
  const upper = lte === undefined ? { lt: prefix + (lt ?? '\uffff') } : { lte: prefix + lte };
  return { ...lower, ...upper, ...(reverse && { reverse }), ...(limit && { limit }) };
}
