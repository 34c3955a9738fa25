import fc from 'fast-check';
import type { SpotRing } from '../../../functions/board/clipRing.ts';
import { type Named, type PlacedName, placeNames } from '../../../functions/board/placeNames.ts';
import { stretchesAt } from '../../../functions/board/stretchesAt.ts';

const SIDE = 600;
const box = (left: number, top: number, right: number, bottom: number): SpotRing => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];
const named = (name: string, ...rings: readonly SpotRing[]): Named => ({ name, rings });
const overlap = (a: PlacedName, b: PlacedName): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.size + b.size;
/** Whether no line of the shape runs through the box of its name. */
const isInside = ({ x, y, width, size }: PlacedName, rings: readonly SpotRing[]): boolean =>
  [-0.5, -0.2, 0, 0.2, 0.5].every((part) =>
    stretchesAt(rings, y + part * size).some(
      ([left, right]) => left <= x - width / 2 && right >= x + width / 2,
    ),
  );

describe('names on the map of a cell', () => {
  test('stand in the middle of a wide cell, large; a neighbour without room has none', () => {
    const { own, others } = placeNames(
      [
        named('向阳第二网格', box(100, 100, 500, 500)),
        named('东', box(500, 0, 600, 600)),
        named('向阳第一网格', box(0, 100, 100, 500)),
      ],
      SIDE,
    );
    expect(own).toMatchObject({ text: '向阳第二网格', size: 40, x: 300, y: expect.any(Number) });
    expect(Math.abs((own?.y ?? 0) - 300)).toBeLessThan(12);
    expect(others.map(({ text }) => text)).toEqual(['东']);
  });

  test('get out of the way of a hole and of the narrow part, and become smaller before they cross a line', () => {
    const ring = box(50, 50, 550, 550);
    const hole = box(100, 150, 500, 500);
    const around = placeNames([named('环城网格', ring, hole)], SIDE).own;
    expect(isInside(around as PlacedName, [ring, hole])).toBe(true);
    expect(around?.y).toBeLessThan(150);
    const narrow = placeNames([named('一二三四五六', box(200, 50, 400, 550))], SIDE).own;
    expect(narrow?.size).toBeLessThan(40);
    expect(isInside(narrow as PlacedName, [box(200, 50, 400, 550)])).toBe(true);
  });

  test('the name of the map is said even where it has no room, within the picture', () => {
    const { own } = placeNames([named('很长很长很长很长很长的名字', box(0, 0, 10, 600))], SIDE);
    expect(own?.text).toBe('很长很长很长很长很…');
    expect((own?.x ?? 0) - (own?.width ?? 0) / 2).toBeGreaterThanOrEqual(0);
    expect(placeNames([named('无形', [])], SIDE)).toEqual({ own: undefined, others: [] });
  });

  test('never lie on one another or on a line, whatever the cells (random maps)', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 20, max: 580 }), { minLength: 1, maxLength: 5 });
    const name = fc.string({
      unit: fc.constantFrom('网', '格', '一', '2', 'A'),
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(cuts, cuts, fc.array(name, { minLength: 36, maxLength: 36 }), (xs, ys, names) => {
        const [across, down] = [xs, ys].map((some) => [0, ...some.toSorted((a, b) => a - b), SIDE]) as [
          number[],
          number[],
        ];
        const cells = across
          .slice(1)
          .flatMap((right, i) =>
            down
              .slice(1)
              .map((bottom, j) =>
                named(names[i * 6 + j] ?? '', box(across[i] ?? 0, down[j] ?? 0, right, bottom)),
              ),
          );
        const { own, others } = placeNames(cells as [Named, ...Named[]], SIDE);
        const placed = [...(own ? [own] : []), ...others];
        for (const [at, one] of placed.entries())
          for (const other of placed.slice(at + 1)) expect(overlap(one, other)).toBe(false);
        for (const one of others) expect(cells.some(({ rings }) => isInside(one, rings))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
