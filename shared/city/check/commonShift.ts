import type { Place, Polygon } from '../../domain/city/City.ts';
import { degreesInMetres } from './degreesInMetres.ts';
import { holdsPoint } from './holdsPoint.ts';

/** A place with its position in the file and the shape of the leaf it names. */
export interface Placed {
  readonly index: number;
  readonly place: Place;
  readonly shape: readonly Polygon[];
}

/** Fewer may be off by chance. */
const FEWEST = 5;
/** Metres by which coordinates of Chinese web maps are off. */
const LEAST = 100;
const MOST = 700;
/** The share of the strays that one move must bring home. */
const SETTLED = 2 / 3;

/**
 * Metres by which most places are off in one direction, if they are. Places lie all around the middle of their leaf, so that half of
 * them are west and half of them south of it, unless all were moved.
 */
export const commonShift = (placed: readonly Placed[], strays: readonly Placed[]): number | undefined => {
  const [first] = strays;
  if (!first || strays.length < FEWEST || strays.length * 2 < placed.length) return undefined;
  const aside = placed.map(({ place, shape }) => {
    const [lng, lat] = middleOf(shape);
    return [lng - place.lng, lat - place.lat] as const;
  });
  const [dx, dy] = [median(aside.map(([x]) => x)), median(aside.map(([, y]) => y))];
  const scale = degreesInMetres(first.place.lat);
  const metres = Math.hypot(dx * scale.x, dy * scale.y);
  if (metres < LEAST || metres > MOST) return undefined;
  const home = strays.filter(({ place, shape }) =>
    holdsPoint(shape, { lng: place.lng + dx, lat: place.lat + dy }),
  );
  return home.length >= strays.length * SETTLED ? metres : undefined;
};

const middleOf = (shape: readonly Polygon[]): readonly [number, number] => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of shape.flat(2)) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [(west + east) / 2, (south + north) / 2];
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
