import type { LedgerRow } from '../city/City.ts';
import { type DateText, dateText, dayNumber } from '../time/Instant.ts';

/** Today and the thirty days that follow: as many as there are bits in a positive integer. */
export const DAYS_AHEAD = 30;
export const EVERY_DAY = 0x7fff_ffff;

/** A row's term as bits, the lowest for today. Dates are read once: a big ledger has few different ones. */
export const daysHeld = (today: DateText): ((row: Pick<LedgerRow, 'from' | 'to'>) => number) => {
  const known = new Map<string, number>();
  const first = dayNumber(today);
  const dayOf = (date: string): number => {
    const day = known.get(date) ?? dayNumber(date) - first;
    known.set(date, day);
    return day;
  };
  return ({ from, to }) => {
    const start = Math.max(0, dayOf(from));
    const end = Math.min(DAYS_AHEAD, to === undefined ? DAYS_AHEAD : dayOf(to));
    return end < start ? 0 : (2 ** (end - start + 1) - 1) * 2 ** start;
  };
};

/** The first day that is not among them; undefined when all are. */
export const firstDayOff = (days: number, today: DateText): DateText | undefined => {
  const off = EVERY_DAY & ~days;
  return off === 0 ? undefined : dateText(dayNumber(today) + 31 - Math.clz32(off & -off));
};
