import { findPieces, type Piece } from './findPieces.ts';
import { linesOf } from './Line.ts';
import { commonBox, type Mosaic } from './Mosaic.ts';

/** The pieces that two shapes have in common, the largest first. */
export const commonPieces = (mosaic: Mosaic, a: number, b: number): readonly Piece[] => {
  const { west, south, east, north } = commonBox(mosaic, a, b);
  if (west >= east || south >= north) return [];
  // What lies east of both says nothing about them; what lies west of them counts.
  const lines = [...linesOf(mosaic, a, 0), ...linesOf(mosaic, b, 1)].filter(
    ({ ax, bx }) => Math.min(ax, bx) <= east,
  );
  return findPieces(mosaic, lines, (first, second) => first > 0 && second > 0, [south, north]);
};
