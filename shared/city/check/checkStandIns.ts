import type { LedgerRow } from '../../domain/city/City.ts';
import { dayNumber } from '../../domain/time/Instant.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { type Span, termOf } from './daySpans.ts';

/**
 * Deputies and superiors of posts that are held today or later hold a post then themselves: who has left for good would get what
 * nobody reads. A time without one is no fault; what has ended is history.
 */
export const checkStandIns: Check = ({ city, today: date, partial }) => {
  if (!city.ledger || partial.has('ledger')) return [];
  const today = dayNumber(date);
  const terms = Map.groupBy(city.ledger, ({ person }) => person);
  const isGone = (person: string | undefined, days: Span): boolean => {
    const posts = person === undefined ? undefined : terms.get(person);
    return posts !== undefined && !posts.some((post) => overlap(termOf(post), days));
  };
  return city.ledger.flatMap((row, i): readonly Finding[] => {
    const term = termOf(row);
    const days = { from: Math.max(term.from, today), to: term.to };
    if (days.to < days.from) return [];
    return [
      ...(isGone(row.deputy, days) ? [gone(i, row, 'deputy')] : []),
      ...(isGone(row.superior, days) ? [gone(i, row, 'superior')] : []),
    ];
  });
};

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

const gone = (i: number, row: LedgerRow, column: 'deputy' | 'superior'): Finding => ({
  at: ['ledger', i],
  what: `${row.person} ${row.name}的${column === 'deputy' ? '代理人' : '上级'} ${row[column]} 在这段任期里不在岗`,
  remedy: `${column} 改写在岗的人，或为此人补一行`,
});
