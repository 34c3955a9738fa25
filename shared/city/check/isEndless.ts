import type { City } from '../../domain/city/City.ts';
import { clockTime } from '../../domain/time/clockTime.ts';
import type { Duration } from '../../domain/time/Duration.ts';

const DAY = 86_400_000;
/** Nobody waits longer, and calendars do not reach much further. */
const MOST_DAYS = 3 * 366;
const MOST_WORKING_DAYS = 3 * 250;

/** A limit of more than three years, by the hours that are open on a working day. */
export const isEndless = (limit: Duration, hours: City['hours']): boolean => {
  switch (limit.unit) {
    case 'natural':
      return limit.ms > MOST_DAYS * DAY;
    case 'workingDays':
      return limit.days > MOST_WORKING_DAYS;
    case 'workingHours': {
      const openPerDay = hours.reduce(
        (sum, [from, to]) => sum + Math.max(0, clockTime(to) - clockTime(from)),
        0,
      );
      // Hours that are none are told of elsewhere.
      return openPerDay > 0 && limit.ms > MOST_WORKING_DAYS * openPerDay;
    }
  }
};
