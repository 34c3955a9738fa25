import type { Polygon } from '../city/City.ts';

/** Shapes as integers of 1e-7 degrees. */
export interface FlatShapes {
  /** How many shapes. */
  readonly size: number;
  /** x, y of every corner, ring after ring; a ring does not repeat its first corner. */
  readonly corners: Int32Array;
  /** Where each ring starts, counted in corners; one more for the end. */
  readonly starts: Int32Array;
  /** The shape and the polygon (of all) that each ring belongs to. */
  readonly shapes: Int32Array;
  readonly polygons: Int32Array;
}

/** A degree is ten million units; a unit is a centimetre. Shared corners come out alike because each is rounded by itself. */
export const UNITS = 1e7;

/** Throws a RangeError for a corner that is not on the earth. */
export const flattenShapes = (shapes: readonly (readonly Polygon[])[]): FlatShapes => {
  const polygons = shapes.flat();
  const rings = polygons.flat();
  const corners = new Int32Array(rings.reduce((sum, ring) => sum + 2 * ring.length, 0));
  const starts = new Int32Array(rings.length + 1);
  const ofShape = new Int32Array(rings.length);
  const ofPolygon = new Int32Array(rings.length);
  let [ring, polygon, end] = [0, 0, 0];
  for (const [shape, itsPolygons] of shapes.entries())
    for (const itsRings of itsPolygons) {
      for (const pairs of itsRings) {
        const start = end;
        for (const [lng, lat] of pairs) {
          corners[end++] = toUnits(lng, 180);
          corners[end++] = toUnits(lat, 90);
        }
        if (end - start > 2 && corners[start] === corners[end - 2] && corners[start + 1] === corners[end - 1])
          end -= 2;
        ofShape[ring] = shape;
        ofPolygon[ring] = polygon;
        starts[++ring] = end / 2;
      }
      polygon++;
    }
  return {
    size: shapes.length,
    corners: corners.slice(0, end),
    starts,
    shapes: ofShape,
    polygons: ofPolygon,
  };
};

const toUnits = (degrees: number, most: number): number => {
  if (!(Math.abs(degrees) <= most)) throw new RangeError(`No coordinate: ${degrees}`);
  return Math.round(degrees * UNITS);
};
