import { distanceTo, type UnitPoint } from './distanceTo.ts';
import { readBlock } from './readBlock.ts';
import type { GridView } from './viewGrid.ts';
import { visitTiles } from './visitTiles.ts';

/** As far as a point may be from a shape and still be taken to be in it: 2 cm. */
const REACH = 2;
const FLAT = { x: 1, y: 1 };
/** Nearest first, and of equally near ones those east or north first, as on a border. */
const AROUND = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
  [2, 0],
  [0, 2],
  [-2, 0],
  [0, -2],
] as const;

/**
 * The shape for a point that lies in none: on the east or north edge of the city, or in a crack that rounding opened where a corner of
 * one shape lies on an edge of its neighbour. Which one does not depend on the order of shapes, but for a point at the tip of a spike.
 */
export const beside = (
  view: GridView,
  locate: (x: number, y: number) => number,
  { x, y }: UnitPoint,
): number => {
  let [nearest, tip] = [REACH, -1];
  const box = { west: x, south: y, east: x, north: y };
  visitTiles(view, box, (entry, x0, y0) => {
    for (const { ends, shapes } of readBlock(view, entry, x0, y0).edges) {
      const distance = distanceTo(ends, { x, y }, FLAT);
      const first = Math.min(...shapes);
      if (distance < nearest || (distance === nearest && (tip < 0 || first < tip)))
        [nearest, tip] = [distance, first];
    }
    return true;
  });
  if (tip < 0) return -1;
  for (const [dx, dy] of AROUND) {
    const found = locate(x + dx, y + dy);
    if (found >= 0) return found;
  }
  return tip;
};
