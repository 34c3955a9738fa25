import { type AttributeValue, attributeOf, type Item } from './attributeValue.ts';
import { type DynamoError, dynamoError } from './dynamoError.ts';
import type { KeySchema } from './tableRecord.ts';

/** A partition key may have 2048 bytes, a sort key 1024. (dynalite counts characters.) */
export function wrongLength(item: Item, schema: KeySchema): DynamoError | undefined {
  for (const { AttributeName: name, KeyType: type } of schema) {
    if (lengthOf(attributeOf(item, name)) > LIMITS[type].bytes) {
      return dynamoError('ValidationException', LIMITS[type].message);
    }
  }
  return undefined;
}

const LIMITS = {
  HASH: {
    bytes: 2048,
    message:
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  },
  RANGE: {
    bytes: 1024,
    message:
      'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  },
};

function lengthOf(value: AttributeValue | undefined): number {
  return value?.S === undefined ? Buffer.byteLength(value?.B ?? '', 'base64') : Buffer.byteLength(value.S);
}
