import type { DateText } from '../../../shared/domain/time/Instant.ts';
import { posts } from '../phrases/posts.ts';

/** `10月1日至10月7日`; the year where it is another than today's. */
export const daysText = (
  { from, to }: { readonly from: DateText; readonly to?: DateText | undefined },
  today: DateText,
): string => {
  if (to === undefined) return posts.days.open(dayText(from, today));
  return from === to
    ? posts.days.one(dayText(from, today))
    : posts.days.span(dayText(from, today), dayText(to, today));
};

const dayText = (date: DateText, today: DateText): string => {
  const [year = '', month, day] = date.split('-');
  return `${today.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
};
