import { type Case, key, N, S, type Step } from '../case.ts';

const a = key('a');
const ALL = { ReturnConsumedCapacity: 'INDEXES' };
const kb = (size: number) => S('x'.repeat(size * 1024));
const due = { dueShard: S('7'), dueAt: S('1') };

/** What one table and its indexes took. */
function units(table: number, indexes: Record<string, number> = {}, split?: string): object {
  const counted = (count: number) => ({ CapacityUnits: count, ...(split && { [split]: count }) });
  const sum = Object.values(indexes).reduce((total, one) => total + one, table);
  const arms = Object.entries(indexes).map(([index, one]) => [index, { CapacityUnits: one }]);
  return {
    TableName: 'TABLE',
    ...counted(sum),
    Table: counted(table),
    ...(arms.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(arms) }),
  };
}
const took = (...args: Parameters<typeof units>) => ({ ConsumedCapacity: units(...args) });
const wrote = (table: number, indexes?: Record<string, number>) => ({
  ConsumedCapacity: [units(table, indexes, 'WriteCapacityUnits')],
});
const put = (item: object, ...cost: Parameters<typeof units>): Step => [
  'PutItem',
  { Item: { ...a, ...item }, ...ALL },
  took(...cost),
];
const update = (expression: string, values: object | undefined, ...cost: Parameters<typeof units>): Step => [
  'UpdateItem',
  { Key: a, UpdateExpression: expression, ...(values && { ExpressionAttributeValues: values }), ...ALL },
  took(...cost),
];
const query = (more: object = {}) => ({
  KeyConditionExpression: 'pk = :p',
  ExpressionAttributeValues: { ':p': S('a') },
  ...ALL,
  ...more,
});
const transact = (...TransactItems: object[]) => ({ TransactItems, ...ALL });
const SPLIT =
  'Local names no reads and writes apart, and doubles index units; AWS doubles the table alone (measured on AWS by the parity suite and dynoxide)';

export const capacity: Case[] = [
  {
    name: 'a write takes a unit for each KB of the larger image',
    steps: [
      put({}, 1),
      put({ x: kb(1) }, 2),
      put({ x: S('') }, 2),
      put({ x: S('路'.repeat(400)) }, 2),
      update('SET x = :x', { ':x': kb(3) }, 4),
      update('SET y = :y', { ':y': N(1) }, 4),
      ['DeleteItem', { Key: a, ...ALL }, took(4)],
      ['DeleteItem', { Key: a, ...ALL }, took(1)],
    ],
  },
  {
    name: 'an index takes units for what changes in it, and none for what does not',
    steps: [
      put({ ...due }, 1, { due: 1 }),
      put({ ...due }, 1),
      put({ ...due, body: S('b') }, 1),
      update('SET dueAt = :d', { ':d': S('2') }, 1, { due: 2 }),
      update('SET body = :d', { ':d': S('2') }, 1),
      update('REMOVE dueAt', undefined, 1, { due: 1 }),
      update('REMOVE dueShard', undefined, 1),
      put({ rank: N(1), title: S('t') }, 1, { ranked: 1 }),
      update('SET title = :d', { ':d': S('u') }, 1, { ranked: 1 }),
      update('SET title = :d', { ':d': kb(2) }, 3, { ranked: 3 }),
      update('SET title = :d', { ':d': S('u') }, 3, { ranked: 3 }),
      update('SET body = :d', { ':d': kb(2) }, 3),
      put({ ...due, rank: N(2) }, 3, { due: 1, ranked: 2 }),
      ['DeleteItem', { Key: a, ...ALL }, took(1, { due: 1, ranked: 1 })],
    ],
  },
  {
    name: 'the total of a write has the indexes in it',
    notLocal: 'Local leaves index units out of TOTAL; on AWS they fold into it (parity suite)',
    steps: [
      [
        'PutItem',
        { Item: { ...a, ...due }, ReturnConsumedCapacity: 'TOTAL' },
        { ConsumedCapacity: { TableName: 'TABLE', CapacityUnits: 2 } },
      ],
    ],
  },
  {
    name: 'a batch adds up',
    steps: [
      ['PutItem', { Item: { ...key('c'), x: kb(2) } }],
      [
        'BatchWriteItem',
        {
          RequestItems: [{ PutRequest: { Item: { ...a, ...due } } }, { DeleteRequest: { Key: key('c') } }],
          ...ALL,
        },
        { UnprocessedItems: {}, ConsumedCapacity: [units(4, { due: 1 })] },
      ],
    ],
  },
  {
    name: 'a read takes a unit for each 4 KB, half when it need not be consistent',
    steps: [
      ['GetItem', { Key: a, ...ALL }, took(0.5)],
      ['GetItem', { Key: a, ConsistentRead: true, ...ALL }, took(1)],
      ['PutItem', { Item: { ...a, x: kb(4) } }],
      [
        'GetItem',
        { Key: a, ConsistentRead: true, ProjectionExpression: 'pk', ...ALL },
        { Item: { pk: S('a') }, ...took(2) },
      ],
      ['GetItem', { Key: a, ProjectionExpression: 'pk', ...ALL }, { Item: { pk: S('a') }, ...took(1) }],
    ],
  },
  {
    name: 'a query takes units for all it reads together, before any filter',
    steps: [
      ...[1, 2, 3].map(
        (at): Step => [
          'PutItem',
          { Item: { ...key('a', `${at}`), x: S('路'.repeat(1000)), dueShard: S('7'), dueAt: S(`${at}`) } },
        ],
      ),
      ['Query', query({ Select: 'COUNT' }), { Count: 3, ScannedCount: 3, ...took(1.5) }],
      ['Query', query({ Select: 'COUNT', ConsistentRead: true }), { Count: 3, ScannedCount: 3, ...took(3) }],
      [
        'Query',
        query({ Select: 'COUNT', FilterExpression: 'attribute_not_exists(x)' }),
        { Count: 0, ScannedCount: 3, ...took(1.5) },
      ],
      [
        'Query',
        {
          ...query({ Select: 'COUNT', IndexName: 'due', KeyConditionExpression: 'dueShard = :p' }),
          ExpressionAttributeValues: { ':p': S('7') },
        },
        { Count: 3, ScannedCount: 3, ...took(0, { due: 0.5 }) },
      ],
    ],
  },
  {
    name: 'a transaction takes twice the units of its items, a check included, and an index once',
    notLocal: SPLIT,
    steps: [
      [
        'TransactWriteItems',
        transact(
          { Put: { Item: { ...a, ...due } } },
          { Put: { Item: key('b') } },
          { ConditionCheck: { Key: key('c'), ConditionExpression: 'attribute_not_exists(pk)' } },
        ),
        wrote(6, { due: 1 }),
      ],
      [
        'TransactWriteItems',
        transact({
          Update: { Key: a, UpdateExpression: 'SET dueAt = :d', ExpressionAttributeValues: { ':d': S('2') } },
        }),
        wrote(2, { due: 2 }),
      ],
      ['TransactWriteItems', transact({ Put: { Item: { ...key('b'), x: kb(1) } } }), wrote(4)],
      ['TransactWriteItems', transact({ Delete: { Key: key('b') } }), wrote(4)],
      [
        'TransactGetItems',
        transact({ Get: { Key: key('z') } }, { Get: { Key: key('y') } }),
        { Responses: [{}, {}], ConsumedCapacity: [units(4, {}, 'ReadCapacityUnits')] },
      ],
    ],
  },
  {
    name: 'a query that finds nothing takes half a unit',
    notLocal: 'Local says 0; AWS takes the least there is to take for a read',
    steps: [
      [
        'Query',
        { ...query({ Select: 'COUNT' }), ExpressionAttributeValues: { ':p': S('z') } },
        { Count: 0, ScannedCount: 0, ...took(0.5) },
      ],
    ],
  },
  {
    name: 'the table part of a transaction, on both engines',
    steps: [
      [
        'TransactWriteItems',
        transact(
          { Put: { Item: { ...a, x: kb(1) } } },
          {
            Update: {
              Key: key('b'),
              UpdateExpression: 'SET x = :x',
              ExpressionAttributeValues: { ':x': N(1) },
            },
          },
        ),
        { ConsumedCapacity: [expect.objectContaining({ CapacityUnits: 6, TableName: 'TABLE' })] },
      ],
    ],
  },
  {
    name: 'a transaction repeated with its token takes reads',
    notLocal: SPLIT,
    steps: [
      [
        'TransactWriteItems',
        { ...transact({ Put: { Item: { ...a, x: kb(1) } } }), ClientRequestToken: 'TABLE-replay' },
        wrote(4),
      ],
      [
        'TransactWriteItems',
        { ...transact({ Put: { Item: { ...a, x: kb(1) } } }), ClientRequestToken: 'TABLE-replay' },
        { ConsumedCapacity: [units(2, {}, 'ReadCapacityUnits')] },
      ],
    ],
  },
];
