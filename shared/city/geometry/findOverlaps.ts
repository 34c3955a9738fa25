import Flatbush from 'flatbush';
import { boxOf, type Mosaic, SLIVER } from './Mosaic.ts';
import { sharedArea } from './sharedArea.ts';

export interface Overlap {
  readonly a: number;
  readonly b: number;
  /** All that both have in common. */
  readonly squareMetres: number;
}

/** Beyond this many the map is so wrong that their number says nothing more. */
const MOST = 10_000;

/**
 * Pairs of shapes that have more than a sliver in common: each pair once, `a` before `b`, by `b`; and whether these are all. Every pair
 * whose boxes meet is measured, so a shape lying wholly upon others is found as well as one that laps over a border.
 */
export const findOverlaps = (
  mosaic: Mosaic,
  shapes: readonly number[],
): { readonly overlaps: readonly Overlap[]; readonly all: boolean } => {
  const overlaps: Overlap[] = [];
  const index = indexBoxes(mosaic, shapes);
  for (const [n, b] of shapes.entries()) {
    const { west, south, east, north } = boxOf(mosaic, b);
    const before = index?.search(west, south, east, north, (other) => other < n) ?? [];
    for (const other of before.sort((one, two) => one - two)) {
      const a = shapes[other] as number;
      const squareMetres = sharedArea(mosaic, a, b);
      if (squareMetres <= SLIVER) continue;
      if (overlaps.length === MOST) return { overlaps, all: false };
      overlaps.push({ a, b, squareMetres });
    }
  }
  return { overlaps, all: true };
};

const indexBoxes = (mosaic: Mosaic, shapes: readonly number[]): Flatbush | undefined => {
  if (shapes.length === 0) return undefined;
  const index = new Flatbush(shapes.length);
  for (const shape of shapes) {
    const { west, south, east, north } = boxOf(mosaic, shape);
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
};
