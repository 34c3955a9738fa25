import fc from 'fast-check';
import { voronoiCells } from '../../../bench/voronoi.ts';
import type { Polygon } from '../../../shared/domain/city/City.ts';
import type { Box } from '../../../shared/domain/grid/Grid.ts';
import { openGrid } from '../../../shared/domain/grid/openGrid.ts';
import { packGrid } from '../../../shared/domain/grid/packGrid.ts';

const cells = voronoiCells(300, 7).map((ring): readonly Polygon[] => [[ring]]);
const packed = packGrid(cells);
const grid = openGrid(packed);

test('shapes come back as they were given, with holes and several polygons', () => {
  const odd: readonly Polygon[] = [
    [
      [
        [121, 31],
        [122, 31],
        [122, 32],
        [121, 31],
      ],
      [
        [121.5, 31.1],
        [121.6, 31.1],
        [121.6, 31.2],
        [121.5, 31.1],
      ],
    ],
    [
      [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
        [120, 30],
      ],
    ],
  ];
  const opened = openGrid(packGrid([...cells, odd, []]));
  expect(opened.shape(300)).toEqual(odd);
  expect(opened.shape(301)).toEqual([]);
  expect(cells.map((_, i) => opened.shape(i))).toEqual(cells);
  for (const none of [-1, 302, 0.5, Number.NaN]) expect(() => opened.shape(none)).toThrow(RangeError);
});

test('the same shapes give the same bytes, wherever in memory they come to lie', () => {
  expect(packGrid(cells)).toEqual(packed);
  const shifted = new Uint8Array(packed.length + 9).subarray(3, 3 + packed.length);
  shifted.set(packed);
  expect(openGrid(shifted).locate(121.4, 31.2)).toBe(grid.locate(121.4, 31.2));
});

test('bytes cut short, lengthened, of a changed header or of something else are refused', () => {
  fc.assert(
    fc.property(fc.nat(packed.length - 1), (length) => {
      expect(() => openGrid(packed.slice(0, length))).toThrow('damaged');
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      expect(() => openGrid(bytes)).toThrow('damaged');
    }),
  );
  fc.assert(
    fc.property(fc.nat(71), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = packed.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      expect(() => openGrid(damaged)).toThrow('damaged');
    }),
  );
  expect(() => openGrid(new Uint8Array([...packed, 0]))).toThrow('damaged');
});

test('bytes changed inside never keep anybody waiting', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 72, max: packed.length - 1 }), fc.nat(255)), {
        minLength: 50,
        maxLength: 500,
      }),
      (changes) => {
        const damaged = packed.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        const opened = openGrid(damaged);
        for (let i = 0; i < 200; i++) {
          const [lng, lat] = [121.392 + 0.00008 * i, 31.193 + 0.00007 * ((i * 7) % 200)];
          for (const ask of [
            () => opened.locate(lng, lat),
            () => opened.near(lng, lat, 30),
            () => opened.shape(i),
            () => opened.within({ west: lng, south: lat, east: lng + 0.001, north: lat + 0.001 }, 50),
          ])
            try {
              ask();
            } catch (error) {
              expect(error).toBeInstanceOf(Error);
            }
        }
      },
    ),
    { numRuns: 150 },
  );
});

const boxOf = ([polygon]: readonly Polygon[]): Box => {
  const ring = polygon?.[0] ?? [];
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
};
const boxes = cells.map(boxOf);
const touch = (a: Box, b: Box): boolean =>
  a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;

test('the shapes that reach into a box are found, none whose own box is elsewhere, up to a limit', () => {
  const numbers = fc.tuple(
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: -900, max: 900 }),
    fc.nat(400),
  );
  fc.assert(
    fc.property(numbers, ([x, y, side]) => {
      const [west, south] = [121.4 + x * 1e-5, 31.2 + y * 1e-5];
      const asked = { west, south, east: west + side * 1e-5, north: south + side * 1e-5 };
      const found = grid.within(asked, 300) ?? [];
      const near = boxes.flatMap((box, i) => (touch(box, asked) ? [i] : []));
      expect(found.filter((index) => !near.includes(index))).toEqual([]);
      const held = [0, 0.25, 0.5, 1].flatMap((a) =>
        [0, 0.3, 0.7, 1].map((b) => grid.locate(west + a * side * 1e-5, south + b * side * 1e-5)),
      );
      const cornered = near.filter((i) =>
        cells[i]
          ?.flat(2)
          .some(([lng, lat]) => touch({ west: lng, east: lng, south: lat, north: lat }, asked)),
      );
      expect([...held, ...cornered].filter((index) => index >= 0 && !found.includes(index))).toEqual([]);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      if (found.length > 0) expect(grid.within(asked, found.length - 1)).toBeUndefined();
      expect(grid.within(asked, found.length)).toEqual(found);
    }),
  );
});
