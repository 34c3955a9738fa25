import { type Case, cancelled, FAILED, key, N, NONE, refused, S } from '../case.ts';

const a = key('a');
const b = key('b');
const c = key('c');
const absent = 'attribute_not_exists(pk)';
const transact = (...TransactItems: object[]) => ({ TransactItems });
const put = (item: object, more: object = {}) => ({ Put: { Item: item, ...more } });
const VALIDATION = { Code: 'ValidationError' };
const OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };

export const transactions: Case[] = [
  {
    name: 'a transaction does all four kinds of action together',
    steps: [
      ['PutItem', { Item: { ...a, v: N(1) } }],
      ['PutItem', { Item: { ...b, v: N(1) } }],
      [
        'TransactWriteItems',
        transact(
          put({ ...c, v: N(1) }, { ConditionExpression: absent }),
          {
            Update: {
              Key: a,
              UpdateExpression: 'SET v = v + :o',
              ConditionExpression: 'v = :o',
              ExpressionAttributeValues: { ':o': N(1) },
            },
          },
          { Delete: { Key: b, ConditionExpression: 'attribute_exists(pk)' } },
          { ConditionCheck: { Key: key('d'), ConditionExpression: absent } },
        ),
        {},
      ],
      ['GetItem', { Key: a }, { Item: { ...a, v: N(2) } }],
      ['GetItem', { Key: b }, {}],
      ['GetItem', { Key: c }, { Item: { ...c, v: N(1) } }],
      ['GetItem', { Key: key('d') }, {}],
    ],
  },
  {
    name: 'a transaction says for each action in order why it was cancelled, and does nothing',
    steps: [
      ['PutItem', { Item: { ...a, v: N(1) } }],
      [
        'TransactWriteItems',
        transact(
          put(key('new')),
          put(a, { ConditionExpression: absent, ...OLD }),
          { Delete: { Key: b, ConditionExpression: 'attribute_exists(pk)', ...OLD } },
          {
            ConditionCheck: {
              Key: c,
              ConditionExpression: 'v = :v',
              ExpressionAttributeValues: { ':v': N(2) },
            },
          },
          {
            Update: {
              Key: key('e'),
              UpdateExpression: 'SET v = :v',
              ExpressionAttributeValues: { ':v': N(2) },
            },
          },
        ),
        cancelled(NONE, { ...FAILED, Item: { ...a, v: N(1) } }, FAILED, FAILED, NONE),
      ],
      ['Scan', { Select: 'COUNT' }, { Count: 1, ScannedCount: 1 }],
    ],
  },
  {
    name: 'two actions on one item are refused, whatever they are',
    steps: [
      [
        'TransactWriteItems',
        transact(put(a), put(a)),
        refused('ValidationException', {
          says: 'Transaction request cannot include multiple operations on one item',
        }),
      ],
      [
        'TransactWriteItems',
        transact({ Delete: { Key: a } }, { Update: { Key: a, UpdateExpression: 'REMOVE x' } }),
        refused('ValidationException'),
      ],
      ['TransactWriteItems', transact(put(a), put(key('a', 'b'))), {}],
    ],
  },
  {
    name: 'a request that is not one is refused before anything else',
    steps: [
      ['TransactWriteItems', transact(), refused('ValidationException')],
      ['TransactWriteItems', transact({}), refused('ValidationException')],
      [
        'TransactWriteItems',
        transact({ Put: { Item: a }, Delete: { Key: b } }),
        refused('ValidationException'),
      ],
      [
        'TransactWriteItems',
        transact(put(a, { ConditionExpression: 'foo bar' })),
        refused('ValidationException'),
      ],
      ['TransactWriteItems', transact({ ConditionCheck: { Key: a } }), refused('ValidationException')],
    ],
  },
  {
    name: 'a check counts as an action on its item, and an update must say what it does',
    notLocal: 'Local lets both pass; AWS documents the first and requires UpdateExpression in its model',
    steps: [
      [
        'TransactWriteItems',
        transact(put(a), { ConditionCheck: { Key: a, ConditionExpression: absent } }),
        refused('ValidationException'),
      ],
      ['TransactWriteItems', transact({ Update: { Key: a } }), refused('ValidationException')],
    ],
  },
  {
    name: 'an update that cannot be applied cancels the transaction',
    notLocal:
      'Local refuses the request; AWS cancels with the reason ValidationError (parity suite, captured on AWS)',
    steps: [
      ['PutItem', { Item: { ...a, v: S('x') } }],
      [
        'TransactWriteItems',
        transact(put(b), {
          Update: { Key: a, UpdateExpression: 'SET v = v + :o', ExpressionAttributeValues: { ':o': N(1) } },
        }),
        cancelled(NONE, expect.objectContaining(VALIDATION) as object),
      ],
      ['GetItem', { Key: b }, {}],
    ],
  },
  {
    name: 'a key of the wrong type cancels the transaction',
    notLocal:
      'Local refuses the request; AWS cancels with the reason ValidationError (parity suite, captured on AWS)',
    steps: [
      [
        'TransactWriteItems',
        transact(put(b), { Delete: { Key: { pk: S('a') } } }),
        cancelled(NONE, { ...VALIDATION, Message: 'The provided key element does not match the schema' }),
      ],
      [
        'TransactWriteItems',
        transact(put({ pk: S('a'), sk: N(1) })),
        cancelled(expect.objectContaining(VALIDATION) as object),
      ],
    ],
  },
  {
    name: 'an item made too large by an update cancels the transaction',
    steps: [
      ['PutItem', { Item: { ...a, x: S('x'.repeat(409_590)) } }, {}],
      [
        'TransactWriteItems',
        transact({
          Update: {
            Key: a,
            UpdateExpression: 'SET y = :y',
            ExpressionAttributeValues: { ':y': S('yyyyyyyyyy') },
          },
        }),
        cancelled({ ...VALIDATION, Message: 'Item size to update has exceeded the maximum allowed size' }),
      ],
    ],
  },
];
