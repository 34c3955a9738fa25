import { MARGIN, type Spot, type SpotRing } from './clipRing.ts';
import type { FlatRing } from './unfoldShapes.ts';

/** A square drawing of a piece of the world. */
export interface Sheet {
  readonly west: number;
  readonly north: number;
  /** Units a degree. */
  readonly scale: { readonly x: number; readonly y: number };
  /** In units. */
  readonly side: number;
}

/**
 * A ring in the drawing's units. Left out are corners nearer than so much to the one before, and those on a way outside the frame that
 * stays on one side of it: nothing of it is seen. The last corner stays, as it closes the ring.
 */
export const layRing = (ring: FlatRing, { west, north, scale, side }: Sheet, apart: number): SpotRing => {
  const laid: Spot[] = [];
  const least = apart * apart;
  const last = ring.length - 2;
  let [keptX, keptY] = [Infinity, Infinity];
  /** The sides that all corners since one lie beyond, and how many of them are kept. */
  let [beyond, since] = [0, 0];
  for (let at = 0; at <= last; at += 2) {
    const x = ((ring[at] as number) - west) * scale.x;
    const y = (north - (ring[at + 1] as number)) * scale.y;
    const [dx, dy] = [x - keptX, y - keptY];
    if (dx * dx + dy * dy < least && at < last) continue;
    [keptX, keptY] = [x, y];
    const out = sidesBeyond(x, side) | (sidesBeyond(y, side) << 2);
    if ((beyond & out) === 0) [beyond, since] = [out, 0];
    beyond &= out;
    if (since === 2) laid.pop();
    else since += 1;
    laid.push([x, y]);
  }
  return laid;
};

/** Bits: before the frame, behind it. */
const sidesBeyond = (at: number, side: number): number => (at < -MARGIN ? 1 : at > side + MARGIN ? 2 : 0);
