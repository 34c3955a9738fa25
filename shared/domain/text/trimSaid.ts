import { normalise } from './normalise.ts';

/** A question, a warning or a refusing sign turns any word into something else: nothing may be trimmed down to the word. */
const DOUBT = /[?？❓❔⁉❌❎🚫🙅👎✖🤔]/u;
const ENDS = /^[\p{P}\p{S}\p{Z}]+|[\p{P}\p{S}\p{Z}]+$/gu;
/** Softening at the end that leaves the meaning: 确认吧, 确认啊, 取消啦. Not 吗 呢 (a question), not 了 (取消了 tells, 取消 asks). */
const SOFT = /(?:[吧啊呀哦噢喔哈啦嘛哟喽呗]|谢谢[您你]?|多谢|辛苦了?|拜托了?)$/u;

/**
 * What is left of a short answer without quotes, punctuation and emoji around it, in small letters. Empty when it doubts (`确认？`) or is
 * longer than any answer. Softening endings stay: a word that ends in one is tried with it first.
 */
export const trimSaid = (text: string): string => {
  if (text.length > 60 || DOUBT.test(text)) return '';
  return normalise(text).toLowerCase().replace(ENDS, '');
};

/** The same without one softening ending; the text itself when it has none. */
export const soften = (said: string): string => said.replace(SOFT, '').replace(ENDS, '');
