import type { NearPlace, PlaceMiss } from '../city/Knowledge.ts';
import { exactName, namesFrom } from './findNames.ts';
import { isDenied } from './isDenied.ts';
import type { NameRange, PlaceIndex } from './PlaceIndex.ts';
import { originOf, type PlaceText } from './placeText.ts';

const NUMBER = /(?<=[路街道巷弄里村])([甲乙丙丁]?)(\d{1,5})(?:-(\d{1,4}))?(?:号(?!线)|弄)/gu;
const WHOLE_NUMBER = /^([甲乙丙丁]?)(\d{1,5})(?:-(\d{1,4}))?(?:号|弄)$/u;
const LONGEST_ROAD = 10;
/** House numbers of one road that are looked at, and offered. */
const MOST_NUMBERS = 5_000;
const MOST_NEAR = 3;

/** A house number that its road is not known to have, with the nearest that are known. */
export const missedNumber = (index: PlaceIndex, text: PlaceText, said: string): PlaceMiss | undefined => {
  for (const match of text.text.matchAll(NUMBER)) {
    const road = roadBefore(index, text.text, match.index);
    if (!road) continue;
    const name = text.text.slice(match.index - road.length, match.index + match[0].length);
    const { low, high } = exactName(index, name);
    const { at, words } = originOf(text, said, match.index - road.length, match.index + match[0].length);
    if (low < high || isDenied(said, at)) continue;
    return { said: words.replace(/\s+/gu, ''), kind: 'number', near: nearest(index, road, match) };
  }
  return undefined;
};

interface Road {
  readonly length: number;
  readonly names: NameRange;
}

/** The longest name before a number that places with numbers begin with. */
const roadBefore = (index: PlaceIndex, text: string, end: number): Road | undefined => {
  for (let length = Math.min(LONGEST_ROAD, end); length > 1; length--) {
    const names = namesFrom(index, text.slice(end - length, end));
    if (numberedIn(index, { length, names }).length > 0) return { length, names };
  }
  return undefined;
};

/** The ranges of names that go on with a number. */
const numberedIn = (index: PlaceIndex, { length, names }: Road): readonly NameRange[] =>
  names.low === names.high
    ? []
    : [...'0123456789甲乙丙丁']
        .map((char) => index.narrow(names, length, char.charCodeAt(0)))
        .filter(({ low, high }) => low < high);

const nearest = (index: PlaceIndex, road: Road, [, letter, number, sub]: RegExpExecArray): NearPlace[] => {
  const known = new Map<number, { readonly apart: number; readonly unlike: number }>();
  let left = MOST_NUMBERS;
  for (const { low, high } of numberedIn(index, road)) {
    for (let name = low; name < high && left > 0; name++, left--) {
      const [, otherLetter, other, otherSub] = WHOLE_NUMBER.exec(index.nameAt(name).slice(road.length)) ?? [];
      if (other === undefined) continue;
      const apart = Math.abs(Number(other) - Number(number));
      const unlike =
        Number(letter !== otherLetter) + Number((sub === undefined) !== (otherSub === undefined));
      known.set(index.ownerOf(name), { apart, unlike });
    }
  }
  return [...known]
    .sort(([, a], [, b]) => a.apart - b.apart || a.unlike - b.unlike)
    .slice(0, MOST_NEAR)
    .map(([owner, { apart }]) => ({ ...index.place(owner), apart }));
};
