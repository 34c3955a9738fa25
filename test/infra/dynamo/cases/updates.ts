import type { Item } from '../../../../infra/local/dynamo/attributeValue.ts';
import { type Case, key, N, refused, S } from '../case.ts';

const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';
const WRONG_PATH = 'The document path provided in the update expression is invalid for update';
const MISSING = 'The provided expression refers to an attribute that does not exist in the item';
const four: Item = { l: { L: [S('0'), S('1'), S('2'), S('3')] } };
const long = `1${'0'.repeat(37)}`;

type Row = [before: Item, expression: string, values: object[], after: Item | string | undefined];
/** `after`: what the item is then; a text: what the refusal says; undefined: refused before the item is looked at. */
const rows: Row[] = [
  [{}, 'SET a = :a', [S('x')], { a: S('x') }],
  [{ a: N(1) }, 'SET a = a + :a', [N('0.1')], { a: N('1.1') }],
  [{ a: N('0.3') }, 'SET a = a - :a', [N('0.1')], { a: N('0.2') }],
  [{ a: N(long) }, 'SET a = a + :a', [N(1)], { a: N(`${long.slice(0, -1)}1`) }],
  [{ a: N(1) }, 'SET a = if_not_exists(a, :a)', [N(7)], { a: N(1) }],
  [{}, 'SET a = if_not_exists(a, :a)', [N(7)], { a: N(7) }],
  [{}, 'SET a = if_not_exists(a, :a) + :b', [N(0), N(1)], { a: N(1) }],
  [four, 'SET l = list_append(l, :a)', [{ L: [S('4')] }], { l: { L: [...(four.l?.L ?? []), S('4')] } }],
  [{}, 'SET l = list_append(if_not_exists(l, :a), :b)', [{ L: [] }, { L: [S('z')] }], { l: { L: [S('z')] } }],
  [four, 'SET l[1] = :a', [S('x')], { l: { L: [S('0'), S('x'), S('2'), S('3')] } }],
  [four, 'SET l[9] = :a, l[6] = :b', [S('9'), S('6')], { l: { L: [...(four.l?.L ?? []), S('6'), S('9')] } }],
  [four, 'REMOVE l[0], l[1]', [], { l: { L: [S('2'), S('3')] } }],
  [four, 'REMOVE l[9]', [], four],
  [four, 'SET l[1] = :a REMOVE l[0]', [S('x')], { l: { L: [S('x'), S('2'), S('3')] } }],
  [{ a: N(1), b: N(2) }, 'SET a = b, b = a', [], { a: N(2), b: N(1) }],
  [{ b: N(1) }, 'SET a = b ADD b :a', [N(5)], { a: N(1), b: N(6) }],
  [{ m: { M: { x: N(1) } } }, 'SET m.y = m.x REMOVE m.x', [], { m: { M: { y: N(1) } } }],
  [{ m: { M: {} } }, 'SET m.x.y = :a', [N(1)], WRONG_PATH],
  [{}, 'SET m.x = :a', [N(1)], WRONG_PATH],
  [{}, 'REMOVE m.x', [], WRONG_PATH],
  [{}, 'REMOVE a', [], {}],
  [{ a: N(1) }, 'REMOVE a', [], {}],
  [{}, 'SET a = b', [], MISSING],
  [{}, 'SET a = a + :a', [N(1)], MISSING],
  [{ a: S('x') }, 'SET a = a + :a', [N(1)], WRONG_TYPE],
  [{ a: S('x') }, 'SET a = list_append(a, :a)', [{ L: [] }], WRONG_TYPE],
  [{}, 'SET a = a + :a', [S('x')], undefined],
  [{}, 'ADD n :a', [N(-3)], { n: N(-3) }],
  [{ n: N(5) }, 'ADD n :a', [N(-5)], { n: N(0) }],
  [{ n: S('x') }, 'ADD n :a', [N(1)], WRONG_TYPE],
  [{}, 'ADD s :a', [{ SS: ['b', 'a'] }], { s: { SS: ['a', 'b'] } }],
  [{ s: { SS: ['a', 'b'] } }, 'ADD s :a', [{ SS: ['b', 'c'] }], { s: { SS: ['a', 'b', 'c'] } }],
  [{ s: { SS: ['a', 'b'] } }, 'DELETE s :a', [{ SS: ['a', 'x'] }], { s: { SS: ['b'] } }],
  [{ s: { SS: ['a', 'b'] } }, 'DELETE s :a', [{ SS: ['a', 'b'] }], {}],
  [{}, 'DELETE s :a', [{ SS: ['a'] }], {}],
  [{ s: { SS: ['a'] } }, 'DELETE s :a', [{ NS: ['1'] }], WRONG_TYPE],
  [{}, 'ADD s :a', [{ L: [] }], undefined],
  [{}, 'SET a = :a, a.b = :b', [N(1), N(2)], undefined],
  [{}, 'SET a = :a SET b = :b', [N(1), N(2)], undefined],
  [{}, 'SET pk = :a', [S('x')], undefined],
  [{}, 'SET dueShard = :a', [N(1)], undefined],
  [{}, 'SET dueShard = :a', [S('')], undefined],
  [{ a: N(1) }, 'SET dueShard = a', [], undefined],
  [{}, 'SET a = :a', [{ SS: [] }], undefined],
  [{}, 'SET status = :a', [S('x')], undefined],
];

export const updates: Case[] = rows.map(([before, expression, list, after], at) => {
  const target = key('a');
  const values = Object.fromEntries(list.map((value, index) => [`:${'ab'[index]}`, value]));
  const stays = typeof after === 'object' ? after : before;
  const answer =
    typeof after === 'object'
      ? {}
      : refused('ValidationException', after === undefined ? {} : { says: after });
  return {
    name: `update ${at + 1} «${expression}» of ${JSON.stringify(before)}`,
    steps: [
      ['PutItem', { Item: { ...target, ...before } }],
      [
        'UpdateItem',
        {
          Key: target,
          UpdateExpression: expression,
          ...(list.length > 0 && { ExpressionAttributeValues: values }),
        },
        answer,
      ],
      ['GetItem', { Key: target, ConsistentRead: true }, { Item: { ...target, ...stays } }],
    ],
  };
});
