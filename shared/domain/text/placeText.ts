import { readNumeral } from './readNumeral.ts';

/** A text in the one form in which place names are compared, and where each of its characters came from. */
export interface PlaceText {
  readonly text: string;
  /** `from[i]` and `to[i]`: the original characters that became `text[i]`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Left out wherever they stand: 人民医院（东院） is 人民医院东院, 建设路 12 号 is 建设路12号. */
const DROPPED = /[\s\p{Cf}\p{Cc}\p{Cs}()[\]{}<>《》〈〉「」『』“”‘’"'·•]/u;
const DROPPED_ALL = new RegExp(DROPPED.source, 'gu');

interface Rule {
  readonly pattern: RegExp;
  readonly replace: (match: string) => string;
}

/** Behind these a numeral counts things, so both ways of writing it are one: 十二号 is 12号. */
const COUNTED = '号|弄|栋|幢|单元|室|楼|座|层|组|队|期|区|门|支|中';
/** Behind these only a real numeral does: 三巷 is 3巷 and 经十路 is 经10路, but 五一路 and 八一街 are names. */
const NAMED = '路|街|巷|村|里|条|道|桥|站';
const NUMERAL = '[零〇一二两三四五六七八九十百]+';

const readName = (numeral: string): string =>
  numeral.length === 1 || /[十百]/u.test(numeral) ? readNumeral(numeral) : numeral;

const RULES: readonly Rule[] = [
  { pattern: /號|(?<=\d)#/gu, replace: () => '号' },
  { pattern: new RegExp(`${NUMERAL}(?=${COUNTED})`, 'gu'), replace: readNumeral },
  { pattern: new RegExp(`${NUMERAL}(?=${NAMED})`, 'gu'), replace: readName },
  // 建设路的路口, 建设路中山路交叉口, 建设路中山路交界处: 口
  {
    pattern:
      /(?<=[路街道巷])的?(?:(?:十字|丁字|三岔|t字)?(?:交叉|交汇|交界|相交|交接|交)?(?:路口|口)|(?:交叉|交汇|交界|相交|交接)(?:处|点|的地方)?)/gu,
    replace: () => '口',
  },
  // 建设路与中山路, 建设路、中山路: 建设路和中山路
  { pattern: /(?<=[路街道巷])[与跟、/&+~-](?=[\u4e00-\u9fff])/gu, replace: () => '和' },
  // 建设路12门口, or nothing behind it: 建设路12号
  {
    pattern: /(?<=[路街道巷弄]\d{1,4})(?=$|[,，。;；!！?？]|门口|对面|旁|附近|边上|楼下)/gu,
    replace: () => '号',
  },
];

/** A name as it is indexed. */
export const placeName = (name: string): string => {
  let text = name.normalize('NFKC').toLowerCase().replace(DROPPED_ALL, '');
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
    for (const char of forms) {
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
