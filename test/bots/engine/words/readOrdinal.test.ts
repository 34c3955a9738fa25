import { chooseFrom, chooseSpoken } from '../../../../bots/engine/words/chooseFrom.ts';
import { deniesOrdinal, readOrdinal } from '../../../../bots/engine/words/readOrdinal.ts';

const menu = [
  { label: '路灯异常', value: 'a' },
  { label: '红绿灯异常', value: 'b' },
  { label: '景观灯异常', value: 'c' },
  { label: '都不是', value: 'none', command: true as const },
];
const commands = ['确认', '修改', '取消'].map((label) => ({ label, value: label, command: true as const }));

describe('a choice by its place in the list', () => {
  test.each([
    ['第一个', 'a'],
    ['第1个', 'a'],
    ['第一', 'a'],
    ['第一项。', 'a'],
    ['选1', 'a'],
    ['选一', 'a'],
    ['我选第一个', 'a'],
    ['就第一个吧', 'a'],
    ['是第一个', 'a'],
    ['1号', 'a'],
    ['一号', 'a'],
    ['一', 'a'],
    ['头一个', 'a'],
    ['第二项', 'b'],
    ['第二种', 'b'],
    ['要第2个', 'b'],
    ['二', 'b'],
    ['第三个', 'c'],
    ['最后一个', 'c'],
    ['最后那个', 'c'],
    ['第四个', 'none'],
    ['2', 'b'],
    ['景观灯异常', 'c'],
  ])('%s', (text, value) => expect(chooseSpoken(menu, text)).toEqual({ kind: 'chosen', value }));

  test.each([
    '不是第一个',
    '不要第一个',
    '别选1',
    '不选第二个',
    '第一个？',
    '第一次',
    '第一天就坏了',
    '一个',
    '一下',
    '12号楼',
    '9号',
    '第一个和第二个',
    '1号楼的灯',
  ])('%s chooses nothing', (text) => expect(chooseSpoken(menu, text)).toEqual({ kind: 'none' }));

  test.each([
    ['第五个', 5],
    ['选9', 9],
  ])('%s is not on the menu', (text, said) =>
    expect(chooseSpoken(menu, text)).toEqual({ kind: 'noSuchNumber', said }),
  );

  test('a number of a house is that house, and never a command', () => {
    const houses = [
      { label: '建设路12号', value: 12 },
      { label: '建设路2号', value: 2 },
    ];
    expect(chooseSpoken(houses, '2号')).toEqual({ kind: 'chosen', value: 2 });
    expect(chooseSpoken(houses, '12号')).toEqual({ kind: 'chosen', value: 12 });
    expect(chooseSpoken(commands, '3号')).toEqual({ kind: 'none' });
    expect(chooseSpoken(commands, '最后一个')).toEqual({ kind: 'none' });
    expect(chooseSpoken(commands, '第一个')).toEqual({ kind: 'chosen', value: '确认' });
  });

  test('counts only for the menu that was just asked', () => {
    expect(chooseFrom(menu, '第一个')).toEqual({ kind: 'none' });
    expect(chooseSpoken([], '第一个')).toEqual({ kind: 'none' });
  });

  test.each(['不是第一个', '不要第二个', '别选1', '不是最后一个'])('%s denies one', (text) =>
    expect(deniesOrdinal(text)).toBe(true),
  );

  test.each(['不是', '不是路灯', '第一个', '不是一个事'])('%s denies none', (text) =>
    expect(deniesOrdinal(text)).toBe(false),
  );

  test('is read whole', () => {
    expect(readOrdinal('第十二个')).toEqual({ at: 12 });
    expect(readOrdinal('十')).toEqual({ at: 10 });
    expect(readOrdinal('')).toBeUndefined();
  });
});
