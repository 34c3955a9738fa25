import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildCalendar } from '../../../shared/domain/calendar/buildCalendar.ts';
import type { CalendarYear } from '../../../shared/domain/city/City.ts';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';
import { dateText, dayOf, formatInstant, instantOf } from '../../../shared/domain/time/Instant.ts';

const HOURS = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
] as const;
const YEARS = [2025, 2026, 2027].map(
  (year): CalendarYear => JSON.parse(readFileSync(`cities/example/calendar/${year}.json`, 'utf8')),
);
const calendar = buildCalendar(HOURS, YEARS);
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const due = (from: string, limit: string) => {
  const duration = parseDuration(limit);
  if (!duration) throw new Error(limit);
  return formatInstant(calendar.deadline(at(from), duration).at)
    .slice(0, 16)
    .replace('T', ' ');
};

describe('working days', () => {
  test.each([
    ['2026-09-30 16:40', '5wd', '2026-10-13 17:30', 'over National Day, with the working Saturday 10-10'],
    ['2026-09-28 10:00', '1wd', '2026-09-29 17:30', 'the start day does not count'],
    ['2026-09-28 23:59', '1wd', '2026-09-29 17:30', 'nor when it is night'],
    ['2026-09-25 10:00', '1wd', '2026-09-28 17:30', 'started on a holiday'],
    ['2026-02-13 09:00', '1wd', '2026-02-14 17:30', 'a working Saturday before Spring Festival'],
    ['2026-02-14 09:00', '1wd', '2026-02-24 17:30', 'over Spring Festival'],
    ['2025-01-26 09:00', '2wd', '2025-02-05 17:30', 'a working Sunday, then the holiday'],
    ['2026-12-31 09:00', '1wd', '2027-01-04 17:30', 'into the next year'],
  ])('from %s, %s ends %s: %s', (from, limit, expected) => {
    expect(due(from, limit)).toBe(expected);
  });
});

describe('working hours', () => {
  test.each([
    ['2026-09-28 10:00', '2wh', '2026-09-28 12:00', 'ends at the break, not after it'],
    ['2026-09-28 10:00', '4wh', '2026-09-28 15:30', 'goes over the break'],
    ['2026-09-28 13:30', '4wh', '2026-09-28 17:30', 'ends at the close, not next morning'],
    ['2026-09-28 12:30', '1wh', '2026-09-28 14:30', 'starts in the break'],
    ['2026-09-28 20:00', '7wh', '2026-09-29 17:30', 'starts at night, one whole day'],
    ['2026-09-30 17:00', '1wh', '2026-10-08 09:30', 'over National Day'],
    ['2026-10-03 11:00', '1wh', '2026-10-08 10:00', 'starts within a holiday'],
    ['2026-09-28 10:00', '0.5wh', '2026-09-28 10:30', 'parts of an hour'],
  ])('from %s, %s ends %s: %s', (from, limit, expected) => {
    expect(due(from, limit)).toBe(expected);
  });
});

test('natural time is the plain sum', () => {
  expect(due('2026-09-30 23:00', '8h')).toBe('2026-10-01 07:00');
  expect(due('2026-09-30 23:00', '3d')).toBe('2026-10-03 23:00');
  expect(due('2026-09-30 23:00', '30m')).toBe('2026-09-30 23:30');
});

test('a deadline that enters a year not announced is provisional, one that does not is not', () => {
  const five = { unit: 'workingDays', days: 5 } as const;
  expect(calendar.deadline(at('2026-12-30 10:00'), five).provisional).toBe(true);
  expect(calendar.deadline(at('2026-12-20 10:00'), five).provisional).toBe(false);
  expect(calendar.deadline(at('2031-03-03 10:00'), five)).toEqual({
    at: at('2031-03-10 17:30'),
    provisional: true,
  });
  expect(calendar.deadline(at('2026-12-31 20:00'), { unit: 'natural', ms: 1e9 }).provisional).toBe(false);
});

test('asking outside the table is a fault, not a wrong answer', () => {
  expect(() => calendar.deadline(at('1990-01-01 10:00'), { unit: 'workingDays', days: 1 })).toThrow(
    RangeError,
  );
  expect(() => calendar.deadline(at('2026-01-01 10:00'), { unit: 'workingDays', days: 90_000 })).toThrow(
    RangeError,
  );
});

test('workdays per year are those of the official notices', () => {
  const count = (year: number) => {
    let sum = 0;
    for (let day = dayOf(at(`${year}-01-01 12:00`)); dateText(day).startsWith(`${year}`); day++)
      if (calendar.isWorkingDay(dateText(day))) sum++;
    return sum;
  };
  expect([count(2025), count(2026)]).toEqual([248, 248]);
});

/** The plain oracle: walk minute by minute or day by day, as a clerk would. */
const walk = (
  from: number,
  limit: { unit: 'workingDays'; days: number } | { unit: 'workingHours'; ms: number },
) => {
  if (limit.unit === 'workingDays') {
    let day = dayOf(from);
    for (let left = limit.days; left > 0; ) if (calendar.isWorkingDay(dateText(++day))) left--;
    return instantOf(day, 17.5 * 3_600_000);
  }
  let left = limit.ms;
  let minute = from;
  while (left > 0) {
    if (calendar.isOpen(minute)) left -= 60_000;
    minute += 60_000;
  }
  return minute;
};

test('agrees with a plain walk on 400 random limits through 2025 and 2026', () => {
  const start = fc.integer({ min: at('2025-01-01 00:00') / 60_000, max: at('2026-11-30 00:00') / 60_000 });
  const limit = fc.oneof(
    fc.record({ unit: fc.constant('workingDays' as const), days: fc.integer({ min: 1, max: 20 }) }),
    fc.record({
      unit: fc.constant('workingHours' as const),
      ms: fc.integer({ min: 1, max: 40 }).map((h) => h * 1_800_000),
    }),
  );
  fc.assert(
    fc.property(start, limit, (minute, duration) => {
      const from = minute * 60_000;
      expect(calendar.deadline(from, duration).at).toBe(walk(from, duration));
    }),
    { numRuns: 400 },
  );
});

test('the next opening is that of the next working day, whatever the hour', () => {
  expect(calendar.nextOpening(at('2026-09-30 08:00'))).toBe(at('2026-10-08 09:00'));
  expect(calendar.nextOpening(at('2026-10-09 23:00'))).toBe(at('2026-10-10 09:00'));
});

test('working time between two instants adds up', () => {
  expect(calendar.workingTime(at('2026-09-30 16:30'), at('2026-10-08 10:00'))).toBe(2 * 3_600_000);
  expect(calendar.workingTime(at('2026-10-08 10:00'), at('2026-09-30 16:30'))).toBe(0);
  expect(calendar.afterWorkingTime(at('2026-09-30 16:30'), 2 * 3_600_000)).toBe(at('2026-10-08 10:00'));
});
