import { chooseFrom } from '../../../bots/engine/words/chooseFrom.ts';
import { readCommand, readMenuNumber, readNumber, readWords } from '../../../bots/engine/words/readWords.ts';

const NUMBER = '202609280000001';

describe('reading words', () => {
  test.each([
    ['签收', { word: '签收', rest: '' }],
    [`签收 ${NUMBER}`, { word: '签收', number: NUMBER, rest: '' }],
    [`签收${NUMBER}`, { word: '签收', number: NUMBER, rest: '' }],
    [`办结：${NUMBER}，换了灯泡`, { word: '办结', number: NUMBER, rest: '换了灯泡' }],
    ['办结 已更换 灯泡', { word: '办结', rest: '已更换 灯泡' }],
    [`${NUMBER} 不属实`, { word: '不属实', number: NUMBER, rest: '' }],
    [`${NUMBER}这件不属实，没有发现`, { word: '不属实', number: NUMBER, rest: '没有发现' }],
    [`${NUMBER}，办结：换了灯泡`, { word: '办结', number: NUMBER, rest: '换了灯泡' }],
    ['A 修得很快', { word: 'A', rest: '修得很快' }],
  ])('%s is a command', (text, command) => expect(readCommand(text)).toEqual(command));

  test.each([
    ['12号路灯坏了'],
    ['A12号楼'],
    ['签收1234'],
    [`签收${NUMBER}9`],
    [`${NUMBER}9 签收`],
    [`${NUMBER} 签收 ${NUMBER}`],
    [NUMBER],
    [''],
  ])('%s is none', (text) => expect(readCommand(text)).toBeUndefined());

  test.each([
    ['1', 1],
    ['２', 2],
    ['③', 3],
    ['4️⃣', 4],
    ['5。', 5],
  ])('%s is menu number %d', (text, number) => expect(readMenuNumber(text)).toBe(number));

  test.each([['一'], ['1号'], ['1？'], ['1234'], ['']])('%s is no menu number', (text) =>
    expect(readMenuNumber(text)).toBeUndefined(),
  );

  test('a case number is fifteen digits by themselves', () => {
    expect(readNumber(`${NUMBER}。`)).toBe(NUMBER);
    expect(readNumber(`${NUMBER}9`)).toBeUndefined();
  });

  test('a label is chosen whole, by its number or by another word for it', () => {
    const menu = [
      { label: '属实', value: 1 },
      { label: '不属实', value: 2, also: ['假的'] },
    ];
    expect(chooseFrom(menu, '属实')).toEqual({ kind: 'chosen', value: 1 });
    expect(chooseFrom(menu, '不属实。')).toEqual({ kind: 'chosen', value: 2 });
    expect(chooseFrom(menu, '2')).toEqual({ kind: 'chosen', value: 2 });
    expect(chooseFrom(menu, '假的')).toEqual({ kind: 'chosen', value: 2 });
    expect(chooseFrom(menu, '很属实')).toEqual({ kind: 'none' });
    expect(chooseFrom(menu, '3')).toEqual({ kind: 'noSuchNumber', said: 3 });
    expect(chooseFrom([], '3')).toEqual({ kind: 'none' });
  });

  test('invisible characters are dropped and long texts are cut', () => {
    expect(readWords('\u0000路\u200b灯 ')).toEqual({ raw: '路灯', cut: false });
    expect(readWords('路'.repeat(2_001))).toMatchObject({ cut: true });
  });
});
