import db from 'dynalite/db/index.js';
import { applyUpdate } from './applyUpdate.ts';
import { attributeOf, type Item } from './attributeValue.ts';
import { checkIndexKeys, checkKey } from './checkKeys.ts';
import { MAX_ITEM_BYTES } from './checkRequest.ts';
import { conditionHolds } from './conditionHolds.ts';
import { dynamoError } from './dynamoError.ts';
import type { Section } from './expression.ts';
import type { ItemChange } from './itemChange.ts';
import { itemSize } from './itemSize.ts';
import type { View } from './journal.ts';
import { legacySections } from './legacySections.ts';
import { itemKey } from './storeKeys.ts';
import type { TableRecord } from './tableRecord.ts';
import type { Write } from './Write.ts';
import type { ActionName } from './writeShapes.ts';

/** A write whose key fits its table. */
export interface Aimed {
  readonly action: ActionName;
  readonly write: Write;
  readonly table: TableRecord;
  readonly key: string;
}

/** Refuses a key that does not fit the table. */
export function aim(action: ActionName, write: Write, table: TableRecord): Aimed {
  return { action, write, table, key: checkKey(write, table.description) };
}

/** What the write does to the item as it stands, or the refusal: the condition fails, or the update cannot be applied. */
export function decideWrite({ action, write, table, key }: Aimed, view: View): ItemChange {
  const before = view.get(itemKey(table.description.TableName, key)) as Item | undefined;
  const legacy = write._condition ? undefined : db.checkConditional(write, before);
  if (legacy || (write._condition && !conditionHolds(write._condition.expression, before))) {
    const old = before && write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? { Item: before } : {};
    throw dynamoError('ConditionalCheckFailedException', 'The conditional request failed', old);
  }
  return { table, key, before, after: afterwards(action, write, table, before) };
}

function afterwards(
  action: ActionName,
  write: Write,
  table: TableRecord,
  before: Item | undefined,
): Item | undefined {
  switch (action) {
    case 'Put':
      return write.Item;
    case 'Delete':
      return undefined;
    case 'ConditionCheck':
      return before;
    case 'Update':
      return updated(write, table, before);
  }
}

function updated(write: Write, table: TableRecord, before: Item | undefined): Item {
  const sections: readonly Section[] =
    write._updates?.sections ?? legacySections(write.AttributeUpdates ?? {});
  const after = applyUpdate(sections, before, write.Key ?? {});
  if (itemSize(after) > MAX_ITEM_BYTES) {
    throw dynamoError('ValidationException', 'Item size to update has exceeded the maximum allowed size');
  }
  checkIndexKeys(touched(sections, after), table.description, 'update');
  return after;
}

/** The attributes that the update names, as they are now. */
function touched(sections: readonly Section[], after: Item): Item {
  const names: Item = {};
  for (const { path } of sections) {
    const name = String(path[0]);
    const value = attributeOf(after, name);
    if (value !== undefined) names[name] = value;
  }
  return names;
}
