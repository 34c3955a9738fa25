import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildCalendar } from '../../../shared/domain/calendar/buildCalendar.ts';
import type { CalendarYear } from '../../../shared/domain/city/City.ts';
import type { Duration } from '../../../shared/domain/time/Duration.ts';
import { minuteOf, textOf, type Walk, walkLimit } from './walkedDays.ts';

/** The calendar beside somebody who walks from day to day. */

const START = Date.parse('2025-01-01T00:00:00+08:00');
const MINUTE = 60_000;
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
const instant = (minute: number): number => START + minute * MINUTE;

const durationOf = ({ unit, amount }: Walk['limit']): Duration => {
  if (unit === 'wd') return { unit: 'workingDays', days: amount };
  return unit === 'wh'
    ? { unit: 'workingHours', ms: amount * 60 * MINUTE }
    : { unit: 'natural', ms: amount * MINUTE };
};

/** As the system has it: the deadline, and how it moves with each time the clock stood still. */
const answered = ({ from, limit, stood = [] }: Walk): number => {
  const duration = durationOf(limit);
  let due = calendar.deadline(instant(from), duration).at;
  for (const [stopped, restarted] of stood) {
    // A clock that has run out is not stopped any more.
    if (instant(stopped) >= due) break;
    due = calendar.stretched(due, duration, instant(stopped), instant(restarted)).at;
  }
  return (due - START) / MINUTE;
};

const days = fc.record({ unit: fc.constant('wd' as const), amount: fc.integer({ min: 1, max: 15 }) });
const hours = fc.record({
  unit: fc.constant('wh' as const),
  amount: fc.integer({ min: 1, max: 60 }).map((half) => half / 2),
});
const natural = fc.record({
  unit: fc.constant('m' as const),
  amount: fc.integer({ min: 1, max: 9 * 1_440 }),
});
const limits = fc.oneof(days, hours, natural);
/** Mostly around the long holidays and their 调休, where calendars go wrong. */
const around = (first: string, last: string) => fc.integer({ min: minuteOf(first), max: minuteOf(last) });
const starts = fc.oneof(
  around('2025-01-20 00:00', '2025-02-12 00:00'),
  around('2025-09-22 00:00', '2025-10-14 00:00'),
  around('2026-02-06 00:00', '2026-03-03 00:00'),
  around('2026-09-16 00:00', '2026-10-12 00:00'),
  around('2025-04-01 00:00', '2026-11-15 00:00'),
);
const stands = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 4 * 1_440 }), lasts: fc.integer({ min: 1, max: 6 * 1_440 }) }),
  { maxLength: 3 },
);
const standing = (from: number, gaps: readonly { after: number; lasts: number }[]): [number, number][] => {
  let at = from;
  return gaps.map(({ after, lasts }) => {
    const stopped = at + after;
    at = stopped + lasts;
    return [stopped, at++];
  });
};

test('600 limits end where somebody walking from day to day finds them to end', () => {
  fc.assert(
    fc.property(starts, limits, (from, limit) => {
      const walk = { from, limit };
      expect(textOf(answered(walk))).toBe(textOf(walkLimit(walk) ?? Number.NaN));
    }),
    { numRuns: 600 },
  );
});

test('600 limits whose clock stood still up to three times end there, too', () => {
  fc.assert(
    fc.property(starts, limits, stands, (from, limit, gaps) => {
      const walk = { from, limit, stood: standing(from, gaps) };
      const walked = walkLimit(walk);
      fc.pre(walked !== undefined);
      expect(textOf(answered(walk))).toBe(textOf(walked ?? Number.NaN));
    }),
    { numRuns: 600 },
  );
});

/** Around each long holiday: from its last working days over it to the worked weekend after. */
const HOLIDAYS = [
  {
    starts: [
      '2025-01-24',
      '2025-01-25',
      '2025-01-26',
      '2025-01-27',
      '2025-01-30',
      '2025-02-05',
      '2025-02-08',
    ],
    off: ['2025-01-27 16:00', '2025-02-05 10:00'],
    worked: ['2025-02-07 17:00', '2025-02-08 18:00'],
  },
  {
    starts: [
      '2025-09-26',
      '2025-09-27',
      '2025-09-28',
      '2025-09-30',
      '2025-10-04',
      '2025-10-10',
      '2025-10-11',
    ],
    off: ['2025-09-30 11:00', '2025-10-09 09:00'],
    worked: ['2025-10-10 12:30', '2025-10-12 09:00'],
  },
  {
    starts: [
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-17',
      '2026-02-24',
      '2026-02-27',
      '2026-02-28',
    ],
    off: ['2026-02-14 09:30', '2026-02-24 14:00'],
    worked: ['2026-02-27 17:30', '2026-03-02 08:00'],
  },
  {
    starts: [
      '2026-09-18',
      '2026-09-19',
      '2026-09-20',
      '2026-09-24',
      '2026-09-30',
      '2026-10-05',
      '2026-10-09',
    ],
    off: ['2026-09-30 17:00', '2026-10-08 13:00'],
    worked: ['2026-10-09 16:45', '2026-10-10 17:30'],
  },
] as const;
const TIMES = ['08:00', '11:40', '17:10'];
const LIMITS: readonly Walk['limit'][] = [
  { unit: 'wd', amount: 1 },
  { unit: 'wd', amount: 5 },
  { unit: 'wh', amount: 4 },
  { unit: 'wh', amount: 20 },
  { unit: 'm', amount: 3 * 1_440 },
];

/** `around`: when the clock stood still, as far as that is after it began. */
const walkFrom = (
  from: number,
  limit: Walk['limit'],
  around: readonly (readonly [string, string])[],
): Walk => {
  const stood = around.map(([first, last]): [number, number] => [
    Math.max(from, minuteOf(first)),
    Math.max(from, minuteOf(last)),
  ]);
  return { from, limit, stood: stood.filter(([first, last]) => first < last) };
};

test('1,260 limits over Spring Festival and National Day of 2025 and 2026 end as walked, stood still or not', () => {
  const walks = HOLIDAYS.flatMap(({ starts, off, worked }) =>
    starts
      .flatMap((day) => TIMES.map((time) => minuteOf(`${day} ${time}`)))
      .flatMap((from) =>
        LIMITS.flatMap((limit) => [[], [off], [off, worked]].map((around) => walkFrom(from, limit, around))),
      ),
  );
  expect(walks).toHaveLength(1_260);
  for (const walk of walks) {
    const ends = textOf(walkLimit(walk) ?? Number.NaN);
    expect([walk, textOf(answered(walk))]).toEqual([walk, ends]);
  }
});

/** Worked out by hand on a wall calendar. */
test.each([
  // 26 January 2025 is a worked Sunday, 8 February a worked Saturday; off from 28 January to 4 February.
  ['2025-01-24 10:00', { unit: 'wd', amount: 1 }, [], '2025-01-26 17:30'],
  ['2025-01-24 10:00', { unit: 'wd', amount: 2 }, [], '2025-01-27 17:30'],
  ['2025-01-24 10:00', { unit: 'wd', amount: 3 }, [], '2025-02-05 17:30'],
  ['2025-01-27 16:00', { unit: 'wd', amount: 1 }, [], '2025-02-05 17:30'],
  ['2025-01-27 16:00', { unit: 'wd', amount: 4 }, [], '2025-02-08 17:30'],
  ['2025-01-27 16:00', { unit: 'wd', amount: 5 }, [], '2025-02-10 17:30'],
  ['2025-01-30 12:00', { unit: 'wd', amount: 1 }, [], '2025-02-05 17:30'],
  ['2025-02-08 18:00', { unit: 'wd', amount: 1 }, [], '2025-02-10 17:30'],
  ['2025-01-27 16:30', { unit: 'wh', amount: 2 }, [], '2025-02-05 10:00'],
  ['2025-01-25 10:00', { unit: 'wh', amount: 4 }, [], '2025-01-26 14:30'],
  [
    '2025-01-24 10:00',
    { unit: 'wd', amount: 2 },
    [['2025-01-24 11:00', '2025-01-26 18:00']],
    '2025-02-06 17:30',
  ],
  [
    '2025-01-27 10:00',
    { unit: 'wd', amount: 3 },
    [['2025-01-28 09:00', '2025-02-04 20:00']],
    '2025-02-07 17:30',
  ],
  [
    '2025-01-27 10:00',
    { unit: 'wd', amount: 3 },
    [['2025-01-27 17:00', '2025-02-05 09:00']],
    '2025-02-08 17:30',
  ],
  // 28 September 2025 is a worked Sunday, 11 October a worked Saturday; off from 1 to 8 October.
  ['2025-09-26 09:00', { unit: 'wd', amount: 1 }, [], '2025-09-28 17:30'],
  ['2025-09-30 17:29', { unit: 'wd', amount: 1 }, [], '2025-10-09 17:30'],
  ['2025-09-30 17:29', { unit: 'wd', amount: 3 }, [], '2025-10-11 17:30'],
  ['2025-09-30 17:29', { unit: 'wd', amount: 4 }, [], '2025-10-13 17:30'],
  ['2025-10-05 12:00', { unit: 'wd', amount: 5 }, [], '2025-10-14 17:30'],
  ['2025-09-30 11:30', { unit: 'wh', amount: 1 }, [], '2025-09-30 14:00'],
  ['2025-09-30 17:30', { unit: 'wh', amount: 7 }, [], '2025-10-09 17:30'],
  ['2025-10-10 16:30', { unit: 'wh', amount: 8 }, [], '2025-10-11 17:30'],
  ['2025-09-30 20:00', { unit: 'm', amount: 30 }, [], '2025-09-30 20:30'],
  [
    '2025-10-09 10:00',
    { unit: 'wh', amount: 4 },
    [['2025-10-09 11:00', '2025-10-11 09:30']],
    '2025-10-11 14:00',
  ],
  // 14 and 28 February 2026 are worked Saturdays; off from 15 to 23 February.
  ['2026-02-13 09:00', { unit: 'wd', amount: 1 }, [], '2026-02-14 17:30'],
  ['2026-02-13 09:00', { unit: 'wd', amount: 2 }, [], '2026-02-24 17:30'],
  ['2026-02-14 17:31', { unit: 'wd', amount: 5 }, [], '2026-02-28 17:30'],
  ['2026-02-14 17:31', { unit: 'wd', amount: 6 }, [], '2026-03-02 17:30'],
  ['2026-02-14 12:30', { unit: 'wh', amount: 5 }, [], '2026-02-24 10:00'],
  ['2026-02-27 17:00', { unit: 'wh', amount: 0.5 }, [], '2026-02-27 17:30'],
  ['2026-02-14 23:00', { unit: 'm', amount: 1_440 }, [], '2026-02-15 23:00'],
  [
    '2026-02-13 16:30',
    { unit: 'wh', amount: 3 },
    [['2026-02-14 09:00', '2026-02-24 09:00']],
    '2026-02-24 11:00',
  ],
  // 20 September 2026 is a worked Sunday, 10 October a worked Saturday; off 25 to 27 September and 1 to 7 October.
  ['2026-09-18 10:00', { unit: 'wd', amount: 1 }, [], '2026-09-20 17:30'],
  ['2026-09-24 15:00', { unit: 'wd', amount: 3 }, [], '2026-09-30 17:30'],
  ['2026-09-24 15:00', { unit: 'wd', amount: 4 }, [], '2026-10-08 17:30'],
  ['2026-09-20 09:00', { unit: 'wh', amount: 7.5 }, [], '2026-09-21 09:30'],
  [
    '2026-09-30 10:00',
    { unit: 'm', amount: 2_880 },
    [['2026-10-01 10:00', '2026-10-08 10:00']],
    '2026-10-09 10:00',
  ],
  [
    '2026-09-28 10:00',
    { unit: 'wd', amount: 2 },
    [
      ['2026-09-28 12:00', '2026-09-28 18:00'],
      ['2026-10-08 16:00', '2026-10-09 09:00'],
    ],
    '2026-10-09 17:30',
  ],
  ['2026-09-30 16:40', { unit: 'wd', amount: 5 }, [], '2026-10-13 17:30'],
  [
    '2026-09-28 10:00',
    { unit: 'wd', amount: 2 },
    [['2026-09-28 11:00', '2026-09-29 09:00']],
    '2026-10-08 17:30',
  ],
  [
    '2026-09-28 10:00',
    { unit: 'wd', amount: 2 },
    [['2026-09-29 11:00', '2026-09-29 17:30']],
    '2026-10-08 17:30',
  ],
  [
    '2026-09-28 10:00',
    { unit: 'wd', amount: 2 },
    [['2026-09-29 17:30', '2026-09-29 18:00']],
    '2026-09-30 17:30',
  ],
  [
    '2026-09-30 16:30',
    { unit: 'wh', amount: 2 },
    [['2026-09-30 17:00', '2026-10-08 09:30']],
    '2026-10-08 11:00',
  ],
  [
    '2026-09-30 16:30',
    { unit: 'wh', amount: 2 },
    [['2026-09-30 18:00', '2026-10-08 08:00']],
    '2026-10-08 10:00',
  ],
  [
    '2026-09-30 16:30',
    { unit: 'm', amount: 60 },
    [['2026-09-30 17:00', '2026-10-01 17:00']],
    '2026-10-01 17:30',
  ],
] as const)('from %s, %j, stood %j, ends %s', (from, limit, stood, ends) => {
  const walk: Walk = {
    from: minuteOf(from),
    limit,
    stood: stood.map(([first, last]) => [minuteOf(first), minuteOf(last)]),
  };
  expect(textOf(answered(walk))).toBe(ends);
  expect(textOf(walkLimit(walk) ?? Number.NaN)).toBe(ends);
});
