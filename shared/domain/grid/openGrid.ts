import { beside } from './beside.ts';
import { UNITS } from './flattenShapes.ts';
import type { Box, Grid } from './Grid.ts';
import { locateIn } from './locateIn.ts';
import { nearIn } from './nearIn.ts';
import { unpackShape } from './unpackShape.ts';
import { viewGrid } from './viewGrid.ts';
import { within } from './within.ts';

/**
 * A view over the bytes that `packGrid` wrote: nothing is copied, nothing parsed but the header. Throws when they are none, or cut short.
 * Bytes altered further inside are not noticed here; asking them may throw or answer nonsense, and always ends.
 */
export const openGrid = (bytes: Uint8Array): Grid => {
  const view = viewGrid(bytes);
  const { size } = view.header;
  const plain = locateIn(view);
  const locate = (lng: number, lat: number): number => {
    const [x, y] = [Math.round(lng * UNITS), Math.round(lat * UNITS)];
    const found = plain(x, y);
    return found >= 0 ? found : beside(view, plain, { x, y });
  };
  return {
    size,
    locate,
    near: (lng, lat, metres) => {
      const point = { x: Math.round(lng * UNITS), y: Math.round(lat * UNITS) };
      return nearIn(view, point, locate(lng, lat), metres);
    },
    within: (box: Box, most) => within(view, box, most),
    shape: (index) => {
      if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError(`No shape ${index}`);
      return unpackShape(view, index);
    },
  };
};
