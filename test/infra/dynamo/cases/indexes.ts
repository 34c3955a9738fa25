import { type Case, key, N, refused, S } from '../case.ts';

const query = (more: object) => ({
  KeyConditionExpression: 'pk = :p',
  ExpressionAttributeValues: { ':p': S('a') },
  ...more,
});
const invalid = refused('ValidationException');

const due = (pk: string, dueShard: string, dueAt: string, more: object = {}) => ({
  ...key(pk),
  dueShard: S(dueShard),
  dueAt: S(dueAt),
  ...more,
});
const dueKeys = ({ pk, sk, dueShard, dueAt }: Record<string, unknown>) => ({ pk, sk, dueShard, dueAt });
const dueQuery = (until: string, more: object = {}) => ({
  IndexName: 'due',
  KeyConditionExpression: 'dueShard = :s AND dueAt <= :u',
  ExpressionAttributeValues: { ':s': S('7'), ':u': S(until) },
  ...more,
});
const found = (...items: Record<string, unknown>[]) => ({
  Items: items.map(dueKeys),
  Count: items.length,
  ScannedCount: items.length,
});
const one = due('a', '7', '2026-01-01');
const two = due('b', '7', '2026-01-02', { title: S('x') });

export const indexes: Case[] = [
  {
    name: 'a sparse index holds what has all its keys, and follows every change',
    steps: [
      ['PutItem', { Item: one }],
      ['PutItem', { Item: two }],
      ['PutItem', { Item: { ...key('c'), dueShard: S('7') } }],
      ['PutItem', { Item: { ...key('d'), dueAt: S('2026-01-01') } }],
      ['PutItem', { Item: due('e', '8', '2026-01-01') }],
      ['Query', dueQuery('2026-02'), found(one, two)],
      ['Query', dueQuery('2026-01-01'), found(one)],
      ['Query', dueQuery('2026-02', { Limit: 1 }), { ...found(one), LastEvaluatedKey: dueKeys(one) }],
      [
        'Query',
        dueQuery('2026-02', { Limit: 1, ExclusiveStartKey: dueKeys(one) }),
        { ...found(two), LastEvaluatedKey: dueKeys(two) },
      ],
      [
        'Query',
        dueQuery('2026-02', { ScanIndexForward: false, ExclusiveStartKey: dueKeys(two) }),
        found(one),
      ],
      [
        'UpdateItem',
        {
          Key: key('a'),
          UpdateExpression: 'SET dueAt = :d',
          ExpressionAttributeValues: { ':d': S('2026-01-03') },
        },
      ],
      ['UpdateItem', { Key: key('b'), UpdateExpression: 'REMOVE dueAt' }],
      ['Query', dueQuery('2026-02'), found(due('a', '7', '2026-01-03'))],
      ['DeleteItem', { Key: key('a') }],
      ['Query', dueQuery('2026-02'), found()],
      ['Scan', { IndexName: 'due', Select: 'COUNT' }, { Count: 1, ScannedCount: 1 }],
    ],
  },
  {
    name: 'an index gives what it projects, and no consistent reads',
    steps: [
      ['PutItem', { Item: { ...key('a'), rank: N(1), title: S('t'), body: S('b') } }],
      [
        'Query',
        query({ IndexName: 'ranked' }),
        { Items: [{ ...key('a'), rank: N(1), title: S('t') }], Count: 1, ScannedCount: 1 },
      ],
      [
        'Query',
        query({ IndexName: 'ranked', ConsistentRead: true }),
        refused('ValidationException', {
          says: 'Consistent reads are not supported on global secondary indexes',
        }),
      ],
      ['Query', query({ IndexName: 'ranked', Select: 'ALL_ATTRIBUTES' }), invalid],
      ['Query', query({ IndexName: 'nope' }), invalid],
      ['Scan', { IndexName: 'due', ConsistentRead: true }, invalid],
    ],
  },
  {
    // The short hash by which dynalite tells entries under one index key apart is the same for these two.
    name: "items under one index key never take each other's place",
    steps: [
      ['PutItem', { Item: due('c347', '7', '2026-01-01') }],
      ['PutItem', { Item: due('c3815', '7', '2026-01-01') }],
      ['Query', dueQuery('2026-02', { Select: 'COUNT' }), { Count: 2, ScannedCount: 2 }],
      ['DeleteItem', { Key: key('c347') }],
      ['Query', dueQuery('2026-02'), found(due('c3815', '7', '2026-01-01'))],
    ],
  },
];
