import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { trimSaid } from '../../../../shared/domain/text/trimSaid.ts';

/** So much of a name has to be said that it may mean a unit at all, and that it means only one. */
const LEAST = 2;
const LEAST_CLEAR = 3;

/**
 * Units that a word may mean: the one called so, else those whose name it is a part of, as 「供电公司」 is of 「示例区供电公司」, else those
 * it is short for, as 「路灯所」 is for 「路灯管理所」.
 */
export const readUnit = (said: string, know: Knowledge): readonly string[] => {
  const word = trimSaid(said);
  if (word.length < LEAST) return [];
  const names = know.city.units.map(({ code, name }) => ({ code, name: trimSaid(name) }));
  const tiers = [
    names.filter(({ name }) => name === word),
    names.filter(({ name }) => name.endsWith(word)),
    names.filter(({ name }) => name.includes(word)),
    names.filter(({ name }) => word.length >= LEAST_CLEAR && isShortFor(word, name)),
  ];
  return (tiers.find((found) => found.length > 0) ?? []).map(({ code }) => code);
};

/** The only unit that a word means. */
export const onlyUnit = (said: string, know: Knowledge): string | undefined => {
  const [only, ...others] = readUnit(said, know);
  const isClear = trimSaid(said).length >= LEAST_CLEAR || know.unit(only ?? '')?.name === trimSaid(said);
  return others.length === 0 && isClear ? only : undefined;
};

/** All its characters in their order, and the same last one. */
const isShortFor = (word: string, name: string): boolean => {
  if (word.at(-1) !== name.at(-1) || word[0] !== name[0]) return false;
  let at = -1;
  return [...word].every((sign) => {
    at = name.indexOf(sign, at + 1);
    return at >= 0;
  });
};
