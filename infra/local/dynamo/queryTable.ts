import db, { type LevelRange } from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import { conditionHolds } from './conditionHolds.ts';
import { type ReturnCapacity, readUnits } from './consumedCapacity.ts';
import type { Condition } from './expression.ts';
import { itemSize } from './itemSize.ts';
import type { ReadStore } from './readStore.ts';
import type { TableDescription } from './tableRecord.ts';

/** A Query or a Scan, once dynalite's action has checked it and worked out the range of keys. */
interface RangeRead {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly Limit?: number;
  readonly Select?: string;
  readonly ConsistentRead?: boolean;
  readonly ReturnConsumedCapacity?: ReturnCapacity;
  readonly AttributesToGet?: readonly string[];
  readonly ConditionalOperator?: string;
  readonly QueryFilter?: object;
  readonly ScanFilter?: object;
  readonly _filter?: Condition;
  readonly _projection?: { readonly paths: unknown };
}
type Done = (error: unknown, answer?: object) => void;

const PAGE_BYTES = 1024 * 1024;

/** Takes the place of dynalite's function of that name, whose eight parameters these are. */
type Parameters = [
  store: ReadStore,
  table: TableDescription,
  read: RangeRead,
  range: LevelRange,
  isLocal: boolean | undefined,
  wholeItems: boolean,
  startKeyNames: readonly string[],
  done: Done,
];

export function queryTable(...parameters: Parameters): void {
  const [store, table, read, range, isLocal, wholeItems, startKeyNames, done] = parameters;
  const source = { index: read.IndexName, isLocal: isLocal === true, wholeItems };
  collect(store, table, { read, range, ...source })
    .then(({ items, bytes, fetched, isPartial }) => {
      const last = isPartial ? items.at(-1) : undefined;
      const kept = items.filter((item) => passes(read, item));
      done(null, {
        Count: kept.length,
        ScannedCount: items.length,
        ...(read.Select !== 'COUNT' && { Items: kept.map((item) => shown(read, item)) }),
        ...(last && { LastEvaluatedKey: db.mapPaths(startKeyNames, last) }),
        ConsumedCapacity: capacity(read, { bytes, fetched, ...source }),
      });
    })
    .catch(done);
}

interface Source {
  readonly index: string | undefined;
  readonly isLocal: boolean;
  readonly wholeItems: boolean;
}
interface Page {
  readonly items: Item[];
  readonly bytes: number;
  /** Units for the items that a local index does not hold whole. */
  readonly fetched: number;
  readonly isPartial: boolean;
}

/** Up to the limit, or to the first item that brings the page to 1 MB. */
async function collect(
  store: ReadStore,
  table: TableDescription,
  { read, range, isLocal, wholeItems }: Source & { readonly read: RangeRead; readonly range: LevelRange },
): Promise<Page> {
  const items: Item[] = [];
  let bytes = 0;
  let fetched = 0;
  const rows = store.readRows(
    table.TableName,
    read.IndexName && [isLocal ? 'local' : 'global', read.IndexName],
    range,
  );
  for await (const row of rows) {
    const item = wholeItems ? (store.itemAt(table.TableName, db.createKey(row, table)) ?? row) : row;
    items.push(item);
    bytes += itemSize(row);
    if (wholeItems) fetched += readUnits(itemSize(item), read.ConsistentRead === true);
    if (items.length === read.Limit || bytes >= PAGE_BYTES) return { items, bytes, fetched, isPartial: true };
  }
  return { items, bytes, fetched, isPartial: false };
}

function passes(read: RangeRead, item: Item): boolean {
  if (read._filter) return conditionHolds(read._filter.expression, item);
  const legacy = read.QueryFilter ?? read.ScanFilter;
  return legacy === undefined || db.matchesFilter(item, legacy, read.ConditionalOperator);
}

function shown(read: RangeRead, item: Item): Item {
  const paths = read._projection?.paths ?? read.AttributesToGet;
  return paths === undefined ? item : db.mapPaths(paths, item);
}

/** Of what was read, before any filter. */
function capacity(
  read: RangeRead,
  { bytes, fetched, index, isLocal }: Source & { readonly bytes: number; readonly fetched: number },
): object | undefined {
  const wanted = read.ReturnConsumedCapacity;
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const units = readUnits(bytes, read.ConsistentRead === true);
  const total = { TableName: read.TableName, CapacityUnits: units + fetched };
  if (wanted === 'TOTAL') return total;
  if (index === undefined) return { ...total, Table: { CapacityUnits: units } };
  const arm = isLocal ? 'LocalSecondaryIndexes' : 'GlobalSecondaryIndexes';
  return { ...total, Table: { CapacityUnits: fetched }, [arm]: { [index]: { CapacityUnits: units } } };
}
