import { Canvas } from '../../../functions/map/Canvas.ts';
import type { Polygon } from '../../../shared/domain/city/City.ts';

const box = (west: number, south: number, side: number): Polygon => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];
const west = [box(0, 0, 1)];
const east = [box(1, 0, 1)];

describe('a map of pixels', () => {
  test('is as large as it may be in true proportions, north up', () => {
    const canvas = new Canvas([west, east], { width: 200, height: 400 });
    expect([canvas.width, canvas.height]).toEqual([200, 101]);
    expect(canvas.draw(west)).toEqual({
      left: 0,
      top: 0,
      width: 100,
      height: 100,
      middle: { x: 50, y: 50 },
      path: 'M0 100l100 0 0-100-100 0z',
    });
    expect(canvas.draw(east)?.left).toBe(100);
    const high = new Canvas([west, east], { width: 2_000, height: 50 });
    expect([high.width, high.height]).toEqual([100, 50]);
  });

  test('drops points that fall on the same pixel or on a line', () => {
    const canvas = new Canvas([west], { width: 10, height: 10 });
    const many: Polygon = [
      Array.from({ length: 401 }, (_, i): [number, number] => {
        const [side, at] = [Math.floor(i / 100) % 4, (i % 100) / 100];
        return (
          [
            [at, 0],
            [1, at],
            [1 - at, 1],
            [0, 1 - at],
          ] as const
        )[side] as [number, number];
      }),
    ];
    expect(canvas.draw([many])?.path).toBe('M0 10l10 0 0-10-10 0z');
  });

  test('a shape smaller than a pixel is still there; one that has none is not', () => {
    const canvas = new Canvas([west], { width: 10, height: 10 });
    expect(canvas.draw([box(0.5, 0.5, 0.0001)])).toMatchObject({ width: 2, height: 2, path: 'M0 0h2v2h-2z' });
    expect(canvas.draw([])).toBeUndefined();
  });
});
