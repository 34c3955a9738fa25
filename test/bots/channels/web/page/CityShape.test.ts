import { CityShape } from '../../../../../bots/channels/web/page/CityShape.ts';
import type { AreasAnswer } from '../../../../../shared/contracts/web.ts';

type Ring = [number, number][];
const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const area = (code: string, level: string, parent: string | undefined, rings: Ring[] | null) => ({
  type: 'Feature' as const,
  properties: { code, name: `${level}${code}`, level, ...(parent !== undefined && { parent }) },
  geometry: rings && { type: 'Polygon' as const, coordinates: rings },
});
const city: AreasAnswer = {
  type: 'FeatureCollection',
  level: '格',
  leaves: true,
  features: [
    area('1', '区', undefined, [square(121, 31, 0.2)]),
    area('11', '社区', '1', null),
    area('111', '格', '11', [square(121, 31, 0.1), square(121.04, 31.04, 0.02)]),
    area('112', '格', '11', [square(121.1, 31, 0.1)]),
  ],
};
const shape = new CityShape(city);
const leafAt = (lng: number, lat: number): string | undefined =>
  shape.leafAt(shape.toSpot({ lng, lat }))?.code;

describe('the shape of the city', () => {
  test('has leaves only where nothing lies below, and knows their names from the top', () => {
    expect(shape.leaves.map(({ code, path, group }) => [code, path, group])).toEqual([
      ['111', '社区11 · 格111', '11'],
      ['112', '社区11 · 格112', '11'],
    ]);
    expect(shape.groups.map(({ name }) => name)).toEqual(['社区11']);
  });

  test('finds the cell under a point; a hole and the outside have none', () => {
    expect([leafAt(121.01, 31.01), leafAt(121.15, 31.05), leafAt(121.05, 31.05), leafAt(120.9, 31)]).toEqual([
      '111',
      '112',
      undefined,
      undefined,
    ]);
  });

  test('goes from degrees to the drawing and back within a millionth of a degree, north up', () => {
    const point = { lng: 121.123456, lat: 31.054321 };
    expect(shape.toDegrees(shape.toSpot(point))).toEqual(point);
    expect(shape.toSpot({ lng: 121, lat: 31.1 }).y).toBeLessThan(shape.toSpot({ lng: 121, lat: 31 }).y);
  });

  test('keeps true proportions at its latitude', () => {
    const { left, right, top, bottom } = shape.box;
    expect((right - left) / (bottom - top)).toBeCloseTo(2 * Math.cos((31.05 * Math.PI) / 180), 2);
  });
});
