import type { Item } from './attributeValue.ts';
import type { TableRecord } from './tableRecord.ts';

/** What one write does to one item. Both images the same object: the item was only looked at. */
export interface ItemChange {
  readonly table: TableRecord;
  /** As `createKey` makes it: unique within the table, in the order of the sort key. */
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}
