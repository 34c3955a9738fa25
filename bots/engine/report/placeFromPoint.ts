import type { Area, Point } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { metresApart } from '../../../shared/domain/grid/metresApart.ts';
import { cleanText } from '../../../shared/domain/text/cleanText.ts';
import { nameApart } from './areaApart.ts';
import type { FormPlace } from './Form.ts';

/** A point as a channel gives it. Exactly 0,0 is how some channels say that they do not know. */
export interface Tapped extends Point {
  readonly name?: string | undefined;
}

/** A tapped point as a place of the city. One without a name is called by what was said of it: see `nameOfPlace`. */
export const placeFromPoint = (
  { lng, lat, name }: Tapped,
  know: Knowledge,
): FormPlace | 'unknown' | 'outside' => {
  if (!isPoint(lng, lat)) return 'unknown';
  if (!know.locate({ lng, lat })) return 'outside';
  const given = cleanText((name ?? '').slice(0, 60));
  return { lng, lat, name: given === '' ? '' : nameApart({ lng, lat, name: given }, know), tapped: true };
};

const isPoint = (lng: number, lat: number): boolean =>
  Number.isFinite(lng) &&
  Number.isFinite(lat) &&
  !(lng === 0 && lat === 0) &&
  Math.abs(lng) <= 180 &&
  Math.abs(lat) <= 90;

/** How far from a tapped point a place may be whose name is used for it, in metres. */
const NEAR = 300;

/**
 * What a place is called. A point that was tapped without a name takes the name of the one place near it that the description
 * names, else that of its community and grid. A function of both slots, so that their order does not matter.
 */
export const nameOfPlace = (place: FormPlace, description: string, know: Knowledge): string => {
  if (place.name !== '') return place.name;
  const near = know.findPlaces(description).filter((hit) => !hit.denied && metresApart(hit, place) <= NEAR);
  const [only] = near;
  if (only && near.length === 1) return nameApart(only, know);
  return nameOfLeaf(know.lineage(know.locate(place)?.code ?? ''));
};

/** 向阳社区第一网格. */
export const nameOfLeaf = ([leaf, community]: readonly Area[]): string => {
  if (!leaf) return '';
  return !community || leaf.name.includes(community.name) ? leaf.name : `${community.name}${leaf.name}`;
};
