import { soften, trimSaid } from './trimSaid.ts';

/** Most words are plain already, and there are many of them at each turn. */
const PLAIN = /^[\u4e00-\u9fff0-9a-z]+$/u;

/**
 * The one of `words` that the text is, and nothing else: `确认。` `确认吧` `「确认」` are 确认; `不确认` `先别确认` `确认不了` `确认？` are not.
 * Letters match in any case and width.
 */
export const exactWord = (text: string, words: Iterable<string>): string | undefined => {
  const known = new Map<string, string>();
  for (const word of words) known.set(PLAIN.test(word) ? word : trimSaid(word), word);
  known.delete('');
  let said = trimSaid(text);
  for (let turns = 0; turns < 4 && said !== ''; turns++) {
    const word = known.get(said);
    if (word !== undefined) return word;
    const softer = soften(said);
    if (softer === said) return undefined;
    said = softer;
  }
  return undefined;
};
