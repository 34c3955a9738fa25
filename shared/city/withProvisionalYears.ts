import type { City } from '../domain/city/City.ts';
import { statutoryDays } from './statutoryDays.ts';

/** Where years begin for a city that has none: the first under the holidays law in force. */
const FIRST_YEAR = 2025;

/**
 * The city with every missing year, from its first to `untilYear`, filled by statutory days alone and not final, so that deadlines
 * in them are marked provisional. What the folder says of a year always stands; the version stays that of the folder.
 */
export const withProvisionalYears = <C extends Pick<City, 'calendar'>>(city: C, untilYear: number): C => {
  const given = new Map(city.calendar.map((year) => [year.year, year]));
  const first = Math.min(FIRST_YEAR, ...given.keys());
  const last = Math.max(untilYear, ...given.keys());
  const calendar = Array.from(
    { length: last - first + 1 },
    (_, i) => given.get(first + i) ?? statutoryDays(first + i),
  );
  return { ...city, calendar };
};
