import { type Case, key, N, refused, S } from '../case.ts';

const a = key('a');
/** `pk` + `a` + `sk` + `a` + `x`: 7 bytes beside the text. */
const filling = (bytes: number, letter = 'x') =>
  S(letter.repeat(Math.floor((bytes - 7) / Buffer.byteLength(letter))));
const invalid = (says?: string) => refused('ValidationException', says === undefined ? {} : { says });
const KB400 = 400 * 1024;
const TOO_LARGE = 'Item size has exceeded the maximum allowed size';

const value = (name: string, one: object, answer: object): Case => ({
  name,
  steps: [['PutItem', { Item: { ...a, x: one } }, answer]],
});

export const limits: Case[] = [
  {
    name: 'an item may have 400 KB, to the byte',
    steps: [
      ['PutItem', { Item: { ...a, x: filling(KB400) } }, {}],
      ['PutItem', { Item: { ...a, x: filling(KB400 + 1) } }, invalid(TOO_LARGE)],
      [
        'UpdateItem',
        { Key: a, UpdateExpression: 'SET y = :y', ExpressionAttributeValues: { ':y': S('') } },
        invalid('Item size to update has exceeded the maximum allowed size'),
      ],
    ],
  },
  {
    name: 'Chinese text takes three bytes a character',
    steps: [
      ['PutItem', { Item: { ...a, x: filling(KB400, '路') } }, {}],
      ['PutItem', { Item: { ...a, x: filling(KB400 + 3, '路') } }, invalid(TOO_LARGE)],
    ],
  },
  {
    name: 'a sort key may have 1024 bytes, a partition key 2048',
    steps: [
      ['PutItem', { Item: key('a', 'x'.repeat(1024)) }, {}],
      ['PutItem', { Item: key('a', 'x'.repeat(1025)) }, invalid()],
      ['PutItem', { Item: key('a', '路'.repeat(342)) }, invalid()],
      ['PutItem', { Item: key('x'.repeat(2048)) }, {}],
      ['PutItem', { Item: key('x'.repeat(2049)) }, invalid()],
      ['GetItem', { Key: key('路'.repeat(683)) }, invalid()],
    ],
  },
  {
    name: 'empty strings are values, but not keys, nor keys of an index',
    steps: [
      ['PutItem', { Item: { ...a, x: S(''), y: { B: '' }, z: { M: { y: S('') } } } }, {}],
      ['GetItem', { Key: a }, { Item: { ...a, x: S(''), y: { B: '' }, z: { M: { y: S('') } } } }],
      ['PutItem', { Item: key('') }, invalid()],
      ['PutItem', { Item: key('a', '') }, invalid()],
      ['GetItem', { Key: key('a', '') }, invalid()],
      ['PutItem', { Item: { ...a, dueShard: S('') } }, invalid()],
      ['TransactWriteItems', { TransactItems: [{ Put: { Item: key('a', '') } }] }, invalid()],
      ['TransactWriteItems', { TransactItems: [{ Put: { Item: { ...a, dueShard: S('') } } }] }, invalid()],
    ],
  },
  {
    name: 'a transaction may have 100 actions and 4 MB',
    steps: [
      [
        'TransactWriteItems',
        { TransactItems: Array.from({ length: 100 }, (_, at) => ({ Put: { Item: key('a', `${at}`) } })) },
        {},
      ],
      [
        'TransactWriteItems',
        { TransactItems: Array.from({ length: 101 }, (_, at) => ({ Put: { Item: key('b', `${at}`) } })) },
        invalid(),
      ],
      [
        'TransactWriteItems',
        {
          TransactItems: Array.from({ length: 11 }, (_, at) => ({
            Put: { Item: { ...key('c', `${at}`), x: filling(KB400 - 10) } },
          })),
        },
        invalid(),
      ],
      [
        'Query',
        { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': S('b') }, Select: 'COUNT' },
        { Count: 0, ScannedCount: 0 },
      ],
      [
        'Query',
        { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': S('a') }, Select: 'COUNT' },
        { Count: 100, ScannedCount: 100 },
      ],
    ],
  },
  value('an empty set is refused', { SS: [] }, invalid()),
  value('a set with one member twice is refused', { SS: ['a', 'a'] }, invalid()),
  value('a set with one number in two spellings is refused', { NS: ['1', '1.0'] }, invalid()),
  value('an empty string in a set is kept', { SS: [''] }, {}),
  value('an empty list is kept', { L: [] }, {}),
  value('an empty map is kept', { M: {} }, {}),
  value('a value without a type is refused', {}, invalid()),
  value('a value with two types is refused', { S: 'a', N: '1' }, invalid()),
  value('a null that is not true is refused', { NULL: false }, invalid()),
  value('a number that is none is refused', N('abc'), invalid()),
  value('a number of 38 digits is kept', N('12345678901234567890123456789012345678'), {}),
  value('a number of 39 digits is refused', N('123456789012345678901234567890123456789'), invalid()),
  value('a number of 10^126 is refused', N('1e126'), invalid()),
  value('a number of 10^-130 is kept', N('1e-130'), {}),
];
