import { findPieces, type Piece } from './findPieces.ts';
import type { Line } from './Line.ts';
import { boxOf, type Mosaic, SLIVER } from './Mosaic.ts';
import { openBorders } from './openBorders.ts';

export interface Gaps {
  /** The largest first. */
  readonly gaps: readonly Piece[];
  /** Whether these are all: where next to no borders meet, only the south is looked at. */
  readonly all: boolean;
}

/** Places of `whole` that none of the shapes cover. */
export const findGaps = (mosaic: Mosaic, shapes: readonly number[], whole: number): Gaps =>
  gapsIn(mosaic, openBorders(mosaic, shapes, [whole]));

/** Places that shapes enclose and do not cover. */
export const findHoles = (mosaic: Mosaic, shapes: readonly number[]): Gaps => {
  const frame = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const shape of shapes) {
    const box = boxOf(mosaic, shape);
    frame.west = Math.min(frame.west, box.west - MARGIN);
    frame.south = Math.min(frame.south, box.south - MARGIN);
    frame.east = Math.max(frame.east, box.east + MARGIN);
    frame.north = Math.max(frame.north, box.north + MARGIN);
  }
  const { west, south, east, north } = frame;
  const framing: readonly Line[] = [
    { ax: west, ay: south, bx: west, by: north, cover: 0 },
    { ax: east, ay: north, bx: east, by: south, cover: 0 },
  ];
  const { gaps, all } = gapsIn(mosaic, [...openBorders(mosaic, shapes), ...framing]);
  return { gaps: gaps.filter((piece) => piece.west > west), all };
};

/** Room around all shapes, so that what lies outside of them is one piece, and known by where it begins. */
const MARGIN = 1000;

/** Lines of border without a counterpart. A sound map has some along its own border; with more than these it is no map of neighbours. */
const MOST = 60_000;

const gapsIn = (mosaic: Mosaic, borders: readonly Line[]): Gaps => {
  const lows = Float64Array.from(borders, ({ ay, by }) => Math.min(ay, by)).sort();
  const all = borders.length <= MOST;
  const pieces = findPieces(mosaic, borders, (covered) => covered < 0, [-Infinity, lows[MOST] ?? Infinity]);
  return { gaps: pieces.filter(({ squareMetres }) => squareMetres > SLIVER), all };
};
