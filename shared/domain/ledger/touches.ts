import { type DateText, dateText, dayNumber } from '../time/Instant.ts';
import type { Leave } from './Staffing.ts';

type Days = Pick<Leave, 'from' | 'to'>;

/** Not a day lies between them. */
export const touches = (a: Days, b: Days): boolean =>
  (a.to === undefined || dayAfter(a.to) >= b.from) && (b.to === undefined || dayAfter(b.to) >= a.from);

const dayAfter = (date: DateText): DateText => dateText(dayNumber(date) + 1);
