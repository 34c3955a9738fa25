import type { Point, Polygon } from '../../domain/city/City.ts';
import { distanceTo } from '../../domain/grid/distanceTo.ts';
import { degreesInMetres } from './degreesInMetres.ts';

/** How far a point outside a shape is from it. */
export const metresOutside = (polygons: readonly Polygon[], { lng, lat }: Point): number => {
  const scale = degreesInMetres(lat);
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of polygons.flat())
    for (const [i, [x, y]] of ring.entries()) {
      const [nextX, nextY] = ring[i + 1] ?? [x, y];
      nearest = Math.min(nearest, distanceTo([x, y, nextX, nextY], { x: lng, y: lat }, scale));
    }
  return nearest;
};
