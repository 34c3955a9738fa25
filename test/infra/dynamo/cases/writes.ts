import { type Case, FAILED, key, N, refused, S } from '../case.ts';

const a = key('a');
const absent = 'attribute_not_exists(pk)';
const OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
const failed = (more: object = {}) =>
  refused('ConditionalCheckFailedException', { says: FAILED.Message, ...more });

export const writes: Case[] = [
  {
    name: 'a put replaces the whole item and can return the old one',
    steps: [
      ['PutItem', { Item: { ...a, x: N(1) } }, {}],
      ['PutItem', { Item: { ...a, y: N(2) }, ReturnValues: 'ALL_OLD' }, { Attributes: { ...a, x: N(1) } }],
      ['GetItem', { Key: a }, { Item: { ...a, y: N(2) } }],
    ],
  },
  {
    name: 'a put if absent is refused the second time, with the old item when asked for',
    steps: [
      ['PutItem', { Item: { ...a, x: N(1) }, ConditionExpression: absent }, {}],
      ['PutItem', { Item: { ...a, x: N(2) }, ConditionExpression: absent }, failed()],
      [
        'PutItem',
        { Item: { ...a, x: N(2) }, ConditionExpression: absent, ...OLD },
        failed({ Item: { ...a, x: N(1) } }),
      ],
      ['GetItem', { Key: a }, { Item: { ...a, x: N(1) } }],
    ],
  },
  {
    name: 'a condition on an item that is not there fails without an old item',
    steps: [
      ['DeleteItem', { Key: a, ConditionExpression: 'attribute_exists(pk)', ...OLD }, failed()],
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET x = :x',
          ConditionExpression: 'x = :x',
          ExpressionAttributeValues: { ':x': N(1) },
          ...OLD,
        },
        failed(),
      ],
      ['GetItem', { Key: a }, {}],
    ],
  },
  {
    name: 'an update creates the item, and returns what it is asked for',
    steps: [
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET x = :x',
          ExpressionAttributeValues: { ':x': N(1) },
          ReturnValues: 'ALL_OLD',
        },
        {},
      ],
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET y = :x',
          ExpressionAttributeValues: { ':x': N(2) },
          ReturnValues: 'ALL_NEW',
        },
        { Attributes: { ...a, x: N(1), y: N(2) } },
      ],
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET x = :x',
          ExpressionAttributeValues: { ':x': N(3) },
          ReturnValues: 'UPDATED_OLD',
        },
        { Attributes: { x: N(1) } },
      ],
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET x = :x',
          ExpressionAttributeValues: { ':x': N(4) },
          ReturnValues: 'UPDATED_NEW',
        },
        { Attributes: { x: N(4) } },
      ],
      ['UpdateItem', { Key: a, UpdateExpression: 'REMOVE x', ReturnValues: 'UPDATED_NEW' }, {}],
      ['UpdateItem', { Key: a, UpdateExpression: 'REMOVE nope', ReturnValues: 'UPDATED_OLD' }, {}],
      [
        'UpdateItem',
        { Key: a, UpdateExpression: 'REMOVE y', ReturnValues: 'ALL_OLD' },
        { Attributes: { ...a, y: N(2) } },
      ],
    ],
  },
  {
    name: 'an update without an expression creates a bare item',
    steps: [
      ['UpdateItem', { Key: a, ReturnValues: 'ALL_NEW' }, { Attributes: a }],
      ['GetItem', { Key: a }, { Item: a }],
    ],
  },
  {
    name: 'a delete returns the old item, and does nothing where there is none',
    steps: [
      ['PutItem', { Item: { ...a, x: N(1) } }],
      ['DeleteItem', { Key: a, ReturnValues: 'ALL_OLD' }, { Attributes: { ...a, x: N(1) } }],
      // Local says what this took without being asked.
      ['DeleteItem', { Key: a }],
      ['GetItem', { Key: a }, {}],
    ],
  },
  {
    name: 'a put may not ask for new values',
    steps: [['PutItem', { Item: a, ReturnValues: 'ALL_NEW' }, refused('ValidationException')]],
  },
  {
    name: 'numbers come back in one spelling, in documents too',
    notLocal: 'Local keeps the spelling of numbers inside documents; AWS does not',
    steps: [
      ['PutItem', { Item: { ...a, n: { L: [N('1.50'), N('1e3'), N('-0'), N('007'), N('0.00010')] } } }],
      [
        'GetItem',
        { Key: a },
        { Item: { ...a, n: { L: [N('1.5'), N('1000'), N('0'), N('7'), N('0.0001')] } } },
      ],
    ],
  },
  {
    name: 'keys that do not fit are refused',
    steps: [
      ['PutItem', { Item: { pk: S('a') } }, refused('ValidationException')],
      ['PutItem', { Item: { pk: N(1), sk: S('a') } }, refused('ValidationException')],
      ['PutItem', { Item: { ...a, dueShard: N(1) } }, refused('ValidationException')],
      ['GetItem', { Key: { pk: S('a') } }, refused('ValidationException')],
      ['GetItem', { Key: { ...a, x: S('a') } }, refused('ValidationException')],
      ['DeleteItem', { Key: { pk: S('a'), sk: N(1) } }, refused('ValidationException')],
      ['UpdateItem', { Key: { pk: S('a') } }, refused('ValidationException')],
    ],
  },
  {
    name: 'an unknown table is not found',
    steps: [
      ['PutItem', { TableName: 'nowhere', Item: a }, refused('ResourceNotFoundException')],
      ['GetItem', { TableName: 'nowhere', Key: a }, refused('ResourceNotFoundException')],
      [
        'Query',
        {
          TableName: 'nowhere',
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': S('a') },
        },
        refused('ResourceNotFoundException'),
      ],
      [
        'TransactWriteItems',
        { TransactItems: [{ Put: { TableName: 'nowhere', Item: a } }] },
        refused('ResourceNotFoundException'),
      ],
      ['DescribeTable', { TableName: 'nowhere' }, refused('ResourceNotFoundException')],
    ],
  },
  {
    name: 'a batch writes and deletes, one action an item',
    steps: [
      ['PutItem', { Item: key('c') }],
      [
        'BatchWriteItem',
        { RequestItems: [{ PutRequest: { Item: { ...a, x: N(1) } } }, { DeleteRequest: { Key: key('c') } }] },
        { UnprocessedItems: {} },
      ],
      [
        'BatchGetItem',
        { RequestItems: { Keys: [a] } },
        { Responses: { TABLE: [{ ...a, x: N(1) }] }, UnprocessedKeys: {} },
      ],
      ['GetItem', { Key: key('c') }, {}],
      [
        'BatchWriteItem',
        { RequestItems: [{ PutRequest: { Item: a } }, { DeleteRequest: { Key: a } }] },
        refused('ValidationException'),
      ],
      [
        'BatchWriteItem',
        { RequestItems: [{ PutRequest: { Item: { pk: N(1), sk: S('a') } } }] },
        refused('ValidationException'),
      ],
      ['GetItem', { Key: a }, { Item: { ...a, x: N(1) } }],
    ],
  },
];
