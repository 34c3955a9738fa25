import { readYaml } from '../../../shared/city/source/readYaml.ts';
import { smallCity } from '../smallCity.ts';

const SETTINGS = smallCity['city.yaml'] ?? '';
const CATALOG = smallCity['catalog.yaml'] ?? '';

const told = (text: string): readonly string[] =>
  readYaml(text).faults.map(({ line, what }) => `${line} ${what}`);

const NO_COLON = '这一行少了冒号，或冒号后面没有空格';

describe('what is wrong in YAML is told at the line to be mended', () => {
  test.each([
    ['a list of lists without its last bracket', '"17:30"]]', '"17:30"]', ['4 这里的 [ 打开以后没有关上']],
    ['a list without its bracket', 'grid]', 'grid', ['5 这里的 [ 打开以后没有关上']],
    ['a brace that stays open', '7d }', '7d', ['8 这里的 { 打开以后没有关上']],
    ['a brace that stays open in the last line', '"07:30"] }', '"07:30"]', ['9 这里的 { 打开以后没有关上']],
    ['a bracket that stays open within braces', '"07:30"] }', '"07:30" }', ['9 这里的 [ 打开以后没有关上']],
    ['a quote that stays open to the end', '"07:30"', '"07:30', ['9 这里的 " 打开以后没有关上']],
    ['no colon', 'rounds: 2', 'rounds 2', [`6 ${NO_COLON}`]],
    ['no colon in the first line', 'id: small', 'id small', [`1 ${NO_COLON}`]],
    ['a Chinese colon', 'rounds: 2', 'rounds：2', [`6 ${NO_COLON}`]],
    ['no space behind the colon', 'rounds: 2', 'rounds:2', [`6 ${NO_COLON}`]],
    ['a bracket too many, once', 'grid]', 'grid]]', ['5 多出了“]”']],
    ['a colon in a name', '小城', '小城: 新区', ['2 这一行的内容里又有冒号']],
    ['a line set in', 'rounds', '  rounds', ['6 缩进不对']],
  ])('city.yaml: %s', (_name, from, to, lines) => {
    expect(SETTINGS).toContain(from);
    expect(told(SETTINGS.replace(from, to))).toEqual(lines);
  });

  test.each([
    ['words without their bracket', '路灯坏了]', '路灯坏了', ['8 这里的 [ 打开以后没有关上']],
    ['a group without its brace', '市政公用设施 }', '市政公用设施', ['2 这里的 { 打开以后没有关上']],
    [
      'a condition without its last brace',
      'check: 4wh } }',
      'check: 4wh }',
      ['14 这里的 { 打开以后没有关上'],
    ],
    ['a code without its colon', 'code: "01001"', 'code "01001"', [`16 ${NO_COLON}`]],
    ['the first key without its colon', 'groups:', 'groups', [`1 ${NO_COLON}`]],
  ])('catalog.yaml: %s', (_name, from, to, lines) => {
    expect(CATALOG).toContain(from);
    expect(told(CATALOG.replace(from, to))).toEqual(lines);
  });

  test('two mistakes that have nothing to do with each other are both told', () => {
    const text = CATALOG.replace('路灯坏了]', '路灯坏了')
      .replace('[井盖没了]', '[井盖没了')
      .replace('group: "01"', 'group "01"');
    expect(told(text)).toEqual([
      '8 这里的 [ 打开以后没有关上',
      '20 这里的 [ 打开以后没有关上',
      `6 ${NO_COLON}`,
    ]);
  });

  test('a list over several lines is told where it begins', () => {
    expect(told('a: [x,\n  y\nb: 2\n')).toEqual(['1 这里的 [ 打开以后没有关上']);
  });
});
