import { ringArea } from '../../../shared/city/geometry/ringArea.ts';
import { squareMetres } from '../../../shared/city/geometry/squareMetres.ts';

/** Metres of a degree northward and eastward on the ellipsoid, as tables of geodesy give them. */
test.each([
  [0, 110_574.28, 111_319.49],
  [30, 110_852.42, 96_486.28],
  [45, 111_131.78, 78_846.81],
])('a square degree at %d° is as large as its sides say', (lat, north, east) => {
  expect(squareMetres(lat) / (north * east)).toBeCloseTo(1, 5);
});

test('a ring is as large whichever way it runs', () => {
  const ring = [
    [121, 31],
    [121.01, 31],
    [121.01, 31.01],
    [121, 31.01],
    [121, 31],
  ] as const;
  expect(ringArea(ring)).toBeCloseTo(squareMetres(31.005) * 1e-4, 3);
  expect(ringArea(ring.toReversed())).toBeCloseTo(ringArea(ring), 6);
});
