import type { Scale } from './distanceTo.ts';
import { UNITS } from './flattenShapes.ts';

/** Metres of a unit at a latitude: WGS-84, the usual series. */
export const metresOfUnit = (lat: number): Scale => {
  const phi = (lat * Math.PI) / 180;
  return {
    x: (111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi)) / UNITS,
    y: (111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)) / UNITS,
  };
};
