import fc from 'fast-check';
import { voronoiCells } from '../../../bench/voronoi.ts';
import type { Polygon, Ring } from '../../../shared/domain/city/City.ts';
import { openGrid } from '../../../shared/domain/grid/openGrid.ts';
import { packGrid } from '../../../shared/domain/grid/packGrid.ts';
import { holdsExactly } from './holdsExactly.ts';

type Shapes = readonly (readonly Polygon[])[];
type Point = readonly [number, number];

const gridOf = (shapes: Shapes) => openGrid(packGrid(shapes));
const holders = (shapes: Shapes, [lng, lat]: Point) =>
  shapes.flatMap((shape, i) => (holdsExactly(shape, lng, lat) ? [i] : []));
const voronoi = (count: number, seed: number): Shapes => voronoiCells(count, seed).map((ring) => [[ring]]);
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  round(ax + share * (bx - ax)),
  round(ay + share * (by - ay)),
];
const edgesOf = (shapes: Shapes) =>
  shapes.flat(2).flatMap((ring) => ring.slice(1).map((to, i) => [ring[i] as Point, to] as const));
const cities = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer())
  .map(([count, seed]) => voronoi(count, seed));
/** Corners, points on and beside borders, and points anywhere around. */
const pointsIn = (shapes: Shapes, picks: readonly (readonly [number, number])[]): readonly Point[] => {
  const edges = edgesOf(shapes);
  const corners = shapes.flat(3);
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  const [southWest, northEast]: [Point, Point] = [
    [Math.min(...lngs), Math.min(...lats)],
    [Math.max(...lngs), Math.max(...lats)],
  ];
  return picks.flatMap(([which, share]) => {
    const [from, to] = edges[Math.floor(which * edges.length)] ?? [southWest, northEast];
    const on = between(from, to, share);
    const anywhere: Point = [
      between(southWest, northEast, which * 1.1)[0],
      between(southWest, northEast, share * 1.1)[1],
    ];
    return [from, on, [round(on[0] + 1e-7), on[1]], [on[0], round(on[1] - 1e-7)], anywhere];
  });
};
const picks = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 20,
    maxLength: 60,
  },
);

test('a point lies in the one cell that exact arithmetic says, on borders and corners too', () => {
  fc.assert(
    fc.property(cities, picks, (shapes, some) => {
      const grid = gridOf(shapes);
      const wrong = pointsIn(shapes, some).filter((point) => {
        const found = grid.locate(...point);
        const exact = holders(shapes, point);
        if (exact.length > 0) return exact.length > 1 || found !== exact[0];
        return found >= 0 && grid.near(...point, 0.05).edge > 0.03;
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('every border point and corner belongs to one cell, at the edge of the city too', () => {
  fc.assert(
    fc.property(cities, fc.double({ min: 0, max: 1, noNaN: true }), (shapes, share) => {
      const grid = gridOf(shapes);
      const points = edgesOf(shapes).flatMap(([from, to]) => [from, between(from, to, share)]);
      expect(points.filter((point) => grid.locate(...point) < 0)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('the answer does not depend on the order of cells, nor on where a ring starts and which way it runs', () => {
  const turned = (ring: Ring, start: number, back: boolean): Ring => {
    const open = ring.slice(1);
    const from = start % open.length;
    const moved = [...open.slice(from), ...open.slice(0, from)];
    const closed = [...moved, moved[0] as Point];
    return back ? closed.toReversed() : closed;
  };
  fc.assert(
    fc.property(cities, picks, fc.nat(), fc.integer(), (shapes, some, start, odd) => {
      const order = shapes.map((_, i) => i).sort((a, b) => Math.sin(a * odd) - Math.sin(b * odd));
      const other = order.map((i) =>
        (shapes[i] ?? []).map((polygon) =>
          polygon.map((ring) => turned(ring, start + i, (i + odd) % 2 === 0)),
        ),
      );
      const [one, two] = [gridOf(shapes), gridOf(other)];
      const wrong = pointsIn(shapes, some).filter((point) => {
        const found = two.locate(...point);
        return (found < 0 ? -1 : order[found]) !== one.locate(...point);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('on maps drawn on squared paper', () => {
  const SIDE = 9;
  const papers = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE });
  const steps = fc.constantFrom(1, 2, 7, 1000, 65_536);
  /** Each number is a shape of squares (many polygons, many holes between them); 0 is nobody's. */
  const shapesOf = (paper: readonly number[], step: number): Shapes =>
    [1, 2, 3, 4, 5, 6].map((shape) =>
      paper.flatMap((label, at) => {
        if (label !== shape) return [];
        const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
        const corner = (dx: number, dy: number): Point => [
          (1_214_000_000 + (x + dx) * step) / 1e7,
          (312_000_000 + (y + dy) * step) / 1e7,
        ];
        return [[[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]]];
      }),
    );

  const wrongOn = (paper: readonly number[], step: number, steps: readonly number[]) => {
    const grid = gridOf(shapesOf(paper, step));
    const points = paper.flatMap((label, at) =>
      steps.flatMap((dx) =>
        steps.map((dy) => ({ label, x: (at % SIDE) * step + dx, y: Math.floor(at / SIDE) * step + dy })),
      ),
    );
    return points.filter(
      ({ label, x, y }) => grid.locate((1_214_000_000 + x) / 1e7, (312_000_000 + y) / 1e7) !== label - 1,
    );
  };

  test('a border belongs to the cell east or north of it', () => {
    fc.assert(
      fc.property(papers, steps, (paper, step) => {
        const wrong = wrongOn(paper, step, [0, Math.floor(step / 2), step - 1]);
        expect(wrong.filter(({ label }) => label > 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('nobody’s square is nobody’s, but for 2 cm along its borders', () => {
    fc.assert(
      fc.property(papers, fc.constantFrom(7, 1000, 65_536), (paper, step) => {
        expect(wrongOn(paper, step, [3, step - 4])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('where a corner lies on the long edge of a neighbour, no point falls into the crack', () => {
  const ends = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 500, max: 9000 }));
  fc.assert(
    fc.property(
      ends,
      fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 1, maxLength: 6 }),
      ([dx, dy], cuts) => {
        const [low, high]: [Point, Point] = [
          [121.4, 31.2],
          [(1_214_000_000 + dx) / 1e7, (312_000_000 + dy) / 1e7],
        ];
        const stops = [low, ...cuts.sort((a, b) => a - b).map((cut) => between(low, high, cut)), high];
        const west: Point[] = [low, high, [121.39, high[1]], [121.39, low[1]], low];
        const east = stops.slice(1).map((to, i) => {
          const from = stops[i] as Point;
          return [[from, [121.41, from[1]], [121.41, to[1]], to, from]] as Polygon;
        });
        const grid = gridOf([[[west]], ...east.map((polygon) => [polygon])]);
        const lost: Point[] = [];
        for (let y = 0; y <= dy; y += 7)
          for (let x = -3; x <= 3; x++) {
            const lng = (1_214_000_000 + Math.round((dx * y) / dy) + x) / 1e7;
            const lat = (312_000_000 + y) / 1e7;
            if (grid.locate(lng, lat) < 0) lost.push([lng, lat]);
          }
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('where shapes overlap the first one holds', () => {
  const square = (from: number, to: number): readonly Polygon[] => [
    [
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
        [from, from],
      ],
    ],
  ];
  const grid = gridOf([square(31, 31.2), square(31.1, 31.3), square(31, 31.2), square(30.9, 31.4)]);
  expect([31.15, 31.25, 31.05, 31.35].map((at) => grid.locate(at, at))).toEqual([0, 1, 0, 3]);
});

test('a hundred cells that meet in one point are told apart up to that point', () => {
  const corner = (i: number): Point => [
    round(121 + Math.cos((i * Math.PI) / 50)),
    round(31 + Math.sin((i * Math.PI) / 50)),
  ];
  const shapes = Array.from({ length: 100 }, (_, i): readonly Polygon[] => [
    [[[121, 31], corner(i), corner((i + 1) % 100), [121, 31]]],
  ]);
  const grid = gridOf(shapes);
  for (let i = 0; i < 500; i++) {
    const reach = 10 ** -(i % 7);
    const point: Point = [round(121 + reach * 0.9 * Math.cos(i)), round(31 + reach * 0.9 * Math.sin(i))];
    expect([grid.locate(...point)]).toEqual(holders(shapes, point));
  }
  expect([grid.locate(121, 31)]).toEqual(holders(shapes, [121, 31]));
});
