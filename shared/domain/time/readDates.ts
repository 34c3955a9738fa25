import { normalise } from '../text/normalise.ts';
import { readNumeral } from '../text/readNumeral.ts';
import { type DateText, dateText, dayNumber } from './Instant.ts';

/** Days as somebody names them: from one to another, from one on, up to one, or only how many. */
export type NamedDays =
  | { readonly kind: 'days'; readonly from: DateText; readonly to: DateText }
  | { readonly kind: 'open'; readonly from: DateText }
  | { readonly kind: 'until'; readonly to: DateText }
  | { readonly kind: 'count'; readonly count: number }
  /** A day that no calendar has: 9月31日. */
  | { readonly kind: 'noSuchDay'; readonly said: string };

export interface ReadDates {
  readonly named: NamedDays;
  /** What was said besides. */
  readonly rest: string;
}

const WEEK = '(?:周|星期|礼拜)';
const DAY = [
  String.raw`(?<y>\d{4})[年./-](?<ym>\d{1,2})[月./-](?<yd>\d{1,2})[日号]?`,
  String.raw`(?<year>今年|明年)?(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?`,
  String.raw`(?<month>下个?月|本月|这个?月)(?<md>\d{1,2})[日号]?`,
  String.raw`(?<!\d)(?<sm>\d{1,2})[./](?<sd>\d{1,2})(?![\d天])`,
  String.raw`(?<!\d)(?<bd>\d{1,2})[日号]`,
  `(?<near>今天|今日|今儿|明天|明日|明儿|大后天|后天|后日|昨天|昨日|前天)`,
  `(?<week>下下个?|下个?|这个?|本)?${WEEK}(?<wd>[一二三四五六日天])`,
].join('|');
const SPANS = `(?<both>今明|明后)(?:[两2]?[天日])?|(?<whole>下下个?|下个?|这个?|本)${WEEK}(?![一二三四五六日天])`;
const anonymous = (source: string): string => source.replaceAll(/\(\?<\w+>/gu, '(?:');
const PART = '(?:早上|一早|上午|中午|下午|晚上|半天|全天|一?整天)?';
const FROM_TO = new RegExp(
  `(?:从|自|于)?(?<first>${anonymous(DAY)})${PART}\\s*(?:起|开始)?,?(?:一?直)?(?:到|至|[-—–~～]+)\\s*(?<last>${anonymous(DAY)})${PART}(?:为止|止)?`,
  'u',
);
const UNTIL = new RegExp(`(?:一?直)?(?:到|至)\\s*(?<day>${anonymous(DAY)})${PART}(?:为止|止)?`, 'u');
const FROM_ON = new RegExp(`(?:从|自)?(?<day>${anonymous(DAY)})\\s*(?:起|开始|以后|之后)`, 'u');
const ONE = new RegExp(`(?:从|自|于|在)?(?<day>${anonymous(DAY)})${PART}`, 'u');
/** What one day alone may mean, in the order in which it is tried. */
const ONE_DAY: readonly (readonly [RegExp, (day: DateText) => NamedDays])[] = [
  [FROM_ON, (from) => ({ kind: 'open', from })],
  [UNTIL, (to) => ({ kind: 'until', to })],
  [ONE, (day) => ({ kind: 'days', from: day, to: day })],
];
const WIDE = new RegExp(SPANS, 'u');
const COUNT = /(?:共|一共|总共)?(?<![\d.])(?<count>\d{1,3})(?<unit>天|日(?!\d)|个?星期|个?礼拜|周|个月)/u;

const NUMERAL = /(?<!周|星期|礼拜)[零〇一二两三四五六七八九十廿卅]+(?=个?(?:月|天|星期|礼拜)|[日号周])/gu;
const NEAR: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大: 3 };
const WEEKDAYS = '一二三四五六日';

/**
 * Days named in a text, as they are meant on a given day: 「10月1日到10月7日」 「下周一到周三」 「明天起」 「到周五」 「3天」 「从后天开始请三天」. A day
 * without a month, a weekday without a week is the next one. Undefined when none are named.
 */
export const readDates = (text: string, today: DateText): ReadDates | undefined => {
  const said = normalise(text).replaceAll(NUMERAL, readNumeral);
  const start = readStart(said, today);
  const count = COUNT.exec(start?.rest ?? said);
  if (start === undefined) {
    if (!count) return undefined;
    return { named: { kind: 'count', count: lengthOf(count, today) }, rest: said.replace(count[0], '') };
  }
  const { named, rest } = start;
  const isOneDay = named.kind === 'open' || (named.kind === 'days' && named.from === named.to);
  if (!count || !isOneDay) return start;
  const to = dateText(dayNumber(named.from) + lengthOf(count, named.from) - 1);
  return { named: { kind: 'days', from: named.from, to }, rest: rest.replace(count[0], '') };
};

const readStart = (said: string, today: DateText): ReadDates | undefined => {
  const fromTo = FROM_TO.exec(said);
  if (fromTo) {
    const from = readDay(fromTo.groups?.first ?? '', today, today);
    const to = readDay(fromTo.groups?.last ?? '', today, from);
    return result(said, fromTo[0], from && to ? { kind: 'days', from, to } : undefined);
  }
  const wide = WIDE.exec(said);
  if (wide) return result(said, wide[0], readWide(wide, today));
  for (const [pattern, meaning] of ONE_DAY) {
    const found = pattern.exec(said);
    if (!found) continue;
    const day = readDay(found.groups?.day ?? '', today, today);
    return result(said, found[0], day === undefined ? undefined : meaning(day));
  }
  return undefined;
};

const result = (said: string, part: string, named: NamedDays | undefined): ReadDates => ({
  named: named ?? { kind: 'noSuchDay', said: part },
  rest: said.replace(part, ''),
});

const readWide = ({ groups }: RegExpExecArray, today: DateText): NamedDays => {
  const day = dayNumber(today);
  if (groups?.both) {
    const from = day + (groups.both === '今明' ? 0 : 1);
    return { kind: 'days', from: dateText(from), to: dateText(from + 1) };
  }
  const monday = mondayOf(day) + 7 * weeksOn(groups?.whole);
  return { kind: 'days', from: dateText(Math.max(monday, day)), to: dateText(monday + 6) };
};

/** `since`: the day before which it cannot be, where the other end of a span said so. Undefined when there is no such day. */
const readDay = (said: string, today: DateText, since: DateText | undefined): DateText | undefined => {
  const found = new RegExp(`^(?:${DAY})`, 'u').exec(said)?.groups;
  if (!found || since === undefined) return undefined;
  return readFullDate(found, since) ?? readNearDay(found, today, since);
};

type Groups = Readonly<Record<string, string | undefined>>;

/** 2026-10-01, 10月1日, 10.1 */
const readFullDate = (found: Groups, since: DateText): DateText | undefined => {
  const { y, ym, yd, year, m = found.sm, d = found.sd } = found;
  if (y) return dateOf(Number(y), Number(ym), Number(yd));
  return m && d ? monthDay(Number(m), Number(d), { since, year }) : undefined;
};

/** 下个月3号, 3号, 明天, 下周一 */
const readNearDay = (found: Groups, today: DateText, since: DateText): DateText | undefined => {
  const { month, md, bd, near, week, wd } = found;
  const isSecond = since !== today;
  if (month && md) return inMonth(today, month.startsWith('下') ? 1 : 0, Number(md));
  if (bd) return isSecond ? inMonth(since, 0, Number(bd)) : nextDayOfMonth(Number(bd), today);
  if (near) return dateText(dayNumber(today) + (NEAR[near[0] ?? ''] ?? 0));
  if (wd) return weekday(wd, week, isSecond && week === undefined ? since : today);
  return undefined;
};

/** More than half a year back is rather next year's. After the first day of a span it is that year's, in winter the next one's. */
const monthDay = (
  month: number,
  day: number,
  given: { readonly since: DateText; readonly year: string | undefined },
): DateText | undefined => {
  const thisYear = Number(given.since.slice(0, 4));
  if (given.year) return dateOf(thisYear + (given.year === '明年' ? 1 : 0), month, day);
  const here = dateOf(thisYear, month, day);
  const isPast = here !== undefined && dayNumber(here) < dayNumber(given.since) - 180;
  return isPast || here === undefined ? (dateOf(thisYear + 1, month, day) ?? here) : here;
};

const nextDayOfMonth = (day: number, today: DateText): DateText | undefined =>
  day >= Number(today.slice(8)) ? inMonth(today, 0, day) : inMonth(today, 1, day);

const inMonth = (date: DateText, later: number, day: number): DateText | undefined => {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + later;
  return dateOf(Math.floor(months / 12), (months % 12) + 1, day);
};

const weekday = (wd: string, week: string | undefined, from: DateText): DateText => {
  const at = WEEKDAYS.indexOf(wd === '天' ? '日' : wd);
  const day = dayNumber(from);
  const inWeek = mondayOf(day) + at;
  if (week !== undefined) return dateText(inWeek + 7 * weeksOn(week));
  return dateText(inWeek < day ? inWeek + 7 : inWeek);
};

const weeksOn = (said: string | undefined): number =>
  [...(said ?? '')].filter((char) => char === '下').length;

/** 1970-01-01 was a Thursday. */
const mondayOf = (day: number): number => day - ((day + 3) % 7);

const lengthOf = ({ groups }: RegExpExecArray, from: DateText): number => {
  const count = Number(groups?.count);
  const unit = groups?.unit ?? '';
  if (unit === '天' || unit === '日') return count;
  if (unit !== '个月') return 7 * count;
  const months = Number(from.slice(5, 7)) - 1 + count;
  const end = Date.UTC(Number(from.slice(0, 4)), months, Number(from.slice(8)));
  return Math.round(end / 86_400_000) - dayNumber(from);
};

const dateOf = (year: number, month: number, day: number): DateText | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? dateText(date.getTime() / 86_400_000) : undefined;
};
