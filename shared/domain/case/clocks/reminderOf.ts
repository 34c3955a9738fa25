import type { Calendar } from '../../calendar/Calendar.ts';
import type { Ladder } from '../../city/City.ts';
import type { Instant } from '../../time/Instant.ts';
import type { Clock } from '../Clock.ts';
import { readDuration } from './readDuration.ts';

/** When to remind: after a share of the limit, in the time that the limit counts; at once where that has passed. */
export const reminderOf = (
  { lasts, since, due }: Clock,
  now: Instant,
  calendar: Calendar,
  { remind }: Ladder,
): Instant => {
  if (readDuration(lasts).unit === 'natural')
    return Math.max(now, since + Math.round((due - since) * remind));
  const open = calendar.workingTime(since, due);
  return Math.max(now, calendar.afterWorkingTime(since, Math.round(open * remind)));
};
