/**
 * A clerk with a wall calendar: knows the notices of the State Council for 2025 and 2026 by heart, walks day by day and minute by
 * minute, and shares no line with the calendar of the system. Times are minutes since 2025-01-01 00:00 in China.
 */

const MINUTES_A_DAY = 1_440;
const DAYS = 365 + 365 + 31;
/** 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号: first and last day off. */
const HOLIDAYS = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const;
/** 调休: weekend days that are worked. */
const WORKED = new Set(
  (
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 ' +
    '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'
  ).split(' '),
);
const OPEN = [
  [9 * 60, 12 * 60],
  [13 * 60 + 30, 17 * 60 + 30],
] as const;
const CLOSE = 17 * 60 + 30;

const names: readonly string[] = Array.from({ length: DAYS }, (_, day) =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
);
const worked: readonly boolean[] = names.map((name) => {
  if (WORKED.has(name)) return true;
  if (HOLIDAYS.some(([first, last]) => name >= first && name <= last)) return false;
  return ![0, 6].includes(new Date(`${name}T12:00:00Z`).getUTCDay());
});

export const minuteOf = (text: string): number =>
  names.indexOf(text.slice(0, 10)) * MINUTES_A_DAY +
  Number(text.slice(11, 13)) * 60 +
  Number(text.slice(14, 16));

export const textOf = (minute: number): string => {
  const rest = minute % MINUTES_A_DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${names[Math.floor(minute / MINUTES_A_DAY)]} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
};

const isOpen = (minute: number): boolean => {
  const rest = minute % MINUTES_A_DAY;
  return (
    worked[Math.floor(minute / MINUTES_A_DAY)] === true &&
    OPEN.some(([from, to]) => rest >= from && rest < to)
  );
};

export interface Walk {
  readonly from: number;
  readonly limit: { readonly unit: 'wd' | 'wh' | 'm'; readonly amount: number };
  /** The clock stood still from one minute to another, in order, none touching another. */
  readonly stood?: readonly (readonly [number, number])[];
}

/** When a limit ends that began at a minute, walking on until it is used up; `undefined` when that is beyond the wall calendar. */
export const walkLimit = ({ from, limit, stood = [] }: Walk): number | undefined => {
  const passes = limit.unit === 'wd' ? daysIn(from, stood) : minutesIn(limit.unit, stood);
  let left = limit.unit === 'wh' ? limit.amount * 60 : limit.amount;
  for (let minute = from; minute < DAYS * MINUTES_A_DAY; minute++) {
    left += passes(minute);
    if (left === 0) return limit.unit === 'wd' ? minute : minute + 1;
  }
  return undefined;
};

/** What a minute takes away from what is left, or adds to it. */
type Passes = (minute: number) => number;

/** A day is over at its close. One more for every close that the clock stood through; the day it began on does not count. */
const daysIn = (from: number, stood: NonNullable<Walk['stood']>): Passes => {
  const firstDay = Math.floor(from / MINUTES_A_DAY);
  return (minute) => {
    const day = Math.floor(minute / MINUTES_A_DAY);
    if (minute % MINUTES_A_DAY !== CLOSE || worked[day] !== true) return 0;
    const stands = stood.some(([first, last]) => minute > first && minute <= last);
    return (stands ? 1 : 0) - (day > firstDay ? 1 : 0);
  };
};

const minutesIn =
  (unit: 'wh' | 'm', stood: NonNullable<Walk['stood']>): Passes =>
  (minute) => {
    const stands = stood.some(([first, last]) => minute >= first && minute < last);
    return !stands && (unit === 'm' || isOpen(minute)) ? -1 : 0;
  };
