import { UNITS } from './flattenShapes.ts';
import type { Box } from './Grid.ts';
import { readBlock } from './readBlock.ts';
import { unpackShape } from './unpackShape.ts';
import type { GridView } from './viewGrid.ts';
import { visitTiles } from './visitTiles.ts';

/** The shapes that reach into a box; undefined when there are more than so many. */
export const within = (view: GridView, box: Box, most: number): readonly number[] | undefined => {
  const units = {
    west: Math.floor(box.west * UNITS),
    south: Math.floor(box.south * UNITS),
    east: Math.ceil(box.east * UNITS),
    north: Math.ceil(box.north * UNITS),
  };
  const found = new Set<number>();
  const perhaps = new Set<number>();
  visitTiles(view, units, (entry, x0, y0, whole) => {
    for (const shape of readBlock(view, entry, x0, y0).shapes) {
      if (shape >= view.header.size) throw new Error('The bytes of the grid are damaged');
      (whole ? found : perhaps).add(shape);
    }
    return found.size <= most;
  });
  // To unpack a shape takes long: only those that no tile inside the box has.
  for (const shape of perhaps) {
    if (found.size > most) break;
    if (!found.has(shape) && touches(view, shape, box)) found.add(shape);
  }
  return found.size > most ? undefined : [...found].sort((a, b) => a - b);
};

/** Whether the shape's own box touches a box: a tile reaches further than what was asked for. */
const touches = (view: GridView, shape: number, box: Box): boolean => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of unpackShape(view, shape))
    for (const [lng, lat] of outer) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  return west <= box.east && east >= box.west && south <= box.north && north >= box.south;
};
