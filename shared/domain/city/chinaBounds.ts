import type { Point } from './City.ts';

const WEST = 73;
const EAST = 136;
const SOUTH = 3;
const NORTH = 54;

/** Whether a point can be a place in China; `swapped` when it would be with its numbers exchanged. */
export const chinaBounds = ({ lng, lat }: Point): 'inside' | 'swapped' | 'outside' => {
  if (lng >= WEST && lng <= EAST && lat >= SOUTH && lat <= NORTH) return 'inside';
  return lat >= WEST && lat <= EAST && lng >= SOUTH && lng <= NORTH ? 'swapped' : 'outside';
};
