import type { Area, Place } from '../domain/city/City.ts';
import { openGrid } from '../domain/grid/openGrid.ts';
import { packGrid } from '../domain/grid/packGrid.ts';
import { leafTest } from './cityParts.ts';
import type { Part } from './parts/Part.ts';

/** Stands for a leaf that cannot be told; it is among the unreadable, so that nobody is blamed for it. */
export const UNTOLD = '?';

/** Gives the places that name no leaf the one their point lies in. */
export const findLeaves = (places: Part<Place>, areas: Part<Area>): Part<Place> => {
  if (!places.items?.some(({ area }) => area === '')) return places;
  const all = areas.items ?? [];
  const drawn = all.filter(leafTest(all)).filter(isOnEarth);
  const grid = openGrid(packGrid(drawn.map(({ polygons = [] }) => polygons)));
  // When some leaves could not be read, a point may well lie in one of those.
  const unknown = areas.items === undefined || areas.faults.length > 0;
  const find = (place: Place): Place =>
    place.area === ''
      ? { ...place, area: drawn[grid.locate(place.lng, place.lat)]?.code ?? (unknown ? UNTOLD : '') }
      : place;
  return { ...places, items: places.items.map(find) };
};

/** What is wrong with the others is told by the checks. */
const isOnEarth = ({ polygons = [] }: Area): boolean =>
  polygons.every((rings) =>
    rings.every((ring) => ring.every(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)),
  );
