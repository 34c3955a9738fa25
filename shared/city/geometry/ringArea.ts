import type { Ring } from '../../domain/city/City.ts';
import { squareMetres } from './squareMetres.ts';

/** Square metres that a closed ring encloses; what it goes around the other way counts against the rest. */
export const ringArea = (ring: Ring): number => {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  let top = 0;
  let bottom = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] ?? [0, 0];
    const [bx, by] = ring[i + 1] ?? [0, 0];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    top = Math.max(top, ay - y0);
    bottom = Math.min(bottom, ay - y0);
  }
  return Math.abs(sum / 2) * squareMetres(y0 + (top + bottom) / 2);
};
