import { printFault } from '../../../shared/city/Fault.ts';
import { readCity } from '../../../shared/city/readCity.ts';
import { filesOf, smallCity } from '../smallCity.ts';

const YEAR = smallCity['calendar/2026.json'] ?? '';

const notesOn = (today: string, years: Readonly<Record<string, string>>): readonly string[] => {
  const { 'calendar/2026.json': _year, ...others } = smallCity;
  const { faults, notes } = readCity(filesOf({ ...others, ...years }), today);
  expect(faults).toEqual([]);
  return notes.map(printFault);
};

const missing = (year: number, called: string): string =>
  `calendar:1: calendar/${year}.json 没有：${called}的时限按周末和法定节日暂算。照国务院办公厅公布的放假安排补上这个文件。`;

test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a year that is there', '2026-11-30', { 'calendar/2026.json': YEAR }, []],
  ['a year that is missing', '2026-11-30', {}, [missing(2026, '今年')]],
  [
    'the next year, once it is announced',
    '2026-12-01',
    { 'calendar/2026.json': YEAR },
    [missing(2027, '明年')],
  ],
  [
    'the next year that is there, though not final',
    '2026-12-31',
    {
      'calendar/2026.json': YEAR,
      'calendar/2027.json': '{"year":2027,"final":false,"off":[],"work":[]}',
    },
    [],
  ],
  [
    'a year that is not final',
    '2026-09-28',
    { 'calendar/2026.json': YEAR.replace('true', 'false') },
    [
      'calendar/2026.json:3: final 还是 false：今年的时限都是暂算的。照国务院办公厅公布的放假安排核对，再改成 true。',
    ],
  ],
])('%s', (_name, today, years, lines) => {
  expect(notesOn(today, years)).toEqual(lines);
});
