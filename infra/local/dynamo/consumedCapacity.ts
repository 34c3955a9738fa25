import type { Item } from './attributeValue.ts';
import type { IndexChange, IndexScope } from './indexEntries.ts';
import type { ItemChange } from './itemChange.ts';
import { itemSize } from './itemSize.ts';

export type ReturnCapacity = 'NONE' | 'TOTAL' | 'INDEXES' | undefined;

/** Units that one table's part of a request took. */
export interface Cost {
  readonly table: number;
  readonly indexes: readonly { readonly scope: IndexScope; readonly index: string; readonly units: number }[];
}
export type Split = 'ReadCapacityUnits' | 'WriteCapacityUnits';

/** 1 KB a unit, of the larger of the two images, rounded up; at least one. `factor`: 2 in a transaction, for the table alone. */
export function writeCost(change: ItemChange, indexes: readonly IndexChange[], factor: 1 | 2): Cost {
  return { table: factor * Math.max(kilobytes(change.before, 1), kilobytes(change.after, 1)), indexes };
}

/** 4 KB a unit; a transaction's read takes two. */
export function transactionalReadUnits(item: Item | undefined): number {
  return 2 * kilobytes(item, 4);
}

export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

function kilobytes(item: Item | undefined, unit: number): number {
  return Math.max(1, Math.ceil((item === undefined ? 0 : itemSize(item)) / 1024 / unit));
}

/** The answer's field for one table. `TOTAL` counts the indexes too; only transactions name reads and writes apart. */
export function consumedCapacity(
  wanted: ReturnCapacity,
  table: string,
  costs: readonly Cost[],
  split?: Split,
): object | undefined {
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
  const own = costs.reduce((sum, cost) => sum + cost.table, 0);
  const arms: Record<IndexScope, Map<string, number>> = { global: new Map(), local: new Map() };
  let total = own;
  for (const { scope, index, units } of costs.flatMap((cost) => cost.indexes)) {
    arms[scope].set(index, (arms[scope].get(index) ?? 0) + units);
    total += units;
  }
  const counted = (units: number) => ({ CapacityUnits: units, ...(split && { [split]: units }) });
  if (wanted === 'TOTAL') return { TableName: table, ...counted(total) };
  return {
    TableName: table,
    ...counted(total),
    Table: counted(own),
    ...arm('LocalSecondaryIndexes', arms.local),
    ...arm('GlobalSecondaryIndexes', arms.global),
  };
}

function arm(name: string, units: ReadonlyMap<string, number>): object {
  if (units.size === 0) return {};
  return { [name]: Object.fromEntries([...units].map(([index, one]) => [index, { CapacityUnits: one }])) };
}

/** One entry a table, in the order of first mention. */
export function consumedByTable(
  wanted: ReturnCapacity,
  costs: readonly (readonly [table: string, cost: Cost])[],
  split?: Split,
): object[] | undefined {
  const tables = new Map<string, Cost[]>();
  for (const [table, cost] of costs) tables.set(table, [...(tables.get(table) ?? []), cost]);
  const found = [...tables].map(([table, own]) => consumedCapacity(wanted, table, own, split));
  return found.some((one) => one === undefined) ? undefined : (found as object[]);
}
