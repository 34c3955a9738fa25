import type { Point, Polygon } from '../../domain/city/City.ts';

/** Whether a point lies in a shape: a line from it to the east crosses the rings of one of its parts an odd number of times. */
export const holdsPoint = (polygons: readonly Polygon[], { lng, lat }: Point): boolean =>
  polygons.some((rings) => {
    let inside = false;
    for (const ring of rings)
      for (const [i, [x, y]] of ring.entries()) {
        const [nextX, nextY] = ring[i + 1] ?? [x, y];
        if (y > lat !== nextY > lat && lng < x + ((lat - y) / (nextY - y)) * (nextX - x)) inside = !inside;
      }
    return inside;
  });
