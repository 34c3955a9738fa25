import type { CalendarYear } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, repeated } from './Draft.ts';

/** Dates of the year they are listed under, once each, either off or worked. A year that is missing is no fault. */
export const checkCalendar: Check = ({ city }) => {
  const years = city.calendar ?? [];
  return [
    ...repeated(years, ({ year }) => String(year)).map(
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
  ];
};

const checkDates = (year: CalendarYear, list: 'off' | 'work'): readonly Finding[] => [
  ...[...year[list].entries()]
    .filter(([, date]) => !date.startsWith(`${year.year}-`))
    .map(([i, date]) => ({
      at: [list, i],
      what: `${date} 不在 ${year.year} 年`,
      remedy: '移到那一年的文件里',
    })),
  ...repeated(year[list], (date) => date).map(([i, date]) => ({
    at: [list, i],
    what: `${date} 在 ${list} 里写了两次`,
    remedy: '只写一次',
  })),
];

const checkBoth = ({ off, work }: CalendarYear): readonly Finding[] => {
  const free = new Set(off);
  return [...work.entries()]
    .filter(([, date]) => free.has(date))
    .map(([i, date]) => ({
      at: ['work', i],
      what: `${date} 既放假又上班`,
      remedy: '只留在 off 或 work 之一',
    }));
};
