import type { CalendarYear } from '../city/City.ts';
import { type DateText, dayNumber } from '../time/Instant.ts';
import type { CalendarException } from './Calendar.ts';

/** What the notices of some years say of the days between two dates, both included, in order; days in a row are one. */
export const findExceptions = (
  years: readonly CalendarYear[],
  from: DateText,
  to: DateText,
): readonly CalendarException[] => {
  const within = (dates: readonly DateText[], kind: CalendarException['kind']) =>
    dates.filter((date) => date >= from && date <= to).map((date) => ({ kind, date }));
  const days = years.flatMap(({ off, work }) => [...within(off, 'off'), ...within(work, 'work')]);
  const found: CalendarException[] = [];
  for (const { kind, date } of days.sort((a, b) => dayNumber(a.date) - dayNumber(b.date))) {
    const last = found.at(-1);
    if (last?.kind === kind && dayNumber(date) === dayNumber(last.to) + 1)
      found[found.length - 1] = { ...last, to: date };
    else found.push({ kind, from: date, to: date });
  }
  return found;
};
