import type { PlaceMiss } from '../city/Knowledge.ts';
import { isDenied } from './isDenied.ts';
import type { NameRange, PlaceIndex } from './PlaceIndex.ts';
import { placeBounds } from './placeBounds.ts';
import { originOf, type PlaceText } from './placeText.ts';

/** Longer texts tell a story rather than answer where it is; and every character that may be wrong costs a look at the whole index. */
const LONGEST = 30;
/** One wrong character in a shorter name makes it another one. */
const SHORTEST_NAME = 4;
const MOST_NEAR = 3;
/** Not taken for a slip: with another number or side it is another place. */
const TELLING = new Set('零〇一二三四五六七八九十百东南西北中上下前后左右大小新老内外甲乙丙丁');
const isSlip = (char: number): boolean =>
  char >= 0x4e00 && char <= 0x9fff && !TELLING.has(String.fromCharCode(char));

interface Likely {
  readonly start: number;
  readonly end: number;
  readonly names: NameRange;
}

/** A name of at least four characters of which one, not the last, was said as another: the longest such, a guess. */
export const misspelledName = (index: PlaceIndex, text: PlaceText, said: string): PlaceMiss | undefined => {
  if (text.text.length > LONGEST) return undefined;
  const fits = placeBounds(text.text);
  const likely = Array.from(text.text, (_, start) => likelyAt(index, text.text, start))
    .flat()
    .filter(({ start, end }) => fits(start, end) && !isDenied(said, text.from[start] as number));
  const longest = Math.max(0, ...likely.map(({ start, end }) => end - start));
  const best = likely.filter(({ start, end }) => end - start === longest);
  const [first] = best;
  if (!first) return undefined;
  const owners = new Set(best.flatMap(({ names }) => ownersOf(index, names)));
  return {
    said: originOf(text, said, first.start, first.end).words.replace(/\s+/gu, ''),
    kind: 'spelling',
    near: [...owners].slice(0, MOST_NEAR).map((owner) => ({ ...index.place(owner), apart: 0 })),
  };
};

const ownersOf = (index: PlaceIndex, { low, high }: NameRange): number[] =>
  Array.from({ length: Math.min(high - low, MOST_NEAR) }, (_, at) => index.ownerOf(low + at));

/** Names that would begin here if one character were another. */
const likelyAt = (index: PlaceIndex, text: string, start: number): readonly Likely[] => {
  const found: Likely[] = [];
  let exact = index.all;
  for (let depth = 0; start + depth < text.length && exact.low < exact.high; depth++) {
    const said = text.charCodeAt(start + depth);
    if (isSlip(said)) {
      for (const names of branches(index, exact, depth, said)) {
        const whole = follow(index, names, text, start, depth + 1);
        if (whole) found.push(whole);
      }
    }
    exact = index.narrow(exact, depth, said);
  }
  return found;
};

/** The names that have another character there, by that character. */
function* branches(index: PlaceIndex, range: NameRange, depth: number, said: number): Generator<NameRange> {
  let { low } = range;
  while (low < range.high) {
    const char = index.charAt(low, depth);
    const names = index.narrow({ low, high: range.high }, depth, char);
    if (char !== said && isSlip(char)) yield names;
    low = names.high;
  }
}

/** The longest name among these that goes on as the text does. */
const follow = (
  index: PlaceIndex,
  names: NameRange,
  text: string,
  start: number,
  from: number,
): Likely | undefined => {
  let range = names;
  let found: Likely | undefined;
  for (let depth = from; start + depth < text.length; depth++) {
    range = index.narrow(range, depth, text.charCodeAt(start + depth));
    if (range.low === range.high) break;
    if (depth + 1 >= SHORTEST_NAME && index.charAt(range.low, depth + 1) === -1)
      found = { start, end: start + depth + 1, names: index.narrow(range, depth + 1, -1) };
  }
  return found;
};
