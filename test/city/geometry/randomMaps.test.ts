import fc from 'fast-check';
import { commonPieces } from '../../../shared/city/geometry/commonPieces.ts';
import { drawMosaic } from '../../../shared/city/geometry/drawMosaic.ts';
import { findGaps, findHoles } from '../../../shared/city/geometry/findGaps.ts';
import { findOutside } from '../../../shared/city/geometry/findOutside.ts';
import { findOverlaps } from '../../../shared/city/geometry/findOverlaps.ts';
import { squareMetres } from '../../../shared/city/geometry/squareMetres.ts';
import { CELL, holds, rectangle, rectangles, SOUTH } from './randomMaps.ts';

const SIZE = 9;
const cell = squareMetres(SOUTH + (SIZE / 2) * CELL) * CELL ** 2;
const cells = Array.from({ length: SIZE * SIZE }, (_, i) => [i % SIZE, Math.floor(i / SIZE)] as const);
type Rectangle = { x: number; y: number; width: number; height: number };
const covers = ({ x, y, width, height }: Rectangle, [cx, cy]: readonly [number, number]): boolean =>
  cx >= x && cx < x + width && cy >= y && cy < y + height;

/** How many connected groups cells form, by their sides. */
const groupsOf = (wanted: readonly (readonly [number, number])[]): readonly number[] => {
  const left = new Map(wanted.map((at) => [at.join(), at]));
  const sizes = wanted.map((start) => {
    const queue = left.delete(start.join()) ? [start] : [];
    let size = 0;
    for (let at = queue.pop(); at; at = queue.pop()) {
      size++;
      queue.push(...beside(at).filter((next) => left.delete(next.join())));
    }
    return size;
  });
  return sizes.filter((size) => size > 0).sort((a, b) => b - a);
};

const beside = ([x, y]: readonly [number, number]): readonly (readonly [number, number])[] => [
  [x - 1, y],
  [x + 1, y],
  [x, y - 1],
  [x, y + 1],
];

describe('rectangles thrown on a lattice, beside counting its cells', () => {
  test('overlap by as much, in the same pairs, and a place in each is in both', () => {
    fc.assert(
      fc.property(rectangles(SIZE), (drawn) => {
        const shapes = drawn.map(({ x, y, width, height }) => rectangle(x, y, width, height));
        const mosaic = drawMosaic(shapes);
        const expected = drawn.flatMap((b, j) =>
          drawn.slice(0, j).flatMap((a, i) => {
            const common = cells.filter((at) => covers(a, at) && covers(b, at)).length;
            return common > 0 ? [`${i} ${j} ${common}`] : [];
          }),
        );
        const { overlaps, all } = findOverlaps(mosaic, [...shapes.keys()]);
        expect(all).toBe(true);
        const found = overlaps.map(({ a, b, squareMetres: area }) => `${a} ${b} ${(area / cell).toFixed(2)}`);
        expect(found.map((line) => line.replace('.00', ''))).toEqual(expected);
        for (const { a, b, squareMetres: area } of overlaps) {
          const [piece, ...others] = commonPieces(mosaic, a, b);
          expect(others).toEqual([]);
          expect((piece?.squareMetres ?? 0) / area).toBeCloseTo(1, 3);
          for (const shape of [a, b]) expect(holds(shapes[shape] ?? [], piece?.inside ?? [0, 0])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('leave the same gaps in a whole, and a place in each is in none', () => {
    fc.assert(
      fc.property(rectangles(SIZE), (drawn) => {
        const shapes = [...drawn.map(({ x, y, width, height }) => rectangle(x, y, width, height))];
        const mosaic = drawMosaic([...shapes, rectangle(0, 0, SIZE, SIZE)]);
        const { gaps } = findGaps(mosaic, [...shapes.keys()], shapes.length);
        const bare = cells.filter((at) => !drawn.some((one) => covers(one, at)));
        expect(gaps.map(({ squareMetres: area }) => Math.round((area / cell) * 100) / 100)).toEqual(
          groupsOf(bare),
        );
        for (const { inside } of gaps) expect(shapes.some((shape) => holds(shape, inside))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('enclose the holes that do not reach the border of the lattice', () => {
    fc.assert(
      fc.property(rectangles(SIZE), (drawn) => {
        const mosaic = drawMosaic(drawn.map(({ x, y, width, height }) => rectangle(x, y, width, height)));
        const bare = cells.filter((at) => !drawn.some((one) => covers(one, at)));
        const expected = groupsWithin(bare);
        const { gaps } = findHoles(mosaic, [...drawn.keys()]);
        expect(gaps.map(({ squareMetres: area }) => Math.round((area / cell) * 100) / 100)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('lie outside each other by as much', () => {
    fc.assert(
      fc.property(rectangles(SIZE), (drawn) => {
        const shapes = drawn.map(({ x, y, width, height }) => rectangle(x, y, width, height));
        const mosaic = drawMosaic(shapes);
        const ask = findOutside(mosaic, 0);
        for (const [i, one] of drawn.entries()) {
          const expected = cells.filter((at) => covers(one, at) && !covers(drawn[0] ?? one, at)).length;
          const outside = ask(i);
          expect((outside?.squareMetres ?? 0) / cell).toBeCloseTo(expected, 2);
          const inside = outside?.inside();
          if (inside)
            expect([0, i].map((shape) => holds(shapes[shape] ?? [], inside))).toEqual([false, true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Groups of bare cells that reach no side of the lattice, with the outside as one more group. */
const groupsWithin = (bare: readonly (readonly [number, number])[]): readonly number[] => {
  const open = new Set(bare.map(([x, y]) => `${x},${y}`));
  const queue = bare.filter(([x, y]) => x === 0 || y === 0 || x === SIZE - 1 || y === SIZE - 1);
  for (const [x, y] of queue) open.delete(`${x},${y}`);
  for (let at = queue.pop(); at; at = queue.pop()) {
    for (const next of beside(at)) if (open.delete(next.join())) queue.push(next);
  }
  return groupsOf(bare.filter(([x, y]) => open.has(`${x},${y}`)));
};
