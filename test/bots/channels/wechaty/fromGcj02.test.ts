import fc from 'fast-check';
import { fromGcj02, toGcj02 } from '../../../../bots/channels/wechaty/fromGcj02.ts';

const metres = (a: { lng: number; lat: number }, b: { lng: number; lat: number }): number =>
  Math.hypot((a.lng - b.lng) * 111_320 * Math.cos((a.lat * Math.PI) / 180), (a.lat - b.lat) * 110_574);

describe('the coordinates of maps in China', () => {
  test('are what everybody’s formula gives', () => {
    // The worked example of the coordtransform library.
    const { lng, lat } = toGcj02({ lng: 116.404, lat: 39.915 });
    expect(lng).toBeCloseTo(116.41024449916938, 10);
    expect(lat).toBeCloseTo(39.91640428150164, 10);
  });

  test('lie hundreds of metres from the true place, and are turned back to it', () => {
    const place = fc.record({
      lng: fc.double({ min: 74, max: 134, noNaN: true }),
      lat: fc.double({ min: 18, max: 53, noNaN: true }),
    });
    fc.assert(
      fc.property(place, (true_) => {
        const shown = toGcj02(true_);
        expect(metres(true_, shown)).toBeGreaterThan(10);
        expect(metres(true_, shown)).toBeLessThan(1_000);
        expect(metres(true_, fromGcj02(shown))).toBeLessThan(0.001);
      }),
    );
  });

  test('are the true ones abroad', () => {
    for (const place of [
      { lng: -0.1, lat: 51.5 },
      { lng: 139.7, lat: 35.7 },
    ])
      expect(fromGcj02(place)).toEqual(place);
  });
});
