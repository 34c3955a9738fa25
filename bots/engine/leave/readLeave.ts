import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';
import { type DateText, dayNumber } from '../../../shared/domain/time/Instant.ts';
import { type NamedDays, type ReadDates, readDates } from '../../../shared/domain/time/readDates.ts';

export type LeaveWords =
  | { readonly kind: 'leave'; readonly named?: NamedDays }
  | { readonly kind: 'return' }
  /** Speaks of it, and asks for nothing that is clear. */
  | { readonly kind: 'mention' };

const WISH = '(?:我|本人|我这边|帮我|给我)?(?:想|要|得|需要|打算|准备|申请|先|也)*';
const KIND = '(?:病|事|年|婚|产|陪产|丧|公|探亲|育儿|护理)?';
/** The words that ask, whatever days stand before, behind or around them: 「今天请假到明天」. Half a day is a day of somebody else's turn. */
const ASK = new RegExp(`(?:请|休)(?:一?个|一下|点|半天)?(?:的)?${KIND}假(?:半天)?(?:了|吧|啦)?`, 'u');
const WISHES = new RegExp(`^${WISH}$`, 'u');
/** With so many days 假 need not be said: 「从后天开始请三天」. */
const ASKS_DAYS = new RegExp(`^${WISH}(?:请|休|调休)${KIND}$`, 'u');
/** 「请到12号」 is rather where to come. */
const ASKS_UNTIL = new RegExp(`^${WISH}调?休$`, 'u');
const POLITE =
  /^(?:领导|主任|书记|科长|所长|你好|您好|请批准|请准假|望批准|谢谢(?:领导)?|麻烦了?|好吗|可以|行|辛苦了?)$/u;
/** In what is said besides: then it is not clear that somebody wants to be away. */
const DOUBT = /假|不(?:用|要|想|请|是|行|能)|没有?请|别|算了|取消|骗|开玩笑|要是|如果/u;
const RETURNS = [
  '销假',
  '我销假',
  '我要销假',
  '提前销假',
  '我提前销假',
  '回来上班了',
  '我回来上班了',
  '我已经回来上班了',
  '我上班了',
  '我回来了',
  '恢复上班',
];
const MENTIONS = /请(?:一?个|一下|半天)?[病事年]?假|销假|休假|回来上班/u;

/**
 * 「请假」 「我明天请假」 「今天请假到后天」 「从后天开始请三天，家里有事」 ask to be away; 「不请假」 「请假条」 「请假的人多」 「小王请假」 do not. The
 * clause that asks is read as a whole, what is said besides may give reasons. Undefined when it is about something else.
 */
export const readLeave = (raw: string, today: DateText): LeaveWords | undefined => {
  if (exactWord(raw, RETURNS) !== undefined) return { kind: 'return' };
  const said = normalise(raw).replaceAll(/\s*(到|至|~|-|—)\s*/gu, '$1');
  const isAsked = /[?？]|[吗么]$/u.test(said.trim());
  return (
    (isAsked ? undefined : readWish(said, today)) ?? (MENTIONS.test(said) ? { kind: 'mention' } : undefined)
  );
};

/** What one clause is: the wish, days alone, an excuse, or something that makes the wish unclear. */
interface Clause {
  readonly kind: 'asks' | 'days' | 'besides' | 'doubt';
  readonly named?: NamedDays;
}

const readWish = (said: string, today: DateText): LeaveWords | undefined => {
  const parts = said.split(GAPS).filter((part) => part !== '');
  const clauses = parts.map((part) => readClause(part, today));
  const named = together(clauses.flatMap((clause) => clause.named ?? []));
  const isClear =
    clauses.filter(({ kind }) => kind === 'asks').length === 1 &&
    clauses.every(({ kind }) => kind !== 'doubt') &&
    named.length <= 1;
  if (!isClear) return undefined;
  return { kind: 'leave', ...(named[0] ? { named: named[0] } : {}) };
};

const GAPS = /[\s,，。；;、!！]+|\.(?!\d)|和(?=[今明后大下本这周星礼\d])/u;

/** 「今天请假，到明天」, 「今天、明天请假」: one span in two clauses. */
const together = (named: readonly NamedDays[]): readonly NamedDays[] => {
  const [first, second, ...others] = named;
  if (!first || !second || others.length > 0 || !('from' in first)) return named;
  if (second.kind === 'until') return [{ kind: 'days', from: first.from, to: second.to }];
  const follows =
    first.kind === 'days' && second.kind === 'days' && dayNumber(second.from) === dayNumber(first.to) + 1;
  return follows ? [{ kind: 'days', from: first.from, to: second.to }] : named;
};

const readClause = (part: string, today: DateText): Clause => {
  const bare = part.replace(ASK, '');
  const around = readDates(bare, today);
  if (bare !== part && WISHES.test(around?.rest ?? bare)) return { kind: 'asks', ...namedIn(around) };
  const days = readDates(part, today);
  if (days && asksFor(days)) return { kind: 'asks', ...namedIn(days) };
  if (days && days.rest === '') return { kind: 'days', ...namedIn(days) };
  return { kind: !POLITE.test(part) && DOUBT.test(part) ? 'doubt' : 'besides' };
};

/** 「从后天开始请三天」, 「请三天假」: the days stand in the middle of the words. */
const asksFor = ({ named, rest }: ReadDates): boolean => {
  const bare = rest.replace(ASK, '');
  if (bare !== rest && WISHES.test(bare)) return true;
  return (named.kind === 'until' ? ASKS_UNTIL : ASKS_DAYS).test(rest);
};

const namedIn = (days: ReadDates | undefined): Pick<Clause, 'named'> => (days ? { named: days.named } : {});
