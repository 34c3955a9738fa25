import batchWriteItem from 'dynalite/validations/batchWriteItem.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import validations from 'dynalite/validations/index.js';
import putItem from 'dynalite/validations/putItem.js';
import updateItem from 'dynalite/validations/updateItem.js';
import type { RequestShape } from './checkRequest.ts';

const OLD_ON_FAILURE = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};
const withOld = (shape: RequestShape): RequestShape => ({
  types: { ...shape.types, ...OLD_ON_FAILURE },
  custom: shape.custom,
});

export const PUT = withOld(putItem);
export const UPDATE = withOld(updateItem);
export const DELETE = withOld(deleteItem);
export const BATCH: RequestShape = batchWriteItem;

const CONDITION = { ConditionExpression: { type: 'String', notNull: true } };
const CHECK: RequestShape = { ...DELETE, types: { ...DELETE.types, ...CONDITION } };
const UPDATES = { UpdateExpression: { type: 'String', notNull: true } };

/** The parts of one action that a transaction takes: no old-style parameters, no return values. */
const part = (name: string, { types }: RequestShape) => {
  const fields = [
    'TableName',
    'Item',
    'Key',
    'ConditionExpression',
    'UpdateExpression',
    'ExpressionAttributeNames',
    'ExpressionAttributeValues',
    'ReturnValuesOnConditionCheckFailure',
  ];
  const children = Object.fromEntries(
    fields.filter((field) => field in types).map((field) => [field, types[field]]),
  );
  return { type: `FieldStruct<${name}>`, children };
};

export type ActionName = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
export const ACTIONS: Readonly<Record<ActionName, RequestShape>> = {
  ConditionCheck: CHECK,
  Put: PUT,
  Delete: DELETE,
  Update: { ...UPDATE, types: { ...UPDATE.types, ...UPDATES } },
};

const capacity = { ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] } };
const items = (name: string, children: object) => ({
  TransactItems: {
    type: 'List',
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: 100,
    children: { type: `ValueStruct<${name}>`, children },
  },
});

export const TRANSACT_WRITE: RequestShape = {
  types: {
    ...capacity,
    ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
    ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
    ...items(
      'TransactWriteItem',
      Object.fromEntries(Object.entries(ACTIONS).map(([name, shape]) => [name, part(name, shape)])),
    ),
  },
};

export const GET: RequestShape = {
  types: {
    TableName: PUT.types.TableName ?? {},
    Key: DELETE.types.Key ?? {},
    ProjectionExpression: { type: 'String' },
    ExpressionAttributeNames: DELETE.types.ExpressionAttributeNames ?? {},
  },
  custom: (data: { Key: Record<string, object> }) =>
    validations.validateExpressionParams(data, ['ProjectionExpression'], []) ??
    Object.values(data.Key)
      .map((value) => validations.validateAttributeValue(value))
      .find(Boolean) ??
    validations.validateExpressions(data),
};
export const TRANSACT_GET: RequestShape = {
  types: {
    ...capacity,
    ...items('TransactGetItem', { Get: { type: 'FieldStruct<Get>', notNull: true, children: GET.types } }),
  },
};
