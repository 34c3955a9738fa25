import fc from 'fast-check';
import { voronoiCells } from '../../../bench/voronoi.ts';
import type { Area, Polygon, Ring } from '../../../shared/domain/city/City.ts';
import { buildOutlines } from '../../../shared/domain/grid/buildOutlines.ts';

const inner = (code: string, parent?: string): Area => ({
  code,
  name: code,
  level: 'street',
  ...(parent ? { parent } : {}),
});
const leaf = (code: string, parent: string, ...rings: readonly Ring[]): Area => ({
  ...{ code, name: code, level: 'grid', kind: 'urban', parent },
  polygons: rings.map((outer) => [outer]),
});
/** Square metres, holes taken away; whether a ring is outer or a hole is told by which way it runs. */
const areaOf = (polygons: readonly Polygon[] = []): number =>
  polygons.flat().reduce((sum, corners) => {
    let double = 0;
    for (const [i, [ax, ay]] of corners.entries()) {
      const [bx, by] = corners[i + 1] ?? [ax, ay];
      double += (ax - 121.4) * (by - 31.2) - (bx - 121.4) * (ay - 31.2);
    }
    return sum + (double / 2) * 95_300 * 110_870;
  }, 0);
/** Corners in units from the south-west. */
const ring = (...corners: readonly (readonly [number, number])[]): Ring =>
  [...corners, ...corners.slice(0, 1)].map(([x, y]) => [(1_214_000_000 + x) / 1e7, (312_000_000 + y) / 1e7]);
const box = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);
const cornersOf = (polygons: readonly Polygon[] = []) => polygons.flat(2).map(String);

/** Cells of a city whose streets are vertical strips and whose communities are squares. */
const town = (count: number, seed: number): readonly Area[] => {
  const cells = voronoiCells(count, seed);
  const side = Math.sqrt(count) * 100;
  const part = (degrees: number) => Math.min(2, Math.max(0, Math.floor((degrees / side + 0.5) * 3)));
  const communities = cells.map((cell) => {
    const [lng, lat] = cell[0] ?? [0, 0];
    return [part((lng - 121.4) * 95_300), part((lat - 31.2) * 110_870)] as const;
  });
  return [
    inner('root'),
    ...[0, 1, 2].flatMap((x) => [
      inner(`s${x}`, 'root'),
      ...[0, 1, 2].map((y) => inner(`c${x}${y}`, `s${x}`)),
    ]),
    ...cells.map((cell, i) => leaf(`l${i}`, `c${communities[i]?.join('')}`, cell)),
  ];
};

test('an area is as large as its leaves, give or take what no map of its parent can show', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 400 }), fc.integer(), (count, seed) => {
      const areas = town(count, seed);
      const outlines = buildOutlines(areas);
      const total = areaOf(areas.flatMap(({ polygons = [] }) => polygons));
      expect(areaOf(outlines.get('root')) / total).toBeCloseTo(1, 2);
      for (const prefix of ['s', 'c']) {
        const own = areas.filter(({ code }) => code.startsWith(prefix));
        // What one neighbour loses the other wins.
        expect(own.reduce((sum, { code }) => sum + areaOf(outlines.get(code)), 0) / total).toBeCloseTo(1, 2);
      }
      expect([...outlines.keys()].some((code) => code.startsWith('l'))).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('neighbours below the same parent keep the very same line between them', () => {
  const outlines = buildOutlines(town(2000, 5));
  const [west, middle, east] = ['s0', 's1', 's2'].map((code) => new Set(cornersOf(outlines.get(code))));
  const shared = [...(west ?? [])].filter((corner) => middle?.has(corner));
  expect(shared.length).toBeGreaterThan(10);
  expect([...(west ?? [])].filter((corner) => east?.has(corner))).toEqual([]);
  expect(cornersOf(outlines.get('root')).length).toBeLessThan(30);
});

test('squares become one, with what lies inside as a hole and what lies apart as an island', () => {
  const areas = [
    inner('r'),
    inner('a', 'r'),
    inner('b', 'r'),
    ...[0, 1, 2].flatMap((x) =>
      [0, 1, 2].map((y) =>
        leaf(`${x}${y}`, x === 1 && y === 1 ? 'b' : 'a', box(x * 1e5, y * 1e5, (x + 1) * 1e5, (y + 1) * 1e5)),
      ),
    ),
    leaf('far', 'a', box(5e5, 0, 6e5, 1e5)),
  ];
  const outlines = buildOutlines(areas);
  const [main, island, ...more] = outlines.get('a') ?? [];
  expect(more).toEqual([]);
  expect([main?.length, island?.length]).toEqual([2, 1]);
  expect(new Set(cornersOf([main?.slice(1) ?? []]))).toEqual(new Set(cornersOf([[box(1e5, 1e5, 2e5, 2e5)]])));
  expect(new Set(cornersOf(outlines.get('b')))).toEqual(new Set(cornersOf([[box(1e5, 1e5, 2e5, 2e5)]])));
  expect(outlines.get('r')?.map((polygon) => polygon.length)).toEqual([1, 1]);
});

test('a corner of one leaf on the edge of another leaves no crack in their union', () => {
  const areas = [
    inner('r'),
    inner('a', 'r'),
    leaf('2', 'a', ring([1e5, 0], [2e5, 0], [2e5, 70_001], [100_001, 70_001])),
    leaf('1', 'a', box(0, 0, 1e5, 2e5)),
    leaf('3', 'a', ring([100_001, 70_001], [2e5, 70_001], [2e5, 2e5], [1e5, 2e5])),
  ];
  const outlines = buildOutlines(areas);
  for (const code of ['a', 'r']) {
    expect(outlines.get(code)?.map((polygon) => polygon.length)).toEqual([1]);
    expect(outlines.get(code)?.flat(2).length).toBe(5);
  }
});

test('rings may run either way, leaves come in any order, and levels may be left out', () => {
  const areas = [
    leaf('1', 'a', box(0, 0, 1e5, 1e5).toReversed()),
    leaf('2', 'r', box(1e5, 0, 2e5, 1e5)),
    inner('a', 'r'),
    leaf('3', 'b', box(2e5, 0, 3e5, 1e5).toReversed()),
    inner('r'),
    inner('b', 'r'),
    inner('empty', 'r'),
  ];
  const outlines = buildOutlines(areas);
  expect([...outlines.keys()].sort()).toEqual(['a', 'b', 'r']);
  expect(new Set(cornersOf(outlines.get('r')))).toEqual(new Set(cornersOf([[box(0, 0, 3e5, 1e5)]])));
  expect(new Set(cornersOf(outlines.get('a')))).toEqual(new Set(cornersOf([[box(0, 0, 1e5, 1e5)]])));
});

test('an area too small for the map of its parent keeps its shape', () => {
  const areas = [
    ...[inner('r'), inner('big', 'r'), inner('tiny', 'r')],
    leaf('1', 'big', box(0, 0, 1e7, 1e7)),
    leaf('2', 'tiny', box(1e7, 0, 1e7 + 500, 500)),
  ];
  expect(areaOf(buildOutlines(areas).get('tiny'))).toBeCloseTo(500 * 500 * 1e-14 * 95_300 * 110_870, 3);
});

test('a city without leaves has no outlines', () => {
  expect(buildOutlines([]).size).toBe(0);
  expect(buildOutlines([inner('r'), inner('a', 'r')]).size).toBe(0);
});
