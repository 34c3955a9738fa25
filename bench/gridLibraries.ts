import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import RBush from 'rbush';
import whichPolygon from 'which-polygon';
import type { Point, Ring } from '../shared/domain/city/City.ts';

interface Library {
  readonly name: string;
  /** The first cell found to hold a point, or -1. */
  readonly locate: (point: Point) => number;
}

/** What one would take from npm to find the cell of a point, each at its best. */
export const libraries = (cells: readonly Ring[]): readonly Library[] => [
  { name: 'which-polygon', locate: byWhichPolygon(cells) },
  { name: 'rbush + point-in-polygon-hao', locate: byRBush(cells) },
  { name: 'flatbush + ray casting', locate: byFlatbush(cells) },
];

const byWhichPolygon = (cells: readonly Ring[]): Library['locate'] => {
  const query = whichPolygon({
    type: 'FeatureCollection',
    features: cells.map((ring, index) => ({
      ...{ type: 'Feature', properties: { index } },
      geometry: { type: 'Polygon', coordinates: [ring.map(([lng, lat]) => [lng, lat])] },
    })),
  });
  return ({ lng, lat }) => query([lng, lat])?.index ?? -1;
};

const byRBush = (cells: readonly Ring[]): Library['locate'] => {
  const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; index: number }>();
  const rings = cells.map((ring) => [ring.map(([lng, lat]): [number, number] => [lng, lat])]);
  tree.load(
    cells.map((ring, index) => {
      const [minX, minY, maxX, maxY] = boxOf(ring);
      return { minX, minY, maxX, maxY, index };
    }),
  );
  return ({ lng, lat }) => {
    for (const { index } of tree.search({ minX: lng, minY: lat, maxX: lng, maxY: lat }))
      if (pointInPolygon([lng, lat], rings[index] ?? []) !== false) return index;
    return -1;
  };
};

const byFlatbush = (cells: readonly Ring[]): Library['locate'] => {
  const tree = new Flatbush(cells.length);
  for (const ring of cells) tree.add(...boxOf(ring));
  tree.finish();
  const rings = cells.map((ring) => Float64Array.from(ring.flat()));
  return ({ lng, lat }) => {
    for (const index of tree.search(lng, lat, lng, lat)) if (cast(rings[index], lng, lat)) return index;
    return -1;
  };
};

const cast = (ring: Float64Array = new Float64Array(), x: number, y: number): boolean => {
  let inside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay] = [ring[i] as number, ring[i + 1] as number];
    const [bx, by] = [ring[i + 2] as number, ring[i + 3] as number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

const boxOf = (ring: Ring): [number, number, number, number] => {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
};
