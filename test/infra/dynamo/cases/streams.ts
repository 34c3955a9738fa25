import { type Case, key, N, refused, S } from '../case.ts';

const a = key('a');
const one = { ...a, v: N(1) };
const two = { ...a, v: N(2), s: { SS: ['x', 'y'] } };
const viewed = (StreamViewType: string) => ({ StreamSpecification: { StreamEnabled: true, StreamViewType } });
/** Bytes: `pk` `a` `sk` `a` are 6, `v` with a number of one digit 3, `s` with two one-letter members 3. */
const record = (eventName: string, view: string, images: object, SizeBytes: number) => ({
  eventName,
  Keys: a,
  ...images,
  StreamViewType: view,
  SizeBytes,
});
const BOTH = 'NEW_AND_OLD_IMAGES';
const life = [
  ['PutItem', { Item: one }],
  ['PutItem', { Item: two }],
  ['DeleteItem', { Key: a }],
] as const;

export const streams: Case[] = [
  {
    name: 'each view of a stream carries its images',
    steps: [
      ...life,
      [
        'records',
        {},
        {
          records: [
            record('INSERT', BOTH, { NewImage: one }, 15),
            record('MODIFY', BOTH, { NewImage: two, OldImage: one }, 27),
            record('REMOVE', BOTH, { OldImage: two }, 18),
          ],
        },
      ],
    ],
  },
  ...(
    [
      ['NEW_IMAGE', [{ NewImage: one }, 15], [{ NewImage: two }, 18], [{}, 6]],
      ['OLD_IMAGE', [{}, 6], [{ OldImage: one }, 15], [{ OldImage: two }, 18]],
      ['KEYS_ONLY', [{}, 6], [{}, 6], [{}, 6]],
    ] as const
  ).map(
    ([view, insert, modify, remove]): Case => ({
      name: `a stream of ${view} carries no more`,
      table: viewed(view),
      steps: [
        ...life,
        [
          'records',
          {},
          {
            records: [
              record('INSERT', view, insert[0], insert[1]),
              record('MODIFY', view, modify[0], modify[1]),
              record('REMOVE', view, remove[0], remove[1]),
            ],
          },
        ],
      ],
    }),
  ),
  {
    name: 'a write that changes nothing leaves no record',
    steps: [
      ['PutItem', { Item: two }],
      ['PutItem', { Item: { ...two, v: N('2.0'), s: { SS: ['y', 'x'] } } }],
      [
        'UpdateItem',
        {
          Key: a,
          UpdateExpression: 'SET v = :v ADD s :s',
          ExpressionAttributeValues: { ':v': N(2), ':s': { SS: ['x'] } },
        },
      ],
      ['DeleteItem', { Key: key('b') }],
      ['PutItem', { Item: one, ConditionExpression: 'attribute_not_exists(pk)' }],
      [
        'TransactWriteItems',
        {
          TransactItems: [
            { Put: { Item: two } },
            { ConditionCheck: { Key: key('b'), ConditionExpression: 'attribute_not_exists(pk)' } },
          ],
        },
      ],
      ['records', {}, { records: [record('INSERT', BOTH, { NewImage: two }, 18)] }],
    ],
  },
  {
    name: 'a transaction leaves a record for each item it changes, a cancelled one none',
    steps: [
      ['PutItem', { Item: one }],
      [
        'TransactWriteItems',
        {
          TransactItems: [
            { Update: { Key: a, UpdateExpression: 'SET v = :v', ExpressionAttributeValues: { ':v': N(2) } } },
            { Put: { Item: key('b') } },
            { ConditionCheck: { Key: key('c'), ConditionExpression: 'attribute_not_exists(pk)' } },
          ],
        },
        {},
      ],
      [
        'TransactWriteItems',
        {
          TransactItems: [
            { Put: { Item: key('d') } },
            { Delete: { Key: key('e'), ConditionExpression: 'attribute_exists(pk)' } },
          ],
        },
        refused('TransactionCanceledException'),
      ],
      ['BatchWriteItem', { RequestItems: [{ DeleteRequest: { Key: a } }] }],
      [
        'records',
        {},
        {
          records: [
            record('INSERT', BOTH, { NewImage: one }, 15),
            record('MODIFY', BOTH, { NewImage: { ...a, v: N(2) }, OldImage: one }, 24),
            { eventName: 'INSERT', Keys: key('b'), NewImage: key('b'), StreamViewType: BOTH, SizeBytes: 12 },
            record('REMOVE', BOTH, { OldImage: { ...a, v: N(2) } }, 15),
          ],
        },
      ],
    ],
  },
  {
    name: 'a stream that is not there is not found',
    table: { StreamSpecification: { StreamEnabled: false } },
    steps: [
      ['ListStreams', {}, { Streams: [] }],
      [
        'DescribeStream',
        { StreamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/TABLE/stream/2026-01-01T00:00:00.000' },
        refused('ResourceNotFoundException'),
      ],
      ['GetRecords', { ShardIterator: 'nonsense' }, refused('ValidationException')],
      ['PutItem', { Item: { ...a, x: S('y') } }, {}],
    ],
  },
];
