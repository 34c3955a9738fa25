import type { CalendarYear } from '../domain/city/City.ts';
import { dateText, dayNumber } from '../domain/time/Instant.ts';

const FIRST = 2000;
const LAST = 2099;
/** The year from which the revision of 2024-11-10 applies: New Year's Eve is off, and Labour Day has two days. */
const REVISED = 2025;

/**
 * The days off that 《全国年节及纪念日放假办法》 gives by itself, before the year's notice arranges 调休: 元旦 1, 春节 4 (除夕 to 初三; 3 before
 * 2025), 清明 1, 劳动节 2 (1 before 2025), 端午 1, 中秋 1, 国庆 3. Weekends are not listed unless one of these falls on them.
 * Lunar dates by the Chinese calendar of `Intl`, put right where it errs. Throws a RangeError outside 2000–2099, where the formula for 清明 ends.
 */
export const statutoryDays = (year: number): CalendarYear => {
  if (!Number.isInteger(year) || year < FIRST || year > LAST)
    throw new RangeError(`Statutory days are known for ${FIRST}–${LAST}, not for ${year}`);
  const revised = year >= REVISED;
  const spring = dayNumber(SPRING[year] ?? '') || lunarDay(year, '1-1', ['01-20', '02-22']);
  const off = [
    ...run(dayNumber(`${year}-01-01`), 1),
    ...(revised ? run(spring - 1, 4) : run(spring, 3)),
    ...run(dayNumber(`${year}-04-01`) + clearAndBright(year) - 1, 1),
    ...run(dayNumber(`${year}-05-01`), revised ? 2 : 1),
    ...run(lunarDay(year, '5-5', ['05-25', '06-27']), 1),
    ...run(lunarDay(year, '8-15', ['09-05', '10-10']), 1),
    ...run(dayNumber(`${year}-10-01`), 3),
  ];
  // Mid-autumn may fall into the National Day holidays (2020, 2031).
  return { year, final: false, off: [...new Set(off)].sort().map((day) => dateText(day)), work: [] };
};

/**
 * New moons within minutes of midnight in Beijing, which ICU (as of 78) puts on the wrong day. All other festivals of 2000–2099
 * agree with an astronomical almanac.
 */
const SPRING: Readonly<Record<number, string>> = { 2027: '2027-02-06', 2030: '2030-02-03' };

const run = (first: number, days: number): readonly number[] =>
  Array.from({ length: days }, (_, i) => first + i);

/** Day of April of 清明, by the solar-term formula of the 21st century. */
const clearAndBright = (year: number): number => {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
};

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** `5-5`; a leap month is `5bis-5`, which no festival falls into. */
const lunarDate = (day: number): string => {
  const parts = new Map(lunar.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]));
  return `${parts.get('month')}-${parts.get('day')}`;
};

/** The day number of a lunar date within a window of the year that holds it exactly once. */
const lunarDay = (year: number, date: string, [from, to]: readonly [string, string]): number => {
  const last = dayNumber(`${year}-${to}`);
  for (let day = dayNumber(`${year}-${from}`); day <= last; day++) if (lunarDate(day) === date) return day;
  throw new Error(`This runtime's Chinese calendar has no ${date} in ${year}`);
};
