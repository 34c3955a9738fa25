import type { Polygon } from '../../../shared/domain/city/City.ts';
import { openGrid } from '../../../shared/domain/grid/openGrid.ts';
import { packGrid } from '../../../shared/domain/grid/packGrid.ts';
import { holdsExactly } from './holdsExactly.ts';

type Point = readonly [number, number];
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
const box = (west: number, south: number, east: number, north: number): readonly Polygon[] => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];

test('an empty city holds no point, nor does one whose areas have no shapes', () => {
  for (const shapes of [[], [[]], [[], [[]]]]) {
    const grid = openGrid(packGrid(shapes));
    expect(grid.size).toBe(shapes.length);
    expect([grid.locate(0, 0), grid.locate(121.4, 31.2)]).toEqual([-1, -1]);
    expect(grid.near(121.4, 31.2, 1000)).toEqual({ index: -1, edge: Number.POSITIVE_INFINITY, others: [] });
    expect(grid.within({ west: -180, south: -90, east: 180, north: 90 }, 10)).toEqual([]);
  }
});

test('what is no point on the earth lies nowhere', () => {
  const grid = openGrid(packGrid([box(73, 3, 136, 54)]));
  const none = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, 400];
  for (const bad of none) {
    expect([grid.locate(bad, 31), grid.locate(121, bad), grid.locate(bad, bad)]).toEqual([-1, -1, -1]);
    expect(grid.near(bad, 31, 100).index).toBe(-1);
  }
  expect([grid.locate(0, 0), grid.locate(31, 121)]).toEqual([-1, -1]);
  expect(grid.near(121, 31, Number.NaN).others).toEqual([]);
});

test('shapes with corners that are not on the earth are refused', () => {
  for (const bad of [Number.NaN, 200, Number.POSITIVE_INFINITY])
    expect(() => packGrid([box(bad, 3, 136, 54)])).toThrow(RangeError);
  expect(() => packGrid([box(3, 73, 54, 136)])).toThrow(RangeError);
});

test('the corners of China are as exact as its middle, and edges of thousands of kilometres', () => {
  const corners: readonly Point[] = [
    [73.4994137, 39.3762001],
    [109.4500001, 3.3974163],
    [135.0957003, 48.4486897],
    [123.2509999, 53.5579303],
  ];
  const triangles = corners.map((corner, i): readonly Polygon[] => [
    [[[104.1, 35.9], corner, corners[(i + 1) % 4] as Point, [104.1, 35.9]]],
  ]);
  const grid = openGrid(packGrid(triangles));
  for (let i = 0; i < 800; i++) {
    const [from, to] = [corners[i % 4] as Point, (i % 8 < 4 ? corners[(i + 1) % 4] : [104.1, 35.9]) as Point];
    const share = (i * 0.618) % 1;
    const point: Point = [
      round(from[0] + share * (to[0] - from[0]) + ((i % 5) - 2) * 1e-7),
      round(from[1] + share * (to[1] - from[1])),
    ];
    const exact = triangles.flatMap((shape, at) => (holdsExactly(shape, ...point) ? [at] : []));
    const found = grid.locate(...point);
    if (exact.length > 0) expect([found]).toEqual(exact);
  }
});

test('a shape of 200,000 corners is looked up like a small one', () => {
  const count = 200_000;
  const coast = Array.from({ length: count }, (_, i): Point => {
    const turn = (2 * Math.PI * i) / count;
    const reach = 0.4 + 0.01 * Math.sin(997 * turn) + 0.0005 * ((i * 7919) % 3);
    return [round(121 + reach * Math.cos(turn)), round(31 + reach * Math.sin(turn))];
  });
  const hole = box(121, 31, 121.01, 31.01);
  const shape: Polygon = [[...coast, coast[0] as Point], ...(hole[0] ?? [])];
  const grid = openGrid(packGrid([[shape], hole]));
  const beach = Array.from({ length: 4 }, (_, i): Point => {
    const [lng, lat] = coast[(i * 33_331) % count] as Point;
    return [round(lng + ((i % 3) - 1) * 1e-5), round(lat + 5e-6)];
  });
  expect(beach.map((point) => grid.locate(...point))).toEqual(
    beach.map((point) => (holdsExactly([shape], ...point) ? 0 : -1)),
  );
  expect([grid.locate(121.005, 31.005), grid.locate(121.02, 31.02), grid.locate(121.9, 31)]).toEqual([
    1, 0, -1,
  ]);
  const start = performance.now();
  for (const [lng, lat] of coast) grid.locate(lng, lat);
  // Testing every corner at each look-up would take minutes.
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('cells of a metre stand beside cells of a hundred kilometres', () => {
  const small = Array.from({ length: 400 }, (_, i) => {
    const [x, y] = [121 + (i % 20) * 1e-5, 31 + Math.floor(i / 20) * 1e-5];
    return box(round(x), round(y), round(x + 1e-5), round(y + 1e-5));
  });
  const east = box(121.0002, 31, 122, 31.0002);
  const grid = openGrid(packGrid([...small, east, box(121, 31.0002, 122, 32)]));
  for (const [i] of small.entries())
    expect(grid.locate(round(121 + (i % 20) * 1e-5), round(31 + Math.floor(i / 20) * 1e-5))).toBe(i);
  expect([grid.locate(121.0002, 31.0001), grid.locate(121.0001, 31.0002), grid.locate(122, 32)]).toEqual([
    400, 401, 401,
  ]);
});
