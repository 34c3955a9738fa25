import { GRID_FORMAT, HEADER } from './GRID_FORMAT.ts';
import type { GridView } from './viewGrid.ts';

const { tags } = GRID_FORMAT;

/** The shape that holds a point by the half-open test, or -1. Whole units. */
export const locateIn = ({ header, words, bytes }: GridView): ((x: number, y: number) => number) => {
  const { x0, y0, kx, ky, cols, rows, indexBytes } = header;

  const narrow = (at: number, x: number, y: number): number => {
    const counts = words[at] as number;
    const corners = at + 1;
    const edges = corners + (counts & 63);
    const turns = edges + ((counts >>> 6) & 63);
    const shapes = turns + ((counts >>> 12) & 31);
    let mask = counts >>> 17;
    for (let i = turns; i < shapes; i++) {
      const turn = words[i] as number;
      if (y >= turn >> 16) mask ^= turn & 0xffff;
    }
    for (let i = edges; i < turns; i++) {
      const edge = words[i] as number;
      const low = words[corners + (edge & 63)] as number;
      if (y < low >> 16) break;
      if (passesPacked(low, words[corners + ((edge >>> 6) & 63)] as number, x, y)) mask ^= edge >>> 12;
    }
    return mask === 0 ? -1 : indexAt(4 * shapes + (31 - Math.clz32(mask & -mask)) * indexBytes);
  };

  const indexAt = (at: number): number => {
    let index = 0;
    for (let byte = indexBytes - 1; byte >= 0; byte--) index = index * 256 + (bytes[at + byte] as number);
    return index;
  };

  const wide = (first: number, x: number, y: number): number => {
    let at = first;
    let mask = maskOfWide(words, at, x, y);
    for (
      let next = words[at + 3] as number;
      mask === 0 && next > 0 && next < at;
      next = words[at + 3] as number
    ) {
      at = next;
      mask = maskOfWide(words, at, x, y);
    }
    return mask === 0 ? -1 : (words[at + 5 + (31 - Math.clz32(mask & -mask))] as number);
  };

  const [width, height] = [cols * 2 ** kx, rows * 2 ** ky];
  return (x, y) => {
    let rx = x - x0;
    let ry = y - y0;
    if (!(rx >= 0 && rx < width && ry >= 0 && ry < height)) return -1;
    let bx = kx;
    let by = ky;
    let entry = words[HEADER.length + (ry >>> by) * cols + (rx >>> bx)] as number;
    rx &= (1 << bx) - 1;
    ry &= (1 << by) - 1;
    while ((entry & 7) === tags.table && bx >= 2 && by >= 2) {
      bx -= 2;
      by -= 2;
      entry = words[(entry >>> 3) + (ry >>> by) * 4 + (rx >>> bx)] as number;
      rx &= (1 << bx) - 1;
      ry &= (1 << by) - 1;
    }
    const value = entry >>> 3;
    switch (entry & 7) {
      case tags.whole:
        return value;
      case tags.narrow:
        return narrow(value, rx, ry);
      case tags.wide:
        return wide(value, x, y);
      default:
        // Nothing is here.
        return -1;
    }
  };
};

/** The same as `passes` for corners of 16-bit pairs of which the lower is not above the point. */
const passesPacked = (low: number, high: number, x: number, y: number): boolean => {
  const by = high >> 16;
  if (y >= by) return false;
  const ay = low >> 16;
  const ax = (low << 16) >> 16;
  const bx = (high << 16) >> 16;
  return (x - ax) * (by - ay) >= (bx - ax) * (y - ay);
};

/** Which of a wide block's shapes hold a point. */
const maskOfWide = (words: Int32Array, at: number, x: number, y: number): number => {
  // Of damaged bytes a count may be negative, and a walk from far before the beginning would take seconds.
  const turns = Math.max(at, at + 5 + (words[at] as number));
  const edges = Math.max(at, turns + 2 * (words[at + 1] as number));
  const end = Math.min(words.length, edges + 5 * (words[at + 2] as number));
  let mask = words[at + 4] as number;
  for (let i = turns; i < edges && i < end; i += 2)
    if (y >= (words[i] as number)) mask ^= words[i + 1] as number;
  for (let i = edges; i < end; i += 5) if (passes(words, i, x, y)) mask ^= words[i + 4] as number;
  return mask;
};

/**
 * Whether an edge (its lower end first) is passed on the way from the west to a point: it is when the point lies on it. Products beyond
 * 2^53, of edges of a thousand kilometres, are made of big integers.
 */
const passes = (words: Int32Array, at: number, x: number, y: number): boolean => {
  const [ax, ay] = [words[at] as number, words[at + 1] as number];
  const [bx, by] = [words[at + 2] as number, words[at + 3] as number];
  if (y < ay || y >= by) return false;
  if (x < ax && x < bx) return false;
  if (x >= ax && x >= bx) return true;
  return Math.abs(bx - ax) * (by - ay) < 2 ** 53
    ? (x - ax) * (by - ay) >= (bx - ax) * (y - ay)
    : BigInt(x - ax) * BigInt(by - ay) >= BigInt(bx - ax) * BigInt(y - ay);
};
