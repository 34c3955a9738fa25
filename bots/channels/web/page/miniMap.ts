import type { CityShape, Degrees } from './CityShape.ts';
import { drawn } from './element.ts';

/** A small still picture of the cells around a point. */
export const miniMap = (shape: CityShape, point: Degrees): SVGSVGElement => {
  const { x, y } = shape.toSpot(point);
  const span = shape.closeUp;
  const half = { x: span / 2, y: span / 4 };
  const near = shape.leaves.filter(
    ({ box }) =>
      box.right > x - half.x && box.left < x + half.x && box.bottom > y - half.y && box.top < y + half.y,
  );
  return drawn(
    'svg',
    {
      class: 'miniMap',
      attributes: { viewBox: `${x - half.x} ${y - half.y} ${span} ${span / 2}`, 'aria-hidden': 'true' },
    },
    ...near.map(({ rings }) =>
      drawn('path', {
        class: 'cell',
        attributes: { d: rings.map((ring) => `M${ring.map((at) => `${at.x} ${at.y}`).join('L')}Z`).join('') },
      }),
    ),
    drawn('circle', { class: 'halo', attributes: { cx: `${x}`, cy: `${y}`, r: `${span / 16}` } }),
    drawn('circle', { class: 'dot', attributes: { cx: `${x}`, cy: `${y}`, r: `${span / 37}` } }),
  );
};
