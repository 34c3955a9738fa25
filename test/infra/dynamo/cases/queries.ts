import { type Case, key, N, refused, S, type Step } from '../case.ts';

const entry = (at: number, more: object = {}) => ({ ...key('a', `E#${at}`), n: N(at), ...more });
const seven: Step[] = [1, 2, 3, 4, 5, 6, 7].map((at) => ['PutItem', { Item: entry(at) }]);
const values = (more: object = {}) => ({ ':p': S('a'), ...more });
const query = (more: object = {}, extra: object = {}) => ({
  KeyConditionExpression: 'pk = :p',
  ExpressionAttributeValues: values(extra),
  ...more,
});
const page = (ats: number[], more: object = {}) => ({
  Items: ats.map((at) => entry(at)),
  Count: ats.length,
  ScannedCount: ats.length,
  ...more,
});
const last = (at: number) => ({ LastEvaluatedKey: key('a', `E#${at}`) });
const invalid = refused('ValidationException');
const between = (condition: string, more: object) =>
  query({ KeyConditionExpression: `pk = :p AND ${condition}` }, more);

export const queries: Case[] = [
  {
    name: 'a query goes forwards and backwards by pages',
    steps: [
      ...seven,
      ['Query', query({ Limit: 3 }), page([1, 2, 3], last(3))],
      ['Query', query({ Limit: 3, ExclusiveStartKey: key('a', 'E#3') }), page([4, 5, 6], last(6))],
      ['Query', query({ Limit: 3, ExclusiveStartKey: key('a', 'E#6') }), page([7])],
      ['Query', query({ Limit: 7 }), page([1, 2, 3, 4, 5, 6, 7], last(7))],
      ['Query', query({ Limit: 1, ExclusiveStartKey: key('a', 'E#7') }), page([])],
      ['Query', query({ Limit: 3, ScanIndexForward: false }), page([7, 6, 5], last(5))],
      [
        'Query',
        query({ Limit: 3, ScanIndexForward: false, ExclusiveStartKey: key('a', 'E#5') }),
        page([4, 3, 2], last(2)),
      ],
      ['Query', query({ ScanIndexForward: false, ExclusiveStartKey: key('a', 'E#2') }), page([1])],
      ['Query', query({ ScanIndexForward: false, ExclusiveStartKey: key('a', 'E#4#') }), page([4, 3, 2, 1])],
      ['Query', query({ Limit: 0 }), invalid],
      ['Query', query({ ExclusiveStartKey: key('b', 'E#4') }), invalid],
    ],
  },
  {
    name: 'a sort key condition picks a range',
    steps: [
      ...seven,
      ['PutItem', { Item: key('a', 'S') }],
      ['Query', between('sk = :x', { ':x': S('E#3') }), page([3])],
      ['Query', between('sk < :x', { ':x': S('E#3') }), page([1, 2])],
      ['Query', between('sk <= :x', { ':x': S('E#3') }), page([1, 2, 3])],
      ['Query', between('sk BETWEEN :x AND :y', { ':x': S('E#3'), ':y': S('E#5') }), page([3, 4, 5])],
      ['Query', between('sk BETWEEN :x AND :y', { ':x': S('E#5'), ':y': S('E#3') }), invalid],
      ['Query', between('begins_with(sk, :x)', { ':x': S('E#') }), page([1, 2, 3, 4, 5, 6, 7])],
      ['Query', between('begins_with(sk, :x)', { ':x': S('E#3#') }), page([])],
      [
        'Query',
        between('sk > :x', { ':x': S('E#6') }),
        { Items: [entry(7), key('a', 'S')], Count: 2, ScannedCount: 2 },
      ],
      [
        'Query',
        between('sk >= :x', { ':x': S('E#7') }),
        { Items: [entry(7), key('a', 'S')], Count: 2, ScannedCount: 2 },
      ],
      ['Query', between('contains(sk, :x)', { ':x': S('E#') }), invalid],
      ['Query', { KeyConditionExpression: 'sk = :p', ExpressionAttributeValues: values() }, invalid],
      ['Query', between('n = :x', { ':x': N(1) }), invalid],
    ],
  },
  {
    name: 'sort keys are in the order of their UTF-8 bytes',
    steps: [
      ...['é', 'z', '路', '\uffff', '😀', 'Z', 'a/', 'a', 'a.'].map(
        (sk): Step => ['PutItem', { Item: key('a', sk) }],
      ),
      [
        'Query',
        query(),
        {
          Items: ['Z', 'a', 'a.', 'a/', 'z', 'é', '路', '\uffff', '😀'].map((sk) => key('a', sk)),
          Count: 9,
          ScannedCount: 9,
        },
      ],
    ],
  },
  {
    name: 'numeric sort keys are in the order of numbers',
    steps: [
      ...['-1e10', '-2', '-1.5', '-1', '0', '1e-5', '0.5', '1', '1.5', '2', '10', '1e10']
        .reverse()
        .map((rank): Step => ['PutItem', { Item: { ...key('a', rank), rank: N(rank) } }]),
      [
        'Query',
        query({ IndexName: 'ranked', ProjectionExpression: 'sk' }),
        {
          Items: ['-1e10', '-2', '-1.5', '-1', '0', '1e-5', '0.5', '1', '1.5', '2', '10', '1e10'].map(
            (sk) => ({ sk: S(sk) }),
          ),
          Count: 12,
          ScannedCount: 12,
        },
      ],
      [
        'Query',
        query(
          {
            IndexName: 'ranked',
            ProjectionExpression: 'sk',
            KeyConditionExpression: 'pk = :p AND #r BETWEEN :x AND :y',
            ExpressionAttributeNames: { '#r': 'rank' },
          },
          { ':x': N('-1.2'), ':y': N('1') },
        ),
        { Items: ['-1', '0', '1e-5', '0.5', '1'].map((sk) => ({ sk: S(sk) })), Count: 5, ScannedCount: 5 },
      ],
    ],
  },
  {
    name: 'a filter works on the page that was read, a projection on what is left',
    steps: [
      ...seven,
      [
        'Query',
        query({ Limit: 4, FilterExpression: 'n > :n', ProjectionExpression: 'n' }, { ':n': N(3) }),
        { Items: [{ n: N(4) }], Count: 1, ScannedCount: 4, ...last(4) },
      ],
      ['Query', query({ Select: 'COUNT' }), { Count: 7, ScannedCount: 7 }],
      [
        'Query',
        query({ Select: 'COUNT', FilterExpression: 'n > :n' }, { ':n': N(3) }),
        { Count: 4, ScannedCount: 7 },
      ],
      ['Query', query({ FilterExpression: 'sk = :n' }, { ':n': S('x') }), invalid],
      ['Query', query({ Select: 'SPECIFIC_ATTRIBUTES' }), invalid],
      ['Query', query({ ProjectionExpression: 'n, n' }), invalid],
    ],
  },
  {
    name: 'a projection reaches into documents',
    steps: [
      ['PutItem', { Item: { ...key('a'), m: { M: { x: N(1), y: { L: [S('p'), S('q')] } } }, z: N(2) } }],
      [
        'GetItem',
        { Key: key('a'), ProjectionExpression: 'm.x, #z', ExpressionAttributeNames: { '#z': 'z' } },
        { Item: { m: { M: { x: N(1) } }, z: N(2) } },
      ],
      [
        'GetItem',
        { Key: key('a'), ProjectionExpression: 'm.y[1], nope' },
        { Item: { m: { M: { y: { L: [S('q')] } } } } },
      ],
      ['GetItem', { Key: key('a'), ProjectionExpression: 'nope' }, { Item: {} }],
      ['GetItem', { Key: key('a'), ProjectionExpression: 'm, m.x' }, invalid],
    ],
  },
  {
    name: 'a page ends with the item that brings it to 1 MB',
    steps: [
      ...[1, 2, 3, 4, 5].map((at): Step => ['PutItem', { Item: entry(at, { x: S('路'.repeat(100_000)) }) }]),
      ['Query', query({ Select: 'COUNT' }), { Count: 4, ScannedCount: 4, ...last(4) }],
      [
        'Query',
        query({ Select: 'COUNT', ExclusiveStartKey: key('a', 'E#4') }),
        { Count: 1, ScannedCount: 1 },
      ],
    ],
  },
];
