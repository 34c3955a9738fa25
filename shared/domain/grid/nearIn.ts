import { distanceTo, type Ends, type Scale, type UnitPoint } from './distanceTo.ts';
import { UNITS } from './flattenShapes.ts';
import type { Nearness } from './Grid.ts';
import { metresOfUnit } from './metresOfUnit.ts';
import { readBlock } from './readBlock.ts';
import { unpackShape } from './unpackShape.ts';
import type { GridView } from './viewGrid.ts';
import { visitTiles } from './visitTiles.ts';

/** What is near a point of which the holding shape is known. */
export const nearIn = (view: GridView, point: UnitPoint, index: number, metres: number): Nearness => {
  const scale = metresOfUnit(point.y / UNITS);
  const nearest = distancesWithin(view, point, { metres, scale });
  const others = [...nearest]
    .filter(([shape]) => shape !== index)
    .sort(([a, one], [b, two]) => one - two || a - b)
    .map(([shape, distance]) => ({ index: shape, metres: distance }));
  const edge =
    index < 0 ? Number.POSITIVE_INFINITY : (nearest.get(index) ?? distanceToEdge(view, index, point, scale));
  return { index, edge, others };
};

/** The distance to the nearest edge of each shape that has one within reach. */
const distancesWithin = (
  view: GridView,
  { x, y }: UnitPoint,
  { metres, scale }: { metres: number; scale: Scale },
): ReadonlyMap<number, number> => {
  const [dx, dy] = [metres / scale.x, metres / scale.y];
  const nearest = new Map<number, number>();
  visitTiles(view, { west: x - dx, south: y - dy, east: x + dx, north: y + dy }, (entry, x0, y0) => {
    for (const { ends, shapes } of readBlock(view, entry, x0, y0).edges) {
      const distance = distanceTo(ends, { x, y }, scale);
      if (distance <= metres)
        for (const shape of shapes)
          nearest.set(shape, Math.min(distance, nearest.get(shape) ?? Number.POSITIVE_INFINITY));
    }
    return true;
  });
  return nearest;
};

/** For a point deep within a shape: all of its edges are looked at, but not the seams where two of its own polygons touch. */
const distanceToEdge = (view: GridView, index: number, point: UnitPoint, scale: Scale): number => {
  const edges = new Map<string, Ends>();
  for (const ring of unpackShape(view, index).flat())
    for (const [i, [lng, lat]] of ring.slice(0, -1).entries()) {
      const [nextLng, nextLat] = ring[i + 1] ?? [lng, lat];
      const ends: Ends = [lng * UNITS, lat * UNITS, nextLng * UNITS, nextLat * UNITS];
      const key = keyOf(ends);
      if (!edges.delete(key)) edges.set(key, ends);
    }
  let nearest = Number.POSITIVE_INFINITY;
  for (const ends of edges.values()) nearest = Math.min(nearest, distanceTo(ends, point, scale));
  return nearest;
};

/** The same for both directions. */
const keyOf = ([x, y, nextX, nextY]: Ends): string => [`${x},${y}`, `${nextX},${nextY}`].toSorted().join(' ');
