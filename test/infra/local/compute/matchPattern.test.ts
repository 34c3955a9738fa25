import { matchAny, matchPattern, type Pattern } from '../../../../infra/local/compute/matchPattern.ts';

const entry = {
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: 'CASE#1' }, sk: { S: 'E#000001' } }, NewImage: { n: { N: '3' } } },
};
const keyed = (rules: readonly unknown[]) =>
  ({ dynamodb: { Keys: { sk: { S: rules } } } }) as unknown as Pattern;
const on = (rules: readonly unknown[]) => ({ value: rules }) as unknown as Pattern;

describe('matchPattern', () => {
  test('a prefix takes entries and leaves snapshots', () => {
    expect(matchPattern(entry, keyed([{ prefix: 'E#' }]))).toBe(true);
    expect(matchPattern({ dynamodb: { Keys: { sk: { S: 'S' } } } }, keyed([{ prefix: 'E#' }]))).toBe(false);
  });

  test('every field must fit, any rule of a field may', () => {
    const insert = { ...keyed([{ prefix: 'X' }, { prefix: 'E#' }]), eventName: ['INSERT', 'MODIFY'] };
    expect(matchPattern(entry, insert as Pattern)).toBe(true);
    expect(matchPattern({ ...entry, eventName: 'REMOVE' }, insert as Pattern)).toBe(false);
  });

  test.each([
    [['a'], 'a', true],
    [['a'], 'b', false],
    [[null], null, true],
    [[3], 3, true],
    [[{ suffix: 'z' }], 'xyz', true],
    [[{ 'equals-ignore-case': 'ABC' }], 'abc', true],
    [[{ 'anything-but': ['a', 'b'] }], 'c', true],
    [[{ 'anything-but': ['a', 'b'] }], 'a', false],
    [[{ 'anything-but': ['a'] }], undefined, false],
    [[{ 'anything-but': { prefix: 'E#' } }], 'S', true],
    [[{ 'anything-but': { prefix: 'E#' } }], 'E#1', false],
    [[{ numeric: ['>', 1, '<=', 5] }], 5, true],
    [[{ numeric: ['>', 1, '<=', 5] }], 6, false],
    [[{ numeric: ['=', 1] }], '1', false],
    [[{ exists: true }], 0, true],
    [[{ exists: true }], undefined, false],
    [[{ exists: false }], undefined, true],
    [['b'], ['a', 'b'], true],
  ])('%j on %j is %s', (rules, value, expected) => {
    expect(matchPattern({ value }, on(rules))).toBe(expected);
  });

  test('alternatives over several fields', () => {
    const either = { $or: [{ a: [1] }, { b: [2] }] } as unknown as Pattern;
    expect(matchPattern({ b: 2 }, either)).toBe(true);
    expect(matchPattern({ a: 2, b: 1 }, either)).toBe(false);
  });

  test('a mapping without patterns takes everything', () => {
    expect(matchAny({}, [])).toBe(true);
    expect(matchAny({ a: 1 }, [{ a: [2] }, { a: [1] }])).toBe(true);
  });

  test('an operator it does not know is said, not ignored', () => {
    expect(() => matchPattern({ value: 'a' }, on([{ wildcard: 'a*' }]))).toThrow('unknown operator wildcard');
  });
});
