import fc from 'fast-check';
import { checkGaps } from '../../../shared/city/check/checkGaps.ts';
import { checkOverlaps } from '../../../shared/city/check/checkOverlaps.ts';
import { checkRings } from '../../../shared/city/check/checkRings.ts';
import { cityOf } from './cityOf.ts';
import { placeIn } from './placeIn.ts';
import { carelessPartitions, holds, rectangle, ringAt } from './randomMaps.ts';

const SIZE = 5;

/** A leaf whose corners are written in the wrong order: two triangles that meet in its middle. */
const bowTie = (leaf: number) => {
  const [x, y] = [leaf % SIZE, Math.floor(leaf / SIZE)];
  return [
    [x, y],
    [x + 1, y + 1],
    [x + 1, y],
    [x, y + 1],
  ] as const;
};

const codesIn = (what: string): readonly string[] => what.match(/\d{15}/gu) ?? [];

/** What a leaf that crosses itself covers is anybody's guess: it is told by itself, and nothing is told that would rest on a guess. */
test('while a leaf crosses itself no gap is told, nor an overlap with it; else places told in gaps are in no leaf', () => {
  fc.assert(
    fc.property(carelessPartitions(SIZE), fc.option(fc.nat(SIZE * SIZE - 1)), (drawn, crossed) => {
      const leaves = drawn.map((corners, i) => [[ringAt(i === crossed ? bowTie(i) : corners)]]);
      const draft = cityOf(leaves, rectangle(0, 0, SIZE, SIZE));
      const wrong = checkRings(draft).flatMap(({ what }) => codesIn(what));
      if (crossed !== null) expect(wrong).toContain(`990101${String(crossed).padStart(9, '0')}`);
      const gaps = checkGaps(draft);
      if (wrong.length > 0) expect(gaps).toEqual([]);
      for (const { what } of gaps)
        expect([what, leaves.some((leaf) => holds(leaf, placeIn(what)))]).toEqual([what, false]);
      for (const { what } of checkOverlaps(draft)) {
        const [one, other] = codesIn(what);
        expect(wrong).not.toContain(one);
        expect(wrong).not.toContain(other);
      }
    }),
    { numRuns: 200 },
  );
});

test('a leaf that crosses itself is told, and no gap beside it until it is mended', () => {
  const lattice = Array.from({ length: SIZE * SIZE }, (_, i) =>
    rectangle(i % SIZE, Math.floor(i / SIZE), i === 3 ? 0.5 : 1, 1),
  );
  const root = rectangle(0, 0, SIZE, SIZE);
  const broken = cityOf(
    lattice.map((leaf, i) => (i === 7 ? [[ringAt(bowTie(i))]] : leaf)),
    root,
  );
  expect(checkRings(broken).map(({ what }) => what)).toEqual([expect.stringContaining('自相交')]);
  expect(checkGaps(broken)).toEqual([]);
  expect(checkGaps(cityOf(lattice, root)).map(({ what }) => what)).toEqual([
    expect.stringContaining('不属于任何网格'),
  ]);
});
