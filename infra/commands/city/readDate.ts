import type { DateText } from '../../../shared/domain/time/Instant.ts';
import { isDate } from '../../../shared/domain/time/isDate.ts';
import { Stop } from './Stop.ts';

/** A day as it was written behind an option. Throws `Stop` for what is no date, and for a day that does not exist. */
export const readDate = (option: string, text: string): DateText => {
  if (isDate(text)) return text;
  const why = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? `没有 ${text} 这一天` : `“${text}”不是日期`;
  throw new Stop(`${option} 不对：${why}，请写成 2026-10-01 这样`, 2);
};
