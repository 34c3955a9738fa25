import type { LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { isHeld } from '../ledger/isHeld.ts';
import { postOf } from '../ledger/Post.ts';
import { type DateText, dateText, dayNumber } from '../time/Instant.ts';
import { DAYS_AHEAD } from './daysHeld.ts';
import type { Vacancy } from './Vacancy.ts';

/** Posts whose people are all on leave while nobody stands in for any of them. */
export const strandedPosts = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const absent = new Set(know.staffing.leaves.map(({ person }) => person));
  if (absent.size === 0) return [];
  const rows = know.city.ledger.filter(({ person }) => absent.has(person));
  const found = new Map<string, Vacancy>();
  for (const date of turningDays(know, today))
    for (const vacancy of strandedOn(date, rows, know)) {
      const key = `${vacancy.role}|${vacancy.area}|${vacancy.unit ?? ''}`;
      if (!found.has(key)) found.set(key, vacancy);
    }
  return [...found.values()];
};

/** Today, and each day on which a leave begins, or anybody's term begins or has ended: of a co-holder or a stand-in, too. */
const turningDays = (know: Knowledge, today: DateText): readonly DateText[] => {
  const last = dateText(dayNumber(today) + DAYS_AHEAD);
  const begins = new Set<string>([...know.staffing.leaves, ...know.city.ledger].map(({ from }) => from));
  const ends = new Set(know.city.ledger.flatMap(({ to }) => to ?? []));
  const days = [...begins, ...[...ends].map((to) => dateText(dayNumber(to) + 1))];
  return [today, ...days.filter((day) => today < day && day <= last)].sort();
};

const strandedOn = (date: DateText, rows: readonly LedgerRow[], know: Knowledge): readonly Vacancy[] => {
  const away = new Set(
    know.staffing.leaves.filter((leave) => isHeld(leave, date)).map(({ person }) => person),
  );
  return rows.flatMap((row): readonly Vacancy[] => {
    if (!away.has(row.person) || !isHeld(row, date)) return [];
    const { role, area, unit } = postOf(row) ?? row;
    const holders = know
      .holders(role, area, date)
      .filter((holder) => (postOf(holder) ?? holder).unit === unit);
    if (holders.some(({ person }) => !away.has(person))) return [];
    return [{ kind: 'leave', area, from: date, role, ...(unit === undefined ? {} : { unit }) }];
  });
};
