import { type Case, cancelled, FAILED, key, N, refused } from '../case.ts';

const a = key('a');
const b = key('b');
const transact = (...TransactItems: object[]) => ({ TransactItems });
const put = (item: object, more: object = {}) => ({ Put: { Item: item, ...more } });

export const tokens: Case[] = [
  {
    name: 'a token makes a transaction happen once, and only with the same parameters',
    steps: [
      [
        'TransactWriteItems',
        {
          ...transact({
            Update: { Key: a, UpdateExpression: 'ADD n :o', ExpressionAttributeValues: { ':o': N(1) } },
          }),
          ClientRequestToken: 'TABLE-once',
        },
        {},
      ],
      [
        'TransactWriteItems',
        {
          ...transact({
            Update: { Key: a, UpdateExpression: 'ADD n :o', ExpressionAttributeValues: { ':o': N(1) } },
          }),
          ClientRequestToken: 'TABLE-once',
        },
        {},
      ],
      [
        'TransactWriteItems',
        {
          ...transact({
            Update: { Key: a, UpdateExpression: 'ADD n :o', ExpressionAttributeValues: { ':o': N(2) } },
          }),
          ClientRequestToken: 'TABLE-once',
        },
        refused('IdempotentParameterMismatchException'),
      ],
      ['GetItem', { Key: a }, { Item: { ...a, n: N(1) } }],
    ],
  },
  {
    name: 'a cancelled transaction does not use up its token',
    steps: [
      [
        'TransactWriteItems',
        {
          ...transact(put(a, { ConditionExpression: 'attribute_exists(pk)' })),
          ClientRequestToken: 'TABLE-again',
        },
        cancelled(FAILED),
      ],
      ['PutItem', { Item: a }],
      [
        'TransactWriteItems',
        {
          ...transact(put({ ...a, v: N(2) }, { ConditionExpression: 'attribute_exists(pk)' })),
          ClientRequestToken: 'TABLE-other',
        },
        {},
      ],
      ['GetItem', { Key: a }, { Item: { ...a, v: N(2) } }],
    ],
  },
  {
    name: 'a transaction reads several items at one moment',
    steps: [
      ['PutItem', { Item: { ...a, v: N(1), w: N(2) } }],
      [
        'TransactGetItems',
        transact({ Get: { Key: a } }, { Get: { Key: b } }, { Get: { Key: key('a', 'z') } }),
        { Responses: [{ Item: { ...a, v: N(1), w: N(2) } }, {}, {}] },
      ],
      [
        'TransactGetItems',
        transact({ Get: { Key: a, ProjectionExpression: 'w' } }),
        { Responses: [{ Item: { w: N(2) } }] },
      ],
      ['TransactGetItems', transact(), refused('ValidationException')],
    ],
  },
];
