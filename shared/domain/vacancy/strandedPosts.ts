import type { Knowledge } from '../city/Knowledge.ts';
import { isHeld } from '../ledger/isHeld.ts';
import { postOf } from '../ledger/Post.ts';
import { type DateText, dateText, dayNumber } from '../time/Instant.ts';
import { DAYS_AHEAD } from './daysHeld.ts';
import type { Vacancy } from './Vacancy.ts';

/** Posts whose people are all on leave while nobody stands in for any of them. Looks at today and at each day on which a leave begins. */
export const strandedPosts = (know: Knowledge, today: DateText): readonly Vacancy[] => {
  const last = dateText(dayNumber(today) + DAYS_AHEAD);
  const begins = know.staffing.leaves.map(({ from }) => from).filter((from) => today < from && from <= last);
  const found = new Map<string, Vacancy>();
  for (const date of [...new Set([today, ...begins])].sort())
    for (const vacancy of strandedOn(date, know)) {
      const key = `${vacancy.role}|${vacancy.area}|${vacancy.unit ?? ''}`;
      if (!found.has(key)) found.set(key, vacancy);
    }
  return [...found.values()];
};

const strandedOn = (date: DateText, know: Knowledge): readonly Vacancy[] => {
  const away = new Set(
    know.staffing.leaves.filter((leave) => isHeld(leave, date)).map(({ person }) => person),
  );
  if (away.size === 0) return [];
  return know.city.ledger.flatMap((row): readonly Vacancy[] => {
    const post = away.has(row.person) && isHeld(row, date) ? postOf(row) : undefined;
    if (!post) return [];
    const holders = know
      .holders(post.role, post.area, date)
      .filter((holder) => postOf(holder)?.unit === post.unit);
    if (holders.some(({ person }) => !away.has(person))) return [];
    const { role, area, unit } = post;
    return [{ kind: 'leave', area, from: date, role, ...(unit === undefined ? {} : { unit }) }];
  });
};
