import fc from 'fast-check';
import { checkGaps } from '../../../shared/city/check/checkGaps.ts';
import { checkOverlaps } from '../../../shared/city/check/checkOverlaps.ts';
import { cityOf } from './cityOf.ts';
import { placeIn } from './placeIn.ts';
import { holds } from './randomMaps.ts';

/** Units of 1e-7 degrees: about a centimetre. */
const place = (x: number, y: number) =>
  [(1_214_700_000 + Math.round(x)) / 1e7, (312_300_000 + Math.round(y)) / 1e7] as const;

/**
 * Two leaves with a border up to half a kilometre long in any direction. Only the northern one has a corner on the way, up to five
 * centimetres beside the border.
 */
const twoLeaves = fc
  .record({
    east: fc.integer({ min: 10_000, max: 50_000 }),
    slope: fc.integer({ min: -100, max: 100 }),
    share: fc.integer({ min: 10, max: 90 }),
    beside: fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })),
  })
  .map(({ east, slope, share, beside: [dx, dy] }) => {
    const north = (east * slope) / 100;
    const [bottom, top] = [Math.min(0, north) - 20_000, Math.max(0, north) + 20_000];
    const [west, end] = [place(0, 0), place(east, north)];
    const [southWest, southEast] = [place(0, bottom), place(east, bottom)];
    const [northEast, northWest] = [place(east, top), place(0, top)];
    const corner = place((east * share) / 100 + dx, (north * share) / 100 + dy);
    return {
      leaves: [
        [[[southWest, southEast, end, west, southWest]]],
        [[[west, corner, end, northEast, northWest, west]]],
      ],
      root: [[[southWest, southEast, northEast, northWest, southWest]]],
    };
  });

test('places told in gaps and overlaps a few centimetres wide are in them, as they are written', () => {
  fc.assert(
    fc.property(twoLeaves, ({ leaves, root }) => {
      const draft = cityOf(leaves, root);
      const holding = (what: string) => leaves.map((leaf) => holds(leaf, placeIn(what)));
      for (const { what } of checkGaps(draft)) expect([what, holding(what)]).toEqual([what, [false, false]]);
      for (const { what } of checkOverlaps(draft))
        expect([what, holding(what)]).toEqual([what, [true, true]]);
    }),
    { numRuns: 1000 },
  );
});
