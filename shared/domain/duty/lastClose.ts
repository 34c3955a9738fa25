import type { Calendar } from '../calendar/Calendar.ts';
import type { City } from '../city/City.ts';
import { clockTime } from '../time/clockTime.ts';
import { type DateText, dateText, dayOf, type Instant, instantOf } from '../time/Instant.ts';

export interface Close {
  readonly day: DateText;
  readonly at: Instant;
}

/** 下班: when the hours of a working day were last over, at an instant or before. */
export const lastClose = (
  now: Instant,
  hours: City['hours'],
  calendar: Pick<Calendar, 'isWorkingDay'>,
): Close => {
  const closing = clockTime(hours.at(-1)?.[1] ?? '24:00');
  for (let day = dayOf(now); ; day--) {
    const at = instantOf(day, closing);
    if (at <= now && calendar.isWorkingDay(dateText(day))) return { day: dateText(day), at };
  }
};
