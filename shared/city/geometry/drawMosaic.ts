import type { Polygon, Ring } from '../../domain/city/City.ts';
import { Corners } from './Corners.ts';
import type { Mosaic } from './Mosaic.ts';
import { splitEdges } from './splitEdges.ts';
import { squareMetres } from './squareMetres.ts';

const UNITS = 1e7;

/** Puts shapes (degrees, rings closed) on one plane. Rings may run either way; repeated points fall away. */
export const drawMosaic = (shapes: readonly (readonly Polygon[])[]): Mosaic => {
  const { west, south, north, points } = measure(shapes);
  const origin = { west: Math.floor(west * UNITS), south: Math.floor(south * UNITS) };
  const corners = new Corners(points, (south + north) / 2);
  // All corners must be known before it can be said which edges pass through one.
  const rings = shapes.map((shape) =>
    shape.flatMap((polygon) =>
      polygon.map((ring, r) => orient(corners, cornersOf(ring, corners, origin), r > 0)),
    ),
  );
  const between = splitEdges(corners);
  const [from, to]: [number[], number[]] = [[], []];
  const first = new Int32Array(shapes.length + 1);
  for (const [shape, outlines] of rings.entries()) {
    for (const ring of outlines)
      for (const [n, start] of ring.entries()) {
        const end = ring[n + 1] ?? (ring[0] as number);
        from.push(start);
        for (const corner of between(start, end)) {
          to.push(corner);
          from.push(corner);
        }
        to.push(end);
      }
    first[shape + 1] = from.length;
  }
  const { xs, ys } = corners;
  return {
    size: shapes.length,
    xs,
    ys,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    first,
    boxes: boxesOf(corners, from, first),
    degrees: (x, y) => [(x + origin.west) / UNITS, (y + origin.south) / UNITS],
    scale: (y) => squareMetres((y + origin.south) / UNITS) / UNITS ** 2,
  };
};

const measure = (shapes: readonly (readonly Polygon[])[]) => {
  const bounds = { west: Infinity, south: Infinity, north: -Infinity, points: 0 };
  for (const ring of shapes.flat(2)) {
    bounds.points += ring.length;
    for (const [lng, lat] of ring) {
      bounds.west = Math.min(bounds.west, lng);
      bounds.south = Math.min(bounds.south, lat);
      bounds.north = Math.max(bounds.north, lat);
    }
  }
  return bounds;
};

interface Origin {
  readonly west: number;
  readonly south: number;
}

/** The corners of a ring, without the closing one and without repetitions. */
const cornersOf = (ring: Ring, corners: Corners, { west, south }: Origin): number[] => {
  const found: number[] = [];
  for (const [lng, lat] of ring) {
    const corner = corners.cornerAt(lng * UNITS - west, lat * UNITS - south);
    if (corner !== found.at(-1)) found.push(corner);
  }
  while (found.length > 1 && found[0] === found.at(-1)) found.pop();
  return found;
};

/** Counter-clockwise, holes clockwise: the inside is on the left. A ring without an inside is none. */
const orient = (corners: Corners, ring: number[], hole: boolean): readonly number[] => {
  if (ring.length < 3) return [];
  return twiceArea(corners, ring) > 0 === hole ? ring.reverse() : ring;
};

/** Positive when the ring runs counter-clockwise. From its first corner, so that the numbers stay small. */
const twiceArea = ({ xs, ys }: Corners, corners: readonly number[]): number => {
  const [x0, y0] = [xs[corners[0] as number] as number, ys[corners[0] as number] as number];
  let sum = 0;
  for (let i = 1; i + 1 < corners.length; i++) {
    const [a, b] = [corners[i] as number, corners[i + 1] as number];
    sum +=
      ((xs[a] as number) - x0) * ((ys[b] as number) - y0) -
      ((xs[b] as number) - x0) * ((ys[a] as number) - y0);
  }
  return sum;
};

const boxesOf = ({ xs, ys }: Corners, from: readonly number[], first: Int32Array): Float64Array => {
  const boxes = new Float64Array((first.length - 1) * 4);
  for (let shape = 0; shape + 1 < first.length; shape++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = first[shape] as number; edge < (first[shape + 1] as number); edge++) {
      const corner = from[edge] as number;
      west = Math.min(west, xs[corner] as number);
      east = Math.max(east, xs[corner] as number);
      south = Math.min(south, ys[corner] as number);
      north = Math.max(north, ys[corner] as number);
    }
    boxes.set([west, south, east, north], shape * 4);
  }
  return boxes;
};
