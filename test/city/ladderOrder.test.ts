import fc from 'fast-check';
import { readCity } from '../../shared/city/readCity.ts';
import { buildCalendar } from '../../shared/domain/calendar/buildCalendar.ts';
import { parseDuration } from '../../shared/domain/time/Duration.ts';
import { dayNumber, instantOf } from '../../shared/domain/time/Instant.ts';
import { filesOf, smallCity, TODAY } from './smallCity.ts';

const limit = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((n) => `${n}wd`),
  fc.integer({ min: 1, max: 40 }).map((n) => `${n}wh`),
  fc.integer({ min: 1, max: 100 }).map((n) => `${n}h`),
  fc.integer({ min: 1, max: 12 }).map((n) => `${n}d`),
);

const city = readCity(filesOf(smallCity), TODAY).city;
if (!city) throw new Error('The small city is sound');
const calendar = buildCalendar(city.hours, city.calendar);

const MINUTES = 14 * 24 * 60;

/** Minute by minute over two weeks without holidays, and right before each minute. */
const isInOrder = (first: string, next: string): boolean => {
  const [a, b] = [parseDuration(first), parseDuration(next)];
  if (!a || !b) throw new Error('Not durations');
  const start = instantOf(dayNumber(TODAY));
  for (let minute = 1; minute <= MINUTES; minute++)
    for (const from of [start + minute * 60_000 - 1, start + minute * 60_000])
      if (calendar.deadline(from, b).at < calendar.deadline(from, a).at) return false;
  return true;
};

test('rungs that are out of order at any minute are told, whatever their units', () => {
  fc.assert(
    fc.property(limit, limit, (yellow, red) => {
      const yaml = `${smallCity['city.yaml']}policy: { ladder: { yellow: ${yellow}, red: ${red}, list: 500d } }\n`;
      const { faults } = readCity(filesOf({ ...smallCity, 'city.yaml': yaml }), TODAY);
      // Holidays within the two years that are checked may put out of order what is not in plain weeks.
      if (!isInOrder(yellow, red)) expect(faults).toHaveLength(1);
      else for (const { what } of faults) expect(what).not.toMatch(/例如从 2026-(?:09|10|11)/u);
    }),
    { numRuns: 60 },
  );
});
