import { withoutInvisible } from '../text/cleanText.ts';

/** Longer texts are cut: nobody needs more of them where they are masked. */
const LONGEST = 2_000;
/** So that a number that crosses the cut is seen whole before it is cut. */
const MARGIN = 64;

/** Full-width digits, letters, @ - and . are read as the plain ones. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0d\uff0e]/gu;

const CHINESE_DIGIT = '[0-9零〇一二三四五六七八九幺]';
const DIGIT_VALUES: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const digitsOf = (text: string): string =>
  [...text].map((char) => DIGIT_VALUES[char] ?? (/\d/u.test(char) ? char : '')).join('');

const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';

/** The check digit of payment cards; component numbers of the same length rarely have it. */
const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const twice = digit * 2;
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
};

const isCard = (digits: string): boolean =>
  digits.length > 17
    ? /^(?:62|60|4|5[1-5]|3[5-7]|9558)/u.test(digits)
    : /^[34569]/u.test(digits) && luhn(digits);

interface Private {
  readonly pattern: RegExp;
  /** What stands there instead. */
  readonly mask: (match: string, ...groups: string[]) => string;
}

/**
 * The one list of what is private in running text. Every pattern is linear: bounded repeats, anchored by what may not stand before it.
 * Names of people stay (they cannot be told from words), and so do number plates: in a parking case the plate is the case.
 */
const PRIVATE: readonly Private[] = [
  // Identity numbers of 18 places; of 15 only with a birthday since 1930, which grid codes and case numbers (20YYMMDD…) do not have.
  {
    pattern: new RegExp(
      `(?<![\\dA-Za-z])${PROVINCE}\\d{4}[ -]?(?:19|20)\\d{2}${MONTH_DAY}[ -]?\\d{3}[\\dXx](?![\\dA-Za-z])`,
      'gu',
    ),
    mask: (match) => `${'*'.repeat(14)}${match.slice(-4)}`,
  },
  {
    pattern: new RegExp(`(?<![\\dA-Za-z])${PROVINCE}\\d{4}[3-9]\\d${MONTH_DAY}\\d{3}(?!\\d)`, 'gu'),
    mask: (match) => `${'*'.repeat(11)}${match.slice(-4)}`,
  },
  // Mobile numbers, with +86, in groups, or in Chinese numerals.
  {
    pattern: /(?<!\d)(?:(?:\+|00)?86[ -]?)?(1[3-9]\d)[ .-]?\d{4}[ .-]?(\d{4})(?!\d)/gu,
    mask: (_match, head, tail) => `${head}****${tail}`,
  },
  { pattern: /(?<!\d)1(?:[ .,，-]\d){10}(?!\d)/gu, mask: (match) => maskMobile(match) },
  {
    pattern: /(?<!\d)1[3-9]\d(?:[ -]\d{3}[ -]\d{5}|\d[ -]\d{4}[ -]\d{3})(?!\d)/gu,
    mask: (match) => maskMobile(match),
  },
  {
    pattern: new RegExp(`(?<!${CHINESE_DIGIT})[1一幺]${CHINESE_DIGIT}{10}(?!${CHINESE_DIGIT})`, 'gu'),
    mask: (match) => maskMobile(match),
  },
  // Bank cards, in groups of four or together.
  {
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?!\d)/gu,
    mask: (match) => {
      const digits = match.replace(/\D/gu, '');
      return digits.length >= 16 && isCard(digits) ? `**** **** **** ${digits.slice(-4)}` : match;
    },
  },
  // Landlines with their area code; without one only where the text says that it is a telephone. 400, 800 and short numbers are public.
  {
    pattern: /(?<!\d)[(（]?(0(?:10|2\d|[3-9]\d{2}))[)）]?[ -]?\d{1,4}[ -]?\d{2,4}(\d{2})(?!\d)/gu,
    mask: (match, area, tail) =>
      /^\d{10,12}$/u.test(match.replace(/\D/gu, '')) ? `${area}-******${tail}` : match,
  },
  {
    pattern:
      /((?:电话|座机|来电|致电|手机|联系方式|tel)[^\d\n]{0,6})(?!400|800|20\d\d(?:0[1-9]|1[0-2]))\d{3,4}[ -]?\d{2}(\d{2})(?!\d)/giu,
    mask: (_match, lead, tail) => `${lead}******${tail}`,
  },
  {
    pattern: /(?<![\w.+-])(\w)[\w.+-]{0,63}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/gu,
    mask: (_match, first, host) => `${first}***@${host}`,
  },
  // WeChat and QQ ids, where the text says that they are.
  {
    pattern:
      /((?:微信号?|加微|加我?v|(?<![a-z])(?:weixin|wechat|vx|wx))[:：号是为叫 ]{0,4})([a-z][\w-])[\w-]{3,18}/giu,
    mask: (_match, lead, head) => `${lead}${head}****`,
  },
  {
    pattern: /(qq号?[:：号是为 ]{0,4})(\d{2})\d{3,10}(?!\d)/giu,
    mask: (_match, lead, head) => `${lead}${head}****`,
  },
];

const maskMobile = (match: string): string => {
  const digits = digitsOf(match);
  return /^1[3-9]/u.test(digits) ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : match;
};

const narrow = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0);

/**
 * The text with private numbers and addresses masked, for pushes to people, charts and logs: 138****5678, the last four of an identity
 * number. At most 2,000 characters come back. Leaves house numbers, dates, prices, case numbers and public hotlines alone.
 */
export const maskPrivate = (text: string): string => {
  let masked = withoutInvisible(text.slice(0, LONGEST + MARGIN)).replace(WIDE, narrow);
  for (const { pattern, mask } of PRIVATE) masked = masked.replace(pattern, mask);
  return masked.slice(0, LONGEST);
};
