import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { soften, trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import type { OwnAct } from './OwnQuestion.ts';

/** What somebody wants done with a report of theirs, in so many words. */
export interface OwnWord {
  readonly act: OwnAct;
  readonly number?: string;
  /** The reason, or the name of the material. */
  readonly words: string;
}

const WANT = '(?:我们?|要|想|请|麻烦|帮我?|给我|替我|能不能|能|可以|可不可以|再|也|就|先|还是|申请|你们|来)*';
const THIS = '(?:[这那]一?[件个]|它|他们|这事|我?报的?|刚才|事情?|工单|单子|进度|一下|一遍|一次|吧|吗|的)*';
const SEPARATOR = '[\\s,，:：;；、。.!！]';

/** Each word as a whole, perhaps with words behind it. A denial before it (别催, 不申诉) makes it no such word. */
const WORDS: readonly (readonly [OwnAct, RegExp])[] = [
  ['催一催', new RegExp(`^${WANT}催(?:一?催|一下|办|促)?(?:一下|一遍)?${THIS}$`, 'u')],
  ['撤销', new RegExp(`^${WANT}(?:把)?${THIS}(?:撤销|撤回|撤单|撤诉|撤掉|撤|销案|退单)${THIS}$`, 'u')],
  [
    '申诉',
    new RegExp(
      `^${WANT}(?:对?[这那]个?(?:结果|决定|处理))?(?:申诉|不服(?:气|从)?)${THIS}(?:(?:[这那]个?)?(?:结果|决定|处理))?$`,
      'u',
    ),
  ],
  ['补交', new RegExp(`^${WANT}(?:补交|补齐|补送)${THIS}(?:材料|资料|证件)?$`, 'u')],
];

const WHY_DUE = [
  /^(?:(?:这|那)个?)?(?:时限|期限|时间|日期|日子|最迟|到期|截止)?(?:时间|日期)?(?:是)?(?:怎么|咋|如何)(?:算|来|定|计算)(?:出来)?的$/u,
  /^(?:为什么|为啥|怎么|干嘛|凭什么)(?:要|得|还要|是|会)*(?:到|等到|拖到|定在?)?(?:那|这)(?:一?天|么久|么长|么晚|个?日期|个?时间)(?:才)?(?:能)?(?:修|办|处理|弄)?(?:好|完)?$/u,
  /^(?:为什么|为啥|怎么|凭什么)(?:要|得|会|是)*(?:到|等到|定在?)\d{1,2}(?:月|\/|-)\d{1,2}[日号]?(?:才)?(?:能)?(?:修|办|处理|弄)?(?:好|完)?$/u,
];

/** Undefined for whatever is no such word, denies it, or says more than goes with it. */
export const readOwnWord = (raw: string): OwnWord | undefined => {
  const number = /(?<!\d)20\d{13}(?!\d)/u.exec(raw)?.[0];
  const rest = (number === undefined ? raw : raw.replace(number, ' ')).trim();
  const named = number === undefined ? {} : { number };
  if (asksWhyDue(rest)) return { act: '时限怎么算的', ...named, words: '' };
  if (isWithdrawing(rest) === 'withdraws' && number !== undefined)
    return { act: '撤销', ...named, words: withoutWord(rest) };
  const [, first = '', after = ''] = SPLIT.exec(rest) ?? [];
  const word = soften(trimSaid(first));
  const act = WORDS.find(([, pattern]) => pattern.test(word))?.[0];
  if (act) return takesWords(act) || after === '' ? { act, ...named, words: after } : undefined;
  const glued = /^(?:我|要|想|来|现在)*补交(.{2,20})$/u.exec(rest)?.[1];
  return glued === undefined ? undefined : { act: '补交', ...named, words: glued };
};

const SPLIT = new RegExp(`^${SEPARATOR}*([^\\s,，:：;；、。.!！]+)${SEPARATOR}*([\\s\\S]*)$`, 'u');

const takesWords = (act: OwnAct): boolean => act !== '催一催';

const asksWhyDue = (raw: string): boolean => {
  const said = soften(trimSaid(raw.replace(/[?？]+$/u, ''))).replace(/[呢啊呀吗嘛]$/u, '');
  return WHY_DUE.some((pattern) => pattern.test(said));
};

/** What is left is the reason: 「撤销，自己修好了」. */
const withoutWord = (raw: string): string =>
  raw
    .split(new RegExp(`${SEPARATOR}+`, 'u'))
    .filter((one) => one !== '' && !WORDS.some(([, pattern]) => pattern.test(one)))
    .join('，');
