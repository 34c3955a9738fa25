import db from 'dynalite/db/index.js';
import { attributeOf, type Item, typeOf } from './attributeValue.ts';
import { dynamoError } from './dynamoError.ts';
import { indexesOf } from './indexEntries.ts';
import type { KeySchema, TableDescription } from './tableRecord.ts';
import type { Write } from './Write.ts';
import { wrongLength } from './wrongLength.ts';

const invalid = (message: string) => dynamoError('ValidationException', message);

/** The key under which a write's item lies, or the refusal: missing, empty, of another type, too long. */
export function checkKey(write: Write, table: TableDescription): string {
  if (write.Item) {
    const wrong = db.validateItem(write.Item, table);
    if (wrong) throw wrong;
    checkLengths(write.Item, table.KeySchema);
    checkIndexKeys(write.Item, table, 'put');
    return db.createKey(write.Item, table);
  }
  const key = write.Key ?? {};
  const wrong =
    db.validateKey(key, table) ?? db.validateUpdates(write.AttributeUpdates, write._updates, table);
  if (wrong) throw wrong;
  return db.createKey(key, table);
}

/** An index key that is there must be of its type, not empty and not too long, or the write is refused. */
export function checkIndexKeys(item: Item, table: TableDescription, by: 'put' | 'update'): void {
  for (const [, index] of indexesOf(table)) {
    for (const { AttributeName: name } of index.KeySchema) {
      const value = attributeOf(item, name);
      if (value === undefined) continue;
      const type = table.AttributeDefinitions.find((one) => one.AttributeName === name)?.AttributeType;
      if (typeOf(value) !== type) throw invalid(MISMATCH[by]);
      if (value.S === '' || value.B === '') throw invalid(EMPTY[by](index.IndexName, name, type));
    }
    checkLengths(item, index.KeySchema);
  }
}

const MISMATCH = {
  put: 'One or more parameter values were invalid: Type mismatch for Index Key',
  update: 'The update expression attempted to update the secondary index key to unsupported type',
};
const kind = (type: string) => (type === 'S' ? 'string' : 'binary');
const EMPTY = {
  put: (index: string, name: string, type: string) =>
    'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
    `The AttributeValue for a key attribute cannot contain an empty ${kind(type)} value. IndexName: ${index}, IndexKey: ${name}`,
  update: (_index: string, _name: string, type: string) =>
    'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. ' +
    `The AttributeValue for a key attribute cannot contain an empty ${kind(type)} value.`,
};

function checkLengths(item: Item, schema: KeySchema): void {
  const wrong = wrongLength(item, schema);
  if (wrong) throw wrong;
}
