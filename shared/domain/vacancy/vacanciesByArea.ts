import type { Knowledge } from '../city/Knowledge.ts';
import type { DateText } from '../time/Instant.ts';
import { findVacancies } from './findVacancies.ts';
import type { Vacancy } from './Vacancy.ts';

type Vacancies = ReadonlyMap<string, readonly Vacancy[]>;

const found = new WeakMap<Knowledge, { readonly date: DateText; readonly vacancies: Vacancies }>();

/** Each vacancy by the area where it is missing and by every area above that. Found once a day for what is in force. */
export const vacanciesByArea = (know: Knowledge, date: DateText): Vacancies => {
  const before = found.get(know);
  if (before?.date === date) return before.vacancies;
  const vacancies = new Map<string, Vacancy[]>();
  for (const vacancy of findVacancies(know, date))
    for (const { code } of know.lineage(vacancy.area)) {
      const list = vacancies.get(code);
      if (list) list.push(vacancy);
      else vacancies.set(code, [vacancy]);
    }
  found.set(know, { date, vacancies });
  return vacancies;
};
