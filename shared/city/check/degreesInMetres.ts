import type { Scale } from '../../domain/grid/distanceTo.ts';
import { UNITS } from '../../domain/grid/flattenShapes.ts';
import { metresOfUnit } from '../../domain/grid/metresOfUnit.ts';

/** Metres of a degree of longitude (x) and of latitude (y) at a latitude. */
export const degreesInMetres = (lat: number): Scale => {
  const { x, y } = metresOfUnit(lat);
  return { x: x * UNITS, y: y * UNITS };
};
