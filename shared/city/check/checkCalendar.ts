import type { CalendarYear } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, entriesOf, repeated } from './Draft.ts';

/** Dates of the year they are listed under, once each, either off or worked. A year that is missing is no fault, but worth a note. */
export const checkCalendar: Check = (draft) => {
  const years = entriesOf(draft, 'calendar').map(({ sound }) => sound);
  return [
    ...repeated(years, ({ year }) => year?.toString()).map(
      ([i, { year }]): Finding => ({
        at: ['calendar', i, 'year'],
        what: `${year} 年写了两次`,
        remedy: '一年一个文件',
      }),
    ),
    ...years.flatMap((year, i) =>
      [...checkDates(year, 'off'), ...checkDates(year, 'work'), ...checkBoth(year)].map((finding) => ({
        ...finding,
        at: ['calendar', i, ...finding.at],
      })),
    ),
    ...checkYears(draft),
  ];
};

/** From this day on the notice of the next year's holidays is out: it comes in November. */
const ANNOUNCED = '12-01';

/** Deadlines of a year that is missing or not final are provisional: the year of today, and soon the next one. */
const checkYears = ({ city: { calendar = [] }, partial, today }: Draft): readonly Finding[] => {
  if (partial.has('calendar')) return [];
  const year = Number(today.slice(0, 4));
  const at = calendar.findIndex((known) => known.year === year);
  const next = today.slice(5) >= ANNOUNCED && !calendar.some((known) => known.year === year + 1);
  return [
    ...(at < 0 ? [missingYear(year, '今年')] : []),
    ...(calendar[at]?.final === false ? [notFinal(at)] : []),
    ...(next ? [missingYear(year + 1, '明年')] : []),
  ];
};

const missingYear = (year: number, called: string): Finding => ({
  at: ['calendar'],
  what: `calendar/${year}.json 没有：${called}的时限按周末和法定节日暂算`,
  remedy: '照国务院办公厅公布的放假安排补上这个文件',
  note: true,
});

const notFinal = (at: number): Finding => ({
  at: ['calendar', at, 'final'],
  what: 'final 还是 false：今年的时限都是暂算的',
  remedy: '照国务院办公厅公布的放假安排核对，再改成 true',
  note: true,
});

type Row = Partial<CalendarYear>;

const checkDates = (row: Row, list: 'off' | 'work'): readonly Finding[] => {
  const { year, [list]: dates = [] } = row;
  return [
    ...[...dates.entries()]
      .filter(([, date]) => year !== undefined && !date.startsWith(`${year}-`))
      .map(([i, date]) => ({
        at: [list, i],
        what: `${date} 不在 ${year} 年`,
        remedy: '移到那一年的文件里',
      })),
    ...repeated(dates, (date) => date).map(([i, date]) => ({
      at: [list, i],
      what: `${date} 在 ${list} 里写了两次`,
      remedy: '只写一次',
    })),
  ];
};

const checkBoth = ({ off = [], work = [] }: Row): readonly Finding[] => {
  const free = new Set(off);
  return [...work.entries()]
    .filter(([, date]) => free.has(date))
    .map(([i, date]) => ({
      at: ['work', i],
      what: `${date} 既放假又上班`,
      remedy: '只留在 off 或 work 之一',
    }));
};
