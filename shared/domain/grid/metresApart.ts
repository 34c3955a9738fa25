import type { Point } from '../city/City.ts';

/** Good enough for a few hundred metres. */
export const metresApart = (a: Point, b: Point): number => {
  const degree = 111_320;
  const x = (a.lng - b.lng) * degree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(x, (a.lat - b.lat) * degree);
};
