import type { Polygon } from '../../../shared/domain/city/City.ts';
import { openGrid } from '../../../shared/domain/grid/openGrid.ts';
import { packGrid } from '../../../shared/domain/grid/packGrid.ts';
import { pointInside } from '../../../shared/domain/grid/pointInside.ts';

const square = (west: number, south: number, side: number): Polygon[number] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const U: Polygon = [
  [
    [120, 30],
    [120.03, 30],
    [120.03, 30.03],
    [120.02, 30.03],
    [120.02, 30.005],
    [120.01, 30.005],
    [120.01, 30.03],
    [120, 30.03],
    [120, 30],
  ],
];

test.each([
  ['a square', [[square(120, 30, 0.01)]]],
  ['a U, whose middle is outside', [U]],
  ['a ring around a hole', [[square(120, 30, 0.03), square(120.01, 30.01, 0.01)]]],
  ['two parts far apart', [[square(120, 30, 0.001)], [square(120.5, 30.5, 0.01)]]],
] as const)('the point of %s is inside it', (_what, shape) => {
  const point = pointInside(shape);
  if (!point) throw new Error('There is none');
  expect(openGrid(packGrid([shape])).locate(point.lng, point.lat)).toBe(0);
});

test('of a square it is the middle, and always the same', () => {
  const point = pointInside([[square(120, 30, 0.01)]]);
  expect(point?.lng).toBeCloseTo(120.005, 6);
  expect(point?.lat).toBeCloseTo(30.005, 4);
  expect(pointInside([[square(120, 30, 0.01)]])).toEqual(point);
});

test('what has no area has no point', () => {
  expect(pointInside([])).toBeUndefined();
  expect(
    pointInside([
      [
        [
          [120, 30],
          [120.01, 30],
          [120, 30],
        ],
      ],
    ]),
  ).toBeUndefined();
});
