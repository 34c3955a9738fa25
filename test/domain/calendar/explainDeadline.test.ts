import { readFileSync } from 'node:fs';
import { buildCalendar } from '../../../shared/domain/calendar/buildCalendar.ts';
import { explainDeadline } from '../../../shared/domain/calendar/explainDeadline.ts';
import type { CalendarYear } from '../../../shared/domain/city/City.ts';

const years = [2025, 2026, 2027].map(
  (year): CalendarYear => JSON.parse(readFileSync(`cities/example/calendar/${year}.json`, 'utf8')),
);
const calendar = buildCalendar(
  [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  years,
);
const at = (text: string) => Date.parse(`${text}:00+08:00`);

test.each([
  ['2026-09-30 16:40', '5wd', '2026-10-13 17:30', '10月1日至10月7日放假，10月10日上班'],
  ['2026-09-23 10:00', '1wd', '2026-09-24 17:30', undefined],
  ['2026-02-13 17:00', '8wh', '2026-02-24 09:30', '2月14日上班，2月15日至2月23日放假'],
  ['2026-09-30 16:40', '8h', '2026-10-01 00:40', undefined],
  ['2026-06-18 16:40', '2wd', '2026-06-23 17:30', '6月19日至6月21日放假'],
])('from %s, %s until %s because %s', (from, limit, due, because) => {
  const said = explainDeadline({ from: at(from), limit, due: at(due) }, calendar);
  expect(said).toContain(because === undefined ? '，到 ' : `：${because}，到 `);
  expect(said.includes('放假')).toBe(because?.includes('放假') ?? false);
});

test('the whole sentence, with a clock that stood still and a year that is not announced', () => {
  expect(
    explainDeadline(
      {
        from: at('2026-09-28 10:00'),
        limit: '2wd',
        due: at('2026-10-08 17:30'),
        stood: [
          { from: at('2026-09-29 11:00'), to: at('2026-09-29 18:00') },
          { from: at('2026-10-08 09:00') },
        ],
        provisional: true,
      },
      calendar,
    ),
  ).toBe(
    '从 09月28日 10:00 起 2 个工作日：10月1日至10月7日放假，09月29日 11:00 到 09月29日 18:00 停钟，10月08日 09:00 起停着钟，' +
      '其中有的年份放假安排还没有公布，公布后重算，到 10月08日 17:30',
  );
});
