import type { Point } from '../city/City.ts';
import type { PlaceHit, PlaceMiss } from '../city/Knowledge.ts';
import { exactName } from './findNames.ts';
import { isDenied } from './isDenied.ts';
import { missedNumber } from './missedNumber.ts';
import { missedRoad } from './missedRoad.ts';
import { misspelledName } from './misspelledName.ts';
import { type NamedPlace, namedPlaces } from './namedPlaces.ts';
import type { PlaceIndex } from './PlaceIndex.ts';
import { originOf, type PlaceText, placeName, placeText } from './placeText.ts';

/** Places are looked for in this much of a message. */
const LONGEST = 2_000;
/** More candidates than anybody is going to be asked about. */
const MOST = 10;
/** A spot is shown as it was said, but for gaps and what only joins it to the name. */
const JOINS = /[\s\p{Cf}\p{Cc}\p{Cs}]+|^[,，、]|[，。、；！？!?;]+$/gu;

export interface PlaceFinder {
  /** The places that a message names, the longest name first, each once, at most ten; a name of several places gives them all. */
  find(message: string): readonly PlaceHit[];
  /** What is said as if it were a place, and is none. Asked when nothing was found. */
  miss(message: string): PlaceMiss | undefined;
  /** Every place that is called so. */
  called(name: string): readonly Point[];
}

/**
 * Finds places in what people say. Knows 建设路十二号 and 建设路 12 号 as 建设路12号, 中山路与建设路交叉口 as 建设路中山路路口, 向阳小区三号楼 as 向阳小区3幢 where
 * that is a place of its own; keeps what is said of the spot (2单元501, 对面).
 */
export const buildPlaceFinder = (index: PlaceIndex): PlaceFinder => ({
  find: (message) => {
    const said = message.slice(0, LONGEST);
    const text = placeText(said);
    const named = [...namedPlaces(index, text.text)].sort(byLength);
    const hits = new Map<number, PlaceHit>();
    for (const one of named) {
      const shown = shownOf(one, text, said);
      for (let name = one.names.low; name < one.names.high && hits.size < MOST; name++) {
        const owner = index.ownerOf(name);
        if (!hits.has(owner)) hits.set(owner, { ...index.place(owner), ...shown });
      }
    }
    return [...hits.values()];
  },
  miss: (message) => {
    const said = message.slice(0, LONGEST);
    const text = placeText(said);
    return (
      missedNumber(index, text, said) ?? missedRoad(index, text, said) ?? misspelledName(index, text, said)
    );
  },
  called: (name) => {
    const { low, high } = exactName(index, placeName(name));
    const owners = new Set(Array.from({ length: high - low }, (_, at) => index.ownerOf(low + at)));
    return [...owners].map((owner) => index.place(owner));
  },
});

const byLength = (a: NamedPlace, b: NamedPlace): number => b.end - b.start - (a.end - a.start);

const shownOf = ({ start, from, to }: NamedPlace, text: PlaceText, said: string) => {
  const { at, words } = originOf(text, said, start, to);
  return {
    at,
    matched: words,
    spot: from === to ? '' : originOf(text, said, from, to).words.replace(JOINS, ''),
    denied: isDenied(said, at),
  };
};
