import { readNumeral } from '../../../shared/domain/text/readNumeral.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';

/** A place in a list, as people say it. `byNumber`: 「3号」, which may also be the number of a house. */
export type Ordinal = { readonly at: number; readonly byNumber?: true } | { readonly at: 'last' };

const NUMERAL = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const COUNTED = '(?:[个项种条处件家张]|那个|一个)?';
/** What may stand before; 不 is not among it: 「不是第一个」 chooses nothing. */
const BEFORE = '(?:那|就|我|要|想|选择|选|按|点|用|应该|还?是|回复)*';
const AFTER = '(?:那个|的|吧|就行|就好|就是|好了)?';
const WHOLE = (pattern: string): RegExp => new RegExp(`^${BEFORE}${pattern}${AFTER}$`, 'u');

const FIRST = WHOLE('(?:头一[个项种条处件]|头个|首个|最[上前]面?那?一?个|上面那个)');
const LAST = WHOLE('(?:最后那?一?[个项种条处件]|末[尾一]那?一?个?|最[下后]面那?一?个|倒数第一[个项]?)');
const NTH = WHOLE(`第${NUMERAL}${COUNTED}`);
const CHOSEN = new RegExp(`^(?:那|就|我|要|想)*(?:选择?|按|点|回复)${NUMERAL}(?:[号项]|那个)?${AFTER}$`, 'u');
const COUNTED_OUT = new RegExp(`^${NUMERAL}项${AFTER}$`, 'u');
const NUMBERED = new RegExp(`^${BEFORE}${NUMERAL}号${AFTER}$`, 'u');
const BARE = /^([一二三四五六七八九十])$/u;

/** 「第一个」「选1」「1号」「一」「头一个」「最后一个」 as a whole text; undefined for anything else. Digits alone are read by `readMenuNumber`. */
export const readOrdinal = (raw: string): Ordinal | undefined => {
  const said = trimSaid(raw);
  if (FIRST.test(said)) return { at: 1 };
  if (LAST.test(said)) return { at: 'last' };
  const numeral = [NTH, CHOSEN, COUNTED_OUT, BARE].map((one) => one.exec(said)?.[1]).find(Boolean);
  if (numeral) return { at: numberOf(numeral) };
  const numbered = NUMBERED.exec(said)?.[1];
  return numbered ? { at: numberOf(numbered), byNumber: true } : undefined;
};

/** 「不是第一个」「别选2」. */
export const deniesOrdinal = (raw: string): boolean => {
  const denied = /^(?:都?不是|不要|不想要|不选|别选?|不)(.+)$/u.exec(trimSaid(raw))?.[1];
  return denied !== undefined && (readOrdinal(denied) !== undefined || /^\d{1,2}$/u.test(denied));
};

const numberOf = (numeral: string): number => Number(/^\d+$/u.test(numeral) ? numeral : readNumeral(numeral));
