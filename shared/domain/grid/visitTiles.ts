import { GRID_FORMAT, HEADER } from './GRID_FORMAT.ts';
import type { GridView } from './viewGrid.ts';

/** In units, borders included. */
export interface UnitBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Tiles extends UnitBox {
  /** Word of the table. */
  readonly at: number;
  readonly kx: number;
  readonly ky: number;
  readonly cols: number;
  readonly rows: number;
}

const { tags } = GRID_FORMAT;

/**
 * The entry of every tile that a box touches, with the tile's south-west corner, and whether the box holds all of it; until a visit
 * answers false. Throws when the bytes are damaged so that tables lead into one another.
 */
export const visitTiles = (
  { header, words }: GridView,
  box: UnitBox,
  visit: (entry: number, x0: number, y0: number, whole: boolean) => boolean,
): void => {
  const holds = (west: number, south: number, kx: number, ky: number): boolean =>
    west >= box.west && south >= box.south && west + 2 ** kx <= box.east && south + 2 ** ky <= box.north;
  // Every entry has a word of its own.
  let left = words.length;
  const entryAt = (at: number): number => {
    if (left-- === 0) throw new Error('The bytes of the grid are damaged');
    return words[at] ?? 0;
  };
  const within = (table: Tiles): boolean => {
    const { at, west, south, kx, ky, cols, rows } = table;
    const last = Math.min(cols - 1, Math.floor((box.east - west) / 2 ** kx));
    const top = Math.min(rows - 1, Math.floor((box.north - south) / 2 ** ky));
    for (let row = Math.max(0, Math.floor((box.south - south) / 2 ** ky)); row <= top; row++)
      for (let col = Math.max(0, Math.floor((box.west - west) / 2 ** kx)); col <= last; col++) {
        const entry = entryAt(at + row * cols + col);
        const [x0, y0] = [west + col * 2 ** kx, south + row * 2 ** ky];
        const more =
          (entry & 7) === tags.table && Math.min(kx, ky) >= 2
            ? within({
                ...table,
                at: entry >>> 3,
                west: x0,
                south: y0,
                kx: kx - 2,
                ky: ky - 2,
                cols: 4,
                rows: 4,
              })
            : visit(entry, x0, y0, holds(x0, y0, kx, ky));
        if (!more) return false;
      }
    return true;
  };
  const { x0, y0, kx, ky, cols, rows } = header;
  within({ ...box, at: HEADER.length, west: x0, south: y0, kx, ky, cols, rows });
};
