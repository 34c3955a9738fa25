import { squareMetres } from '../../../shared/city/geometry/squareMetres.ts';
import type { Polygon, Ring } from '../../../shared/domain/city/City.ts';

/** Areas by the lengths of many lines from west to east. The last shape is the whole. This one: in the whole and in no leaf. */
export const bareArea = (shapes: readonly (readonly Polygon[])[]): number =>
  measured(shapes, (n) => (n === 0 ? 1 : 0));
/** In two leaves, for each pair. */
export const doubleArea = (shapes: readonly (readonly Polygon[])[]): number =>
  measured(shapes, (n) => (n * (n - 1)) / 2);

/** Lines between two heights at which corners are. */
const LINES = 40;

const measured = (shapes: readonly (readonly Polygon[])[], weigh: (leaves: number) => number): number => {
  const heights = [...new Set(shapes.flat(3).map(([, y]) => y))].sort((a, b) => a - b);
  const sum = heights.slice(1).reduce((total, top, i) => {
    const bottom = heights[i] ?? top;
    const step = (top - bottom) / LINES;
    const lengths = Array.from({ length: LINES }, (_, n) =>
      lengthAt(shapes, bottom + (n + 0.5) * step, weigh),
    );
    return total + lengths.reduce((all, length) => all + length * step, 0);
  }, 0);
  return sum * squareMetres(shapes[0]?.[0]?.[0]?.[0]?.[1] ?? 0);
};

/** Degrees along a line from west to east, each as often as the leaves there weigh. The last shape is the whole. */
const lengthAt = (
  shapes: readonly (readonly Polygon[])[],
  y: number,
  weigh: (leaves: number) => number,
): number => {
  const cuts = shapes
    .flatMap((shape, i) => shape.flat().flatMap((ring) => crossings(ring, y).map((x) => ({ x, i }))))
    .sort((a, b) => a.x - b.x);
  const within = new Set<number>();
  return cuts.reduce((length, { x, i }, n) => {
    if (!within.delete(i)) within.add(i);
    const whole = within.has(shapes.length - 1);
    const leaves = within.size - (whole ? 1 : 0);
    return length + (whole || leaves > 1 ? weigh(leaves) : 0) * ((cuts[n + 1]?.x ?? x) - x);
  }, 0);
};

const crossings = (ring: Ring, y: number): readonly number[] =>
  ring.slice(1).flatMap(([bx, by], n) => {
    const [ax, ay] = ring[n] ?? [bx, by];
    return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
  });
