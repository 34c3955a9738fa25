import type { Knowledge, NearPlace, PlaceMiss } from '../../../shared/domain/city/Knowledge.ts';
import { addressIn } from '../../../shared/domain/text/addressIn.ts';
import { soundsLikePlace } from '../../../shared/domain/text/soundsLikePlace.ts';
import { misses } from '../phrases/misses.ts';
import { areaApart } from './areaApart.ts';
import type { Filled, Form, OfferedPlace } from './Form.ts';
import { nearestFirst, whereabouts } from './nearestFirst.ts';
import { offerPlaces } from './offerPlaces.ts';
import { MOST_PLACES } from './placeFromText.ts';

/** Words, and what in them is said as if it were a place. `onlyPlace`: they say nothing else. */
interface Missing {
  readonly text: string;
  readonly missed?: PlaceMiss | undefined;
  readonly onlyPlace?: boolean;
}

/**
 * Words that name no known place, where one is not known yet: says so, and offers what comes near. `asked`: for the place; else only an
 * address with its number or a road is taken for one, never 「晚上很危险」 or a slip of the pen. Undefined when no place was meant.
 */
export const missPlace = (form: Form, said: Missing, asked: boolean, know: Knowledge): Filled | undefined => {
  const { text, missed: miss } = said;
  const address = addressIn(text);
  if (miss && miss.near.length > 0 && (asked || isMeant(said, miss, know))) {
    if (isRefused(form, miss)) return { form, lead: misses.notFound(refusedName(miss)) };
    const { kind } = miss;
    return { form: offerPlaces(form, offersOf(form, miss, know), { kind, said: miss.said }), lead: '' };
  }
  const meant = asked ? soundsLikePlace(text, know.classify(text).guesses.length > 0) : address !== undefined;
  if (!meant) return undefined;
  return { form: { ...form, missed: { kind: 'place' } }, lead: misses.notFound(address ?? shortly(text)) };
};

/** Where no place was asked for: an address always; a road where something is told of it. A name that only looks alike is a slip elsewhere. */
const isMeant = (
  { text, onlyPlace = false }: Missing,
  { kind, said }: PlaceMiss,
  know: Knowledge,
): boolean => {
  switch (kind) {
    case 'number':
      return true;
    case 'road':
      return onlyPlace || know.classify(text).guesses.length > 0;
    case 'spelling':
      return addressIn(said) !== undefined;
  }
};

/** It was offered before, and none of it was meant. */
const isRefused = ({ missed, places }: Form, { kind, said }: PlaceMiss): boolean =>
  !places && missed?.kind === kind && missed.said === said;

const refusedName = ({ kind, said }: PlaceMiss): string =>
  kind === 'road' ? misses.elsewhereOn(said) : said;

/** What was said, where it is short enough to be said back. */
const shortly = (text: string): string => {
  const said = text.replace(ENDS, '').replace(BEFORE, '');
  return said.length <= 12 ? said : misses.thePlace;
};
const ENDS = /^[\s\p{P}]+|[\s\p{P}]+$/gu;
const BEFORE = /^(?:我们?|就|是|在|应该)+/u;

const offersOf = (form: Form, miss: PlaceMiss, know: Knowledge): readonly OfferedPlace[] =>
  (miss.kind === 'road' ? alongRoad(form, miss.near, know) : miss.near).map((place) =>
    offerOf(place, miss, know),
  );

/** A place that stands for what was said gets a name that says so: whoever goes there looks for that. */
const offerOf = (near: NearPlace, { kind, said }: PlaceMiss, know: Knowledge): OfferedPlace => {
  const { lng, lat, name, apart } = near;
  const area = areaApart(name, near, know);
  const within = area === undefined ? {} : { area };
  const full = area === undefined ? name : misses.inArea(area, name);
  switch (kind) {
    case 'number':
      return { lng, lat, name: misses.nearFor(said, full), called: name, apart, ...within };
    case 'road':
      return { lng, lat, name: misses.near(full), called: name, ...within };
    case 'spelling':
      return {
        lng,
        lat,
        name: area === undefined ? name : misses.spotIn(name, area),
        called: name,
        ...within,
      };
  }
};

/** Near to where somebody is known to be, else from one end of the road to the other. */
const alongRoad = (form: Form, all: readonly NearPlace[], know: Knowledge): readonly NearPlace[] => {
  const here = whereabouts(form, know);
  if (here) return nearestFirst(all, here, know).slice(0, MOST_PLACES);
  const step = (all.length - 1) / (MOST_PLACES - 1);
  return all.length <= MOST_PLACES
    ? all
    : Array.from({ length: MOST_PLACES }, (_, at) => all[Math.round(at * step)] as NearPlace);
};
