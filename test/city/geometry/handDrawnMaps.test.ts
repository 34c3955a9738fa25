import fc from 'fast-check';
import { ringFaults } from '../../../shared/city/check/ringFaults.ts';
import { commonPieces } from '../../../shared/city/geometry/commonPieces.ts';
import { drawMosaic } from '../../../shared/city/geometry/drawMosaic.ts';
import { findGaps } from '../../../shared/city/geometry/findGaps.ts';
import { findOutside } from '../../../shared/city/geometry/findOutside.ts';
import { findOverlaps } from '../../../shared/city/geometry/findOverlaps.ts';
import type { Polygon } from '../../../shared/domain/city/City.ts';
import { cityOf } from './cityOf.ts';
import { bareArea, doubleArea } from './countedAreas.ts';
import { carelessPartitions, holds, partitions, rectangle, ringAt } from './randomMaps.ts';

const FEW = 5;

type Corners = (readonly [number, number])[];
/** A lattice in which some leaves are drawn otherwise. */
const latticeWith = (otherwise: Readonly<Record<number, Corners>>): Corners[] =>
  Array.from({ length: FEW * FEW }, (_, i): Corners => {
    const [x, y] = [i % FEW, Math.floor(i / FEW)];
    const corners: Corners = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ];
    return otherwise[i] ?? corners;
  });

/** Between two leaves a gap of a square metre lies aslant: a hundred metres long, two centimetres wide. */
const NEEDLE = latticeWith({
  5: [
    [0, 1],
    [1, 1],
    [1, 2],
    [0, 2.01],
  ],
  10: [
    [0, 2.01],
    [1.02, 2],
    [1, 3],
    [0, 3],
  ],
});

/** The first two leaves overlap, and have borders farther south: one the start of a border that has ended where the overlap begins. */
const CORNER_BELOW = latticeWith({
  0: [
    [0, 0],
    [1.2, -0.1],
    [1, 1],
    [0, 1],
  ],
  1: [
    [1, 0],
    [1.8, 0],
    [2, -0.05],
    [2, 1],
    [1, 1],
  ],
});

/** What each leaf makes of its corners: its own rounding, its own direction, its own first point. */
const seen = (corners: readonly (readonly [number, number])[], i: number): readonly Polygon[] => {
  const turned = [...corners.slice(i % corners.length), ...corners.slice(0, i % corners.length)];
  const noise = (n: number) => (((i * 7 + n * 3) % 5) - 2) * 2e-9;
  const [first, ...rest] = ringAt(i % 2 ? turned : turned.toReversed()).slice(0, -1);
  if (!first) return [];
  const ring = [first, ...rest].map(([lng, lat], n) => [lng + noise(n), lat - noise(n)] as const);
  return [[[...ring, ring[0] ?? first]]];
};

describe('a city drawn by many hands', () => {
  test('has no faults where corners differ by less than a centimetre or only one side of a border has them', () => {
    fc.assert(
      fc.property(partitions(FEW), (leaves) => {
        const mosaic = drawMosaic([...leaves.map(seen), rectangle(0, 0, FEW, FEW)]);
        const shapes = [...leaves.keys()];
        const outside = findOutside(mosaic, leaves.length);
        expect(findOverlaps(mosaic, shapes).overlaps).toEqual([]);
        expect(findGaps(mosaic, shapes, leaves.length).gaps).toEqual([]);
        expect(shapes.filter((shape) => outside(shape))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  /** What the checks of gaps and overlaps are asked about: maps whose leaves are each sound. For the others see crossedLeaves.test.ts. */
  const areSound = (shapes: readonly (readonly Polygon[])[]): boolean =>
    ringFaults(cityOf(shapes).city.areas ?? []).size === 0;

  test('is told places in gaps that no leaf holds, in overlaps that both hold, and outside that the whole does not', () => {
    fc.assert(
      fc.property(carelessPartitions(FEW), (drawn) => {
        const leaves = drawn.map((corners) => [[ringAt(corners)]]);
        fc.pre(areSound(leaves));
        const whole = rectangle(0, 0, FEW, FEW);
        const mosaic = drawMosaic([...leaves, whole]);
        const holding = (place: readonly [number, number] | undefined) =>
          [...leaves.keys()].filter((i) => holds(leaves[i] ?? [], place ?? [0, 0]));
        for (const { inside } of findGaps(mosaic, [...leaves.keys()], leaves.length).gaps) {
          expect(holding(inside)).toEqual([]);
          expect(holds(whole, inside)).toBe(true);
        }
        for (const { a, b } of findOverlaps(mosaic, [...leaves.keys()]).overlaps)
          expect(holding(commonPieces(mosaic, a, b)[0]?.inside)).toEqual(expect.arrayContaining([a, b]));
        const outside = findOutside(mosaic, leaves.length);
        for (const leaf of leaves.keys()) {
          const found = outside(leaf);
          if (!found) continue;
          const place = found.inside();
          expect(holding(place)).toContain(leaf);
          expect(holds(whole, place ?? [0, 0])).toBe(false);
        }
      }),
      { numRuns: 500, examples: [[NEEDLE], [CORNER_BELOW]] },
    );
  });

  test('has gaps and overlaps as large as the lengths of many lines through them say', () => {
    fc.assert(
      fc.property(carelessPartitions(FEW), (drawn) => {
        const leaves = drawn.map((corners) => [[ringAt(corners)]]);
        fc.pre(areSound(leaves));
        const shapes = [...leaves, rectangle(0, 0, FEW, FEW)];
        const mosaic = drawMosaic(shapes);
        const sum = (parts: readonly { readonly squareMetres: number }[]): number =>
          parts.reduce((total, part) => total + part.squareMetres, 0);
        const { gaps } = findGaps(mosaic, [...leaves.keys()], leaves.length);
        expect(Math.abs(sum(gaps) - bareArea(shapes))).toBeLessThan(bareArea(shapes) * 0.01 + 10);
        const { overlaps } = findOverlaps(mosaic, [...leaves.keys()]);
        expect(Math.abs(sum(overlaps) - doubleArea(shapes))).toBeLessThan(doubleArea(shapes) * 0.01 + 10);
      }),
      { numRuns: 25, examples: [[NEEDLE], [CORNER_BELOW]] },
    );
  });
});
