import type { Polygon, Ring } from '../../domain/city/City.ts';
import { squareMetres } from '../geometry/squareMetres.ts';

/** Square metres that a shape covers on the ground, its holes taken out. */
export const areaOfShape = (polygons: readonly Polygon[]): number => {
  let sum = 0;
  for (const polygon of polygons)
    for (const [i, ring] of polygon.entries()) sum += (i === 0 ? 1 : -1) * ringArea(ring);
  return sum;
};

const ringArea = (ring: Ring): number => {
  const [west, south] = ring[0] ?? [0, 0];
  let twice = 0;
  let lats = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] ?? [0, 0];
    const [bx, by] = ring[i + 1] ?? [0, 0];
    // Measured from a corner: products of whole degrees would drown the metres.
    twice += (ax - west) * (by - south) - (bx - west) * (ay - south);
    lats += ay;
  }
  return (Math.abs(twice) / 2) * squareMetres(lats / Math.max(1, ring.length - 1));
};
