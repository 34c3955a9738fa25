import { soften, trimSaid } from './trimSaid.ts';

/** Whole answers that mean yes to whatever was asked. `修好了` is not among them: to 「确认提交吗」 it means that nothing is needed any more. */
export const AFFIRMATIVE: ReadonlySet<string> = new Set(
  `是 是的 是啊 是呀 就是 就是的 是这样 是这样的 是这个 就是这个 是它 对 对的 对啊 对呀 对头 没错 没有错 正确 准确 确认 确认无误 我确认 确认提交 确定 我确定 提交 提交吧
  同意 我同意 好 好的 好滴 好嘞 好啊 好吧 好呀 行 行的 行啊 行吧 可以 可以的 可以了 嗯 恩 嗯哪 嗯好 中 成 要 要的 需要 当然 当然是 必须的 没问题 没有问题 无误
  信息无误 没毛病 就这样 就这样吧 就这么办 照办 ok okay okey yes yep y 好的呢 是滴 对滴`.split(/\s+/u),
);

/** Whole answers that mean no. */
export const NEGATIVE: ReadonlySet<string> = new Set(
  `不 不是 不是的 不是这个 不是它 不是这样 不是这些 都不对 都错了 全错了 不对 不太对 不对的 没对 不正确 不准确 错 错了 错的 有误 有错 弄错了 搞错了 不确认 先不确认 别确认 先别确认 不要确认 无法确认 没法确认 不能确认 确认不了
  不提交 先不提交 别提交 先别提交 不要提交 不同意 我不同意 不好 不行 不可以 不成 不中 不能 不要 不要了 不需要 不用 不用了 不必 不必了 没有 没有了 没 没了 否 别 先别 先不 暂不 暂时不
  暂时不用 算了 还是算了 不了 取消 不办了 不报了 no nope n`.split(/\s+/u),
);

/** With 吧 these ask back (`对吧`), where 确认吧 and 好吧 decide. */
const ASKS_BACK = /^(?:是|对|正确|准确|没错|没问题|是这样|是这个|可以|要|需要)吧$/u;
const GAPS = /[\s,，、。.;；!！~～]+/u;
const DOUBLED = /^(.{1,3}?)\1+$/u;

/** `对对对` is 对; `好的好的` is 好的. */
const once = (said: string): string => (AFFIRMATIVE.has(said) ? said : said.replace(DOUBLED, '$1'));

const readOne = (said: string): 'yes' | 'no' | undefined => {
  let rest = said;
  for (let turns = 0; turns < 4 && rest !== '' && !ASKS_BACK.test(rest); turns++) {
    const single = once(rest);
    if (NEGATIVE.has(rest) || NEGATIVE.has(single)) return 'no';
    if (AFFIRMATIVE.has(single)) return 'yes';
    const softer = soften(rest);
    if (softer === rest) return undefined;
    rest = softer;
  }
  return undefined;
};

/**
 * Whether a short answer says yes or no, as a whole. `undefined` when it says neither, says more, or asks back: then nobody may act on it.
 * `好，但是地址不对` is not a yes; `不是，是红绿灯` is a no that goes on.
 */
export const readYesNo = (text: string): 'yes' | 'no' | undefined => {
  const said = trimSaid(text);
  if (said === '') return undefined;
  const whole = readOne(said);
  if (whole !== undefined) return whole;
  const parts = said.split(GAPS).filter((part) => soften(part) !== '');
  const read = parts.map(readOne);
  if (read[0] === 'no' && !read.includes('yes')) return 'no';
  return read.length > 0 && read.every((answer) => answer === 'yes') ? 'yes' : undefined;
};
