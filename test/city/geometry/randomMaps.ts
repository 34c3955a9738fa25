import fc from 'fast-check';
import type { Polygon, Ring } from '../../../shared/domain/city/City.ts';

const WEST = 121.47;
export const SOUTH = 31.23;
/** Degrees of a cell of the lattice: about 95 by 111 metres. */
export const CELL = 0.001;

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

type Corner = readonly [number, number];

/** A closed ring of lattice places. */
export const ringAt = (places: readonly Corner[]): Ring =>
  [...places, ...places.slice(0, 1)].map(
    ([x, y]) => [round(WEST + x * CELL), round(SOUTH + y * CELL)] as const,
  );

export const rectangle = (x: number, y: number, width: number, height: number): readonly Polygon[] => [
  [
    ringAt([
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ]),
  ],
];

export const rectangles = (size: number) =>
  fc.array(
    fc
      .tuple(
        fc.nat(size - 1),
        fc.nat(size - 1),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([x, y, width, height]) => ({
        x,
        y,
        width: Math.min(width, size - x),
        height: Math.min(height, size - y),
      })),
    { minLength: 1, maxLength: 14 },
  );

/** Leaves that fill a square without gaps or overlaps: a lattice with its inner corners moved, seen by each leaf in its own way. */
export const partitions = (size: number) =>
  fc
    .tuple(
      fc.array(fc.tuple(shift, shift), { minLength: (size + 1) ** 2, maxLength: (size + 1) ** 2 }),
      fc.array(fc.nat(1000), { minLength: size * size, maxLength: size * size }),
    )
    .map(([shifts, views]) => {
      const corner = (x: number, y: number): Corner => {
        const [dx, dy] = shifts[y * (size + 1) + x] ?? [0, 0];
        return [x + (x > 0 && x < size ? dx : 0), y + (y > 0 && y < size ? dy : 0)];
      };
      return views.map((view, i) => {
        const [x, y] = [i % size, Math.floor(i / size)];
        return [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)].flatMap(
          (at, n, all) =>
            // Some leaves have a corner more on a border that is straight.
            view & (1 << n) ? [at, between(at, all[(n + 1) % 4] ?? at, (view % 97) / 97)] : [at],
        );
      });
    });

/** The same as somebody leaves them who moves up to five corners, of one leaf each: some leaves may cross themselves then. */
export const carelessPartitions = (size: number) =>
  fc
    .tuple(
      partitions(size),
      fc.array(fc.tuple(fc.nat(size * size - 1), fc.nat(3), fc.nat(40), fc.nat(40)), { maxLength: 5 }),
    )
    .map(([leaves, moves]) => {
      const moved = leaves.map((leaf) => [...leaf]);
      for (const [leaf, n, x, y] of moves) {
        const at = moved[leaf]?.[n];
        if (at) moved[leaf]?.splice(n, 1, [at[0] + (x - 20) / 200, at[1] + (y - 20) / 200]);
      }
      return moved;
    });

const shift = fc.integer({ min: -30, max: 30 }).map((hundredths) => hundredths / 100);

const between = ([ax, ay]: Corner, [bx, by]: Corner, share: number): Corner => [
  ax + (bx - ax) * (0.05 + share * 0.9),
  ay + (by - ay) * (0.05 + share * 0.9),
];

/** Whether a place is in a shape, by the even–odd rule. */
export const holds = (shape: readonly Polygon[], [x, y]: Corner): boolean =>
  shape.flat().reduce((inside, ring) => inside !== crossesOddly(ring, x, y), false);

const crossesOddly = (ring: Ring, x: number, y: number): boolean =>
  ring.slice(1).reduce((odd, [bx, by], i) => {
    const [ax, ay] = ring[i] ?? [0, 0];
    return ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) < x ? !odd : odd;
  }, false);
