import fc from 'fast-check';
import gcoord from 'gcoord';
import { toWgs84 } from '../../../shared/city/import/areas/toWgs84.ts';

/** Its types are those of an ES module; Node gets the CommonJS one. */
const { transform, WGS84, GCJ02, BD09 } = gcoord as unknown as typeof gcoord.default;

const inChina = fc.tuple(
  fc.double({ min: 74, max: 134, noNaN: true }),
  fc.double({ min: 18, max: 53, noNaN: true }),
);

test.each([
  ['gcj02', GCJ02],
  ['bd09', BD09],
] as const)('coordinates of %s are turned back to a centimetre', (name, crs) => {
  const back = toWgs84(name);
  fc.assert(
    fc.property(inChina, ([lng, lat]) => {
      const shown = transform([lng, lat], WGS84, crs);
      const [x = 0, y = 0] = back([shown[0], shown[1]]);
      expect(Math.abs(shown[0] - lng) + Math.abs(shown[1] - lat)).toBeGreaterThan(1e-4);
      expect(Math.max(Math.abs(x - lng), Math.abs(y - lat))).toBeLessThan(6e-8);
    }),
  );
});

test('true coordinates only lose digits below a centimetre', () => {
  expect(toWgs84('wgs84')([121.47123456789, 31.2])).toEqual([121.4712346, 31.2]);
});
