import db from 'dynalite/db/index.js';
import type { AttributeValue, Item } from './attributeValue.ts';
import { type ReturnCapacity, readUnits } from './consumedCapacity.ts';
import { entryKey } from './indexEntries.ts';
import { itemSize } from './itemSize.ts';
import { queryTable } from './queryTable.ts';
import { wrongLength } from './wrongLength.ts';

/**
 * dynalite's actions and validators call these through its exports, so that what they get wrong can be put right in one place:
 * sizes in UTF-8 bytes, index entries that cannot collide, and reading a range (paging and capacity by those sizes).
 */
export function mendDynalite(): void {
  db.itemSize = itemSize;
  db.createIndexKey = entryKey;
  db.queryTable = queryTable;
  db.addConsumedCapacity = (
    request: { ReturnConsumedCapacity?: ReturnCapacity; TableName: string; ConsistentRead?: boolean },
    _isRead: boolean,
    item: Item | undefined,
  ) => {
    const wanted = request.ReturnConsumedCapacity;
    if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return undefined;
    const units = readUnits(item === undefined ? 0 : itemSize(item), request.ConsistentRead === true);
    return {
      CapacityUnits: units,
      TableName: request.TableName,
      ...(wanted === 'INDEXES' && { Table: { CapacityUnits: units } }),
    };
  };
  db.compare = compareByBytes;
  db.validateKey = validateKey;
}

const { compare, validateKey: validateShape } = db;

/** Also its length in bytes, for reads as for writes. */
const validateKey: typeof db.validateKey = (key, table, schema) => {
  return validateShape(key, table, schema) ?? wrongLength(key, schema ?? table.KeySchema);
};

/** Strings are in the order of their UTF-8 bytes, also where a range key is compared with a page's start. */
const compareByBytes: typeof db.compare = (operator, value, operands) => {
  const asBytes = (one: AttributeValue): AttributeValue =>
    one?.S === undefined ? one : { S: Buffer.from(one.S).toString('hex') };
  const list = Array.isArray(operands) ? operands : [operands];
  return compare(operator, asBytes(value), list.map(asBytes));
};
