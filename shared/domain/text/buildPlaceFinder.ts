import type { Place } from '../city/City.ts';
import type { PlaceHit } from '../city/Knowledge.ts';
import { buildPhraseIndex, type PhraseSpan } from './PhraseIndex.ts';
import { placeName, placeText } from './placeText.ts';

/** Places are looked for in this much of a message. */
const LONGEST = 2_000;
/** More candidates than anybody is going to be asked about. */
const MOST = 10;
const CROSSING = /^(.{1,8}?[路街道巷])(和?)(.{1,8}?[路街道巷])口$/u;
const ROAD = /[路街道巷]$/u;
const HOUSE_NUMBER = /^\d{1,5}(?:[-之附]\d{1,4})?(?:号|弄)/u;
const LATIN = /[0-9a-z]/u;

/** The ways to name a crossing: either road first, with 和 or without. Road names may themselves begin with 和 (和平路). */
const crossingNames = (name: string): readonly string[] => {
  const [, one, and, other] = CROSSING.exec(name) ?? [];
  if (one === undefined || other === undefined) return [];
  const pairs =
    and === ''
      ? [[one, other]]
      : [
          [one, other],
          [one, `${and}${other}`],
        ];
  return pairs.flatMap(([a, b]) => [`${a}${b}口`, `${b}${a}口`, `${a}和${b}口`, `${b}和${a}口`]);
};

const namesOf = (place: Place): ReadonlySet<string> => {
  const names = [place.name, ...place.aliases].map(placeName);
  return new Set(names.flatMap((name) => [name, ...crossingNames(name)]).filter((name) => name.length > 1));
};

function* pairsOf(places: readonly Place[]): Generator<readonly [string, Place]> {
  for (const place of places) for (const name of namesOf(place)) yield [name, place];
}

/**
 * A name may not begin or end inside a number or a word in Latin letters: 12号 is not in 112号. And a road whose house number follows is
 * not the place that was said: the number is somewhere along the road, and nobody should be sent to the wrong end of it.
 */
const fitsIn = (text: string) => (start: number, end: number) => {
  if (LATIN.test(text[start] as string) && LATIN.test(text[start - 1] ?? '')) return false;
  if (LATIN.test(text[end - 1] as string) && LATIN.test(text[end] ?? '')) return false;
  return !(ROAD.test(text.slice(end - 1, end)) && HOUSE_NUMBER.test(text.slice(end, end + 12)));
};

/** Longest first; those that overlap a longer one are out. */
const mostSpecific = (spans: readonly PhraseSpan<Place>[]): readonly PhraseSpan<Place>[] => {
  const chosen: PhraseSpan<Place>[] = [];
  const byLength = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of byLength) {
    if (chosen.every((other) => span.end <= other.start || span.start >= other.end)) chosen.push(span);
  }
  return chosen;
};

/**
 * Finds the places that a message names, most specific (longest) first, each once, at most ten; an alias of several places gives them all.
 * Knows 建设路十二号 and 建设路 12 号 as 建设路12号, and 中山路与建设路交叉口 as 建设路中山路路口. Empty when it names none.
 */
export const buildPlaceFinder = (places: readonly Place[]): ((text: string) => readonly PlaceHit[]) => {
  const index = buildPhraseIndex(pairsOf(places));
  return (message) => {
    const said = message.slice(0, LONGEST);
    const { text, from, to } = placeText(said);
    const hits = new Map<Place, PlaceHit>();
    for (const span of mostSpecific(index.find(text, fitsIn(text)))) {
      const matched = said.slice(from[span.start], to[span.end - 1]);
      for (const place of span.values) {
        if (hits.has(place) || hits.size >= MOST) continue;
        hits.set(place, { name: place.name, area: place.area, lng: place.lng, lat: place.lat, matched });
      }
    }
    return [...hits.values()];
  };
};
