import { buildCalendar } from '../../calendar/buildCalendar.ts';
import type { Calendar } from '../../calendar/Calendar.ts';
import type { Knowledge, RuleBook } from '../../city/Knowledge.ts';

const built = new WeakMap<RuleBook['city']['calendar'], Map<string, Calendar>>();

/**
 * Working time for a case: the hours of the version it was opened under, and the working days that are announced by now. They are
 * facts of the country: a year that was announced later holds for older cases, too.
 */
export const workCalendar = (rules: RuleBook, ledger: Pick<Knowledge, 'city'>): Calendar => {
  if (rules.city.version === ledger.city.version) return rules.calendar;
  const years = ledger.city.calendar;
  const { hours } = rules.city;
  const ofYears = built.get(years) ?? new Map<string, Calendar>();
  built.set(years, ofYears);
  const key = JSON.stringify(hours);
  const calendar = ofYears.get(key) ?? buildCalendar(hours, years);
  ofYears.set(key, calendar);
  return calendar;
};
