import db, { type LevelChange } from 'dynalite/db/index.js';
import { attributeOf, type Item } from './attributeValue.ts';
import type { ItemChange } from './itemChange.ts';
import { itemSize } from './itemSize.ts';
import { indexKey } from './storeKeys.ts';
import type { IndexDescription, TableDescription } from './tableRecord.ts';
import { itemsEqual } from './valuesEqual.ts';

export type IndexScope = 'global' | 'local';
export interface IndexChange {
  readonly scope: IndexScope;
  readonly index: string;
  readonly changes: readonly LevelChange[];
  /** Write units: of what the index stores, each entry rounded up by itself; a new key is a delete and a put. */
  readonly units: number;
}

/** Indexes that a write touches. One whose stored view stays the same is not among them, and costs nothing. */
export function indexChanges({ table, before, after }: ItemChange): IndexChange[] {
  const found: IndexChange[] = [];
  for (const [scope, index] of indexesOf(table.description)) {
    const change = changeOf(table.description, index, before, after);
    if (change === undefined) continue;
    const prefix = indexKey(scope, table.description.TableName, index.IndexName);
    const changes = change.changes.map((one) => ({ ...one, key: prefix + one.key }));
    found.push({ scope, index: index.IndexName, changes, units: change.units });
  }
  return found;
}

export function indexesOf(table: TableDescription): [IndexScope, IndexDescription][] {
  return [
    ...(table.LocalSecondaryIndexes ?? []).map((index): [IndexScope, IndexDescription] => ['local', index]),
    ...(table.GlobalSecondaryIndexes ?? []).map((index): [IndexScope, IndexDescription] => ['global', index]),
  ];
}

/**
 * Where an entry lies in an index: in the order of the index's keys, then of the table's.
 * (dynalite ends it with 24 bits of a hash: among a few thousand items under one index key, two would become one.)
 */
export function entryKey(item: Item, table: TableDescription, index: IndexDescription['KeySchema']): string {
  return db.createKey(item, table, index) + db.createKey(item, table);
}

interface Entry {
  readonly key: string;
  readonly item: Item;
}

/** Undefined when the item lacks a key of the index: such an item is not in it. */
export function entryOf(
  table: TableDescription,
  index: IndexDescription,
  item: Item | undefined,
): Entry | undefined {
  if (item === undefined) return undefined;
  const keys = index.KeySchema.map((key) => key.AttributeName);
  if (keys.some((name) => attributeOf(item, name) === undefined)) return undefined;
  return { key: entryKey(item, table, index.KeySchema), item: projected(table, index, item) };
}

function changeOf(
  table: TableDescription,
  index: IndexDescription,
  before: Item | undefined,
  after: Item | undefined,
): { changes: LevelChange[]; units: number } | undefined {
  const old = entryOf(table, index, before);
  const now = entryOf(table, index, after);
  if (old && now && old.key === now.key) {
    if (itemsEqual(old.item, now.item)) return undefined;
    return { changes: [put(now)], units: Math.max(unitsOf(old), unitsOf(now)) };
  }
  if (!old && !now) return undefined;
  return {
    changes: [...(old ? [{ type: 'del' as const, key: old.key }] : []), ...(now ? [put(now)] : [])],
    units: (old ? unitsOf(old) : 0) + (now ? unitsOf(now) : 0),
  };
}

function projected(table: TableDescription, index: IndexDescription, item: Item): Item {
  if (index.Projection.ProjectionType === 'ALL') return item;
  const names = [
    ...[...index.KeySchema, ...table.KeySchema].map((key) => key.AttributeName),
    ...(index.Projection.NonKeyAttributes ?? []),
  ];
  const view: Item = {};
  for (const name of names) {
    const value = attributeOf(item, name);
    if (value !== undefined) view[name] = value;
  }
  return view;
}

const put = (entry: Entry) => ({ type: 'put' as const, key: entry.key, value: entry.item });
const unitsOf = (entry: Entry) => Math.ceil(itemSize(entry.item) / 1024);
