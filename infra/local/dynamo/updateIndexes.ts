import type { LevelChange } from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import { globalIndexOf } from './createTable.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import { entryOf } from './indexEntries.ts';
import { readRange } from './readRange.ts';
import { indexKey, itemKey, under } from './storeKeys.ts';
import type { IndexDescription, TableDescription, TableRecord } from './tableRecord.ts';

export interface IndexUpdates {
  readonly AttributeDefinitions?: TableDescription['AttributeDefinitions'];
  readonly GlobalSecondaryIndexUpdates?: readonly {
    readonly Create?: IndexDescription;
    readonly Delete?: { readonly IndexName: string };
  }[];
}
const invalid = (message: string) => dynamoError('ValidationException', message);

/** Indexes made or taken away; the entries of a new one are added to `changes`. */
export async function updateIndexes(
  engine: Engine,
  table: TableRecord,
  { GlobalSecondaryIndexUpdates: updates = [], AttributeDefinitions: definitions = [] }: IndexUpdates,
  changes: LevelChange[],
): Promise<TableRecord> {
  let description = withDefinitions(table.description, definitions);
  for (const { Create: made, Delete: gone } of updates) {
    if (gone) description = without(description, gone.IndexName);
    if (made) {
      description = withIndex(description, made);
      // Left over, perhaps, from an index of that name that was taken away.
      await engine.level.clear(under(indexKey('global', description.TableName, made.IndexName)));
      await fill(engine, description, made, changes);
    }
  }
  return { ...table, description };
}

function without(description: TableDescription, name: string): TableDescription {
  const indexes = description.GlobalSecondaryIndexes ?? [];
  const left = indexes.filter((index) => index.IndexName !== name);
  if (left.length === indexes.length) {
    throw dynamoError('ResourceNotFoundException', `Requested resource not found: Index: ${name}`);
  }
  const { GlobalSecondaryIndexes: _, ...rest } = description;
  return { ...rest, ...(left.length > 0 && { GlobalSecondaryIndexes: left }) } as TableDescription;
}

function withIndex(description: TableDescription, made: IndexDescription): TableDescription {
  const indexes = description.GlobalSecondaryIndexes ?? [];
  if (indexes.some((index) => index.IndexName === made.IndexName)) {
    throw invalid(`Attempting to create an index which already exists: ${made.IndexName}`);
  }
  checkDefined(description, made);
  return {
    ...description,
    GlobalSecondaryIndexes: [...indexes, globalIndexOf(description.TableArn, made)],
  };
}

function checkDefined(
  { AttributeDefinitions: known }: TableDescription,
  { KeySchema: keys }: IndexDescription,
): void {
  const missing = keys.find((key) => !known.some((one) => one.AttributeName === key.AttributeName));
  if (missing === undefined) return;
  throw invalid(
    `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${missing.AttributeName}]`,
  );
}

function withDefinitions(
  description: TableDescription,
  more: TableDescription['AttributeDefinitions'],
): TableDescription {
  const known = new Set(description.AttributeDefinitions.map((one) => one.AttributeName));
  const added = more.filter((one) => !known.has(one.AttributeName));
  return { ...description, AttributeDefinitions: [...description.AttributeDefinitions, ...added] };
}

/** Items whose keys are of another type than the index wants are left out, as DynamoDB does. */
async function fill(
  engine: Engine,
  table: TableDescription,
  index: IndexDescription,
  changes: LevelChange[],
): Promise<void> {
  const prefix = indexKey('global', table.TableName, index.IndexName);
  for await (const [, value] of readRange(engine.level, under(itemKey(table.TableName, '')))) {
    const item = value as Item;
    if (!index.KeySchema.every(({ AttributeName: name }) => fits(table, name, item))) continue;
    const entry = entryOf(table, index, item);
    if (entry) changes.push({ type: 'put', key: prefix + entry.key, value: entry.item });
  }
}

function fits(table: TableDescription, name: string, item: Item): boolean {
  const type = table.AttributeDefinitions.find((one) => one.AttributeName === name)?.AttributeType;
  const value = item[name]?.[type as 'S'];
  return value !== undefined && value !== '';
}
