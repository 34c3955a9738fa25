import fc from 'fast-check';
import { voronoiCells } from '../../../bench/voronoi.ts';
import type { Polygon } from '../../../shared/domain/city/City.ts';
import { openGrid } from '../../../shared/domain/grid/openGrid.ts';
import { packGrid } from '../../../shared/domain/grid/packGrid.ts';

const cells = voronoiCells(200, 3).map((ring): readonly Polygon[] => [[ring]]);
const grid = openGrid(packGrid(cells));

/** On a sphere of the mean radius, by walking along each edge in small steps. */
const walkTo = ([polygon]: readonly Polygon[], lng: number, lat: number): number => {
  const ring = polygon?.[0] ?? [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[i + 1] ?? [ax, ay];
    if (Math.hypot(ax - lng, ay - lat) > 0.01) continue;
    for (let step = 0; step <= 100; step++) {
      const x = (ax + ((bx - ax) * step) / 100 - lng) * Math.cos((lat * Math.PI) / 180) * 111_320;
      const y = (ay + ((by - ay) * step) / 100 - lat) * 110_868;
      nearest = Math.min(nearest, Math.hypot(x, y));
    }
  }
  return nearest;
};
const offsets = fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }));

test('the distance to the edge and to the neighbours is right to 1 %, nearest first', () => {
  fc.assert(
    fc.property(offsets, fc.integer({ min: 0, max: 200 }), ([x, y], metres) => {
      const [lng, lat] = [121.4 + x * 1e-5, 31.2 + y * 1e-5];
      const { index, edge, others } = grid.near(lng, lat, metres);
      expect(index).toBe(grid.locate(lng, lat));
      const walked = walkTo(cells[index] ?? [], lng, lat);
      expect(Math.abs(edge - walked)).toBeLessThanOrEqual(0.01 * walked + 0.5);
      expect(others).toEqual([...others].sort((a, b) => a.metres - b.metres));
      expect(others.map((other) => other.index)).not.toContain(index);
      const far = new Map(others.map((other) => [other.index, other.metres]));
      for (const [i, cell] of cells.entries()) {
        if (i === index) continue;
        const distance = walkTo(cell, lng, lat);
        const told = far.get(i);
        if (distance < 0.99 * metres - 0.5) expect(told).toBeDefined();
        if (distance > 1.01 * metres + 0.5) expect(told).toBeUndefined();
        if (told !== undefined) expect(Math.abs(told - distance)).toBeLessThanOrEqual(0.01 * distance + 0.5);
      }
    }),
    { numRuns: 15 },
  );
});

test('where two polygons of one shape touch there is no edge', () => {
  const rectangle = (west: number, east: number): Polygon => [
    [
      [west, 31],
      [east, 31],
      [east, 31.02],
      [west, 31.02],
      [west, 31],
    ],
  ];
  const seam = openGrid(packGrid([[rectangle(121, 121.02), rectangle(121.02, 121.04)]]));
  expect(seam.near(121.02001, 31.01, 10).edge).toBeCloseTo(0.01 * 110_868, -2);
  expect(seam.near(121.02001, 31.01, 5_000).edge).toBeCloseTo(0.01 * 110_868, -2);
});

test('outside the city there is no edge, but there are neighbours', () => {
  const { index, edge, others } = grid.near(121.4, 31.2065, 200);
  expect([index, edge]).toEqual([-1, Number.POSITIVE_INFINITY]);
  expect(others.length).toBeGreaterThan(0);
});
