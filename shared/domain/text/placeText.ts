import { readNumeral } from './readNumeral.ts';
import { simplified } from './simplified.ts';

/** A text in the one form in which place names are compared, and where each of its characters came from. */
export interface PlaceText {
  readonly text: string;
  /** `from[i]` and `to[i]`: the original characters that became `text[i]`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Left out wherever they stand: 人民医院（东院） is 人民医院东院, 建设路 12 号 is 建设路12号. */
const DROPPED = /[\s\p{Cf}\p{Cc}\p{Cs}()[\]{}<>《》〈〉「」『』【】〔〕“”‘’"'·•]/u;
const DROPPED_ALL = new RegExp(DROPPED.source, 'gu');

interface Rule {
  readonly pattern: RegExp;
  readonly replace: (match: string) => string;
}

/** Behind these a numeral counts things, so both ways of writing it are one: 十二号 is 12号. */
const COUNTED =
  '号|弄|栋|幢|单元|室|楼|座|层|组|队|期|区|门|支|中|之|附|甲|乙|丙|丁|-(?:\\d|[零〇一幺二两三四五六七八九十百]){1,8}号';
/** Behind these only a real numeral does: 三巷 is 3巷 and 经十路 is 经10路, but 五一路 and 八一街 are names. */
const NAMED = '路|街|巷|村|里|条|道|桥|站';
/** Whole, and no longer than one can be: else a run of them is read over and over. */
const SIGN = '[零〇一幺二两三四五六七八九十百千廿卅]';
const NUMERAL = `(?<!${SIGN})${SIGN}{1,9}`;
const ROAD = '[路街道巷]';

const readName = (numeral: string): string =>
  numeral.length === 1 || /[十百千廿卅]/u.test(numeral) ? readNumeral(numeral) : numeral;

/** 12之1号, 12号之1 and 12附1号 are 12-1号. */
const readSubNumber = (match: string): string => `${match.match(/\d+/gu)?.join('-')}号`;

const RULES: readonly Rule[] = [
  { pattern: /(?<=\d)#/gu, replace: () => '号' },
  { pattern: new RegExp(`${NUMERAL}(?=${COUNTED})`, 'gu'), replace: readNumeral },
  { pattern: new RegExp(`${NUMERAL}(?=${NAMED})`, 'gu'), replace: readName },
  { pattern: new RegExp(`(?<=\\d号?[之附-])${SIGN}{1,9}`, 'gu'), replace: readNumeral },
  {
    pattern: /(?<!\d)\d{1,5}(?:号[之附]\d{1,4}(?!\d)号?|[之附]\d{1,4}号|号-\d{1,4}(?![\d号-]))/gu,
    replace: readSubNumber,
  },
  { pattern: /(?<!\d)\d{1,5}[甲乙丙丁]号/gu, replace: (match) => `${match.at(-2)}${match.slice(0, -2)}号` },
  // 3栋, 3号楼 and 3幢 are one; but not the 号楼 of 建设路12号楼下.
  {
    pattern:
      /(?<=[\da-z])[栋幢]|(?<=(?<![路街道巷弄]甲?\d{0,4})\d)号(?:楼(?![下上道梯顶房])|(?=\d{1,2}单元))/gu,
    replace: () => '幢',
  },
  // 建设路的路口, 建设路中山路交叉口, 建设路中山路交界处: 口
  {
    pattern: new RegExp(
      `(?<=${ROAD})的?(?:(?:十字|丁字|三岔|t字)?(?:交叉|交汇|交界|相交|交接|交)?(?:路口|口)|(?:交叉|交汇|交界|相交|交接)(?:处|点|的地方)?)`,
      'gu',
    ),
    replace: () => '口',
  },
  // 建设路与中山路, 建设路、中山路: 建设路和中山路. 建设路近中山路 is the crossing.
  { pattern: new RegExp(`(?<=${ROAD})[与跟、/&+~-](?=[\\u4e00-\\u9fff])`, 'gu'), replace: () => '和' },
  {
    pattern: new RegExp(`(?<=${ROAD})(?:靠近|临近|近|靠)(?=[\\u4e00-\\u9fff]{1,6}${ROAD})`, 'gu'),
    replace: () => '',
  },
  // 建设路的12号, 建设路门牌号12号
  { pattern: /(?<=[路街道巷弄])(?:上?的|上|门牌号?){1,2}(?=甲?\d{1,5}(?:-\d{1,4})?号)/gu, replace: () => '' },
  // 建设路12门口, or nothing behind it: 建设路12号
  {
    pattern:
      /(?<=[路街道巷弄]\d{1,4})(?=$|[,，。;；!！?？]|门口|对面|旁|附近|边上|楼下|[、和与到至]\d{1,5}号)/gu,
    replace: () => '号',
  },
];

/** A name as it is indexed. */
export const placeName = (name: string): string => {
  const plain = name.normalize('NFKC').toLowerCase().replace(DROPPED_ALL, '');
  let text = Array.from(plain, simplified).join('');
  for (const { pattern, replace } of RULES) text = text.replace(pattern, replace);
  return text;
};

const PLAIN = /^[\u4e00-\u9fff0-9a-z]$/u;

const spread = (message: string): PlaceText => {
  const chars: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const symbol of message) {
    const forms = PLAIN.test(symbol) ? symbol : symbol.normalize('NFKC').toLowerCase();
    for (const form of forms) {
      const char = simplified(form);
      if (DROPPED.test(char)) continue;
      // Characters beyond the basic plane take two places, so that every index of `text` has its origin.
      for (const unit of char.split('')) {
        chars.push(unit);
        from.push(at);
        to.push(at + symbol.length);
      }
    }
    at += symbol.length;
  }
  return { text: chars.join(''), from, to };
};

const rewrite = (before: PlaceText, { pattern, replace }: Rule): PlaceText => {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let kept = 0;
  const keep = (end: number) => {
    text += before.text.slice(kept, end);
    for (; kept < end; kept++) {
      from.push(before.from[kept] as number);
      to.push(before.to[kept] as number);
    }
  };
  for (const match of before.text.matchAll(pattern)) {
    keep(match.index);
    const end = match.index + match[0].length;
    const made = replace(match[0]);
    const first = before.from[match.index] ?? before.to.at(-1) ?? 0;
    // What is put in without replacing anything belongs to the character before it.
    const last = match[0] === '' ? (before.to[end - 1] ?? first) : (before.to[end - 1] as number);
    for (let unit = 0; unit < made.length; unit++) {
      from.push(Math.min(first, last));
      to.push(last);
    }
    text += made;
    kept = end;
  }
  if (kept === 0) return before;
  keep(before.text.length);
  return { text, from, to };
};

/** A message in the form of `placeName`, with the way back to its own characters. */
export const placeText = (message: string): PlaceText => RULES.reduce(rewrite, spread(message));

/** The person's own characters that became `text.slice(start, end)`, and where they begin. */
export const originOf = (
  { from, to }: PlaceText,
  said: string,
  start: number,
  end: number,
): { readonly at: number; readonly words: string } => {
  const at = from[start] as number;
  return { at, words: said.slice(at, to[end - 1]) };
};
