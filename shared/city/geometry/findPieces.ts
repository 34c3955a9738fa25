import { heightsOf } from './heightsOf.ts';
import type { Line } from './Line.ts';
import type { Mosaic } from './Mosaic.ts';

/** A connected part of the plane. */
export interface Piece {
  readonly squareMetres: number;
  /** Longitude and latitude of a place in it, where it has room. */
  readonly inside: readonly [lng: number, lat: number];
  /** How far west it reaches, in units. */
  readonly west: number;
}

/** Whether a place is wanted, by how often either cover covers it. */
export type Wanted = (first: number, second: number) => boolean;

/**
 * The pieces of the plane, between two heights, that are wanted; the largest first. The plane is cut into slabs in which no line turns
 * or crosses another, and each slab is walked from west to east, counting. Lines that nearly coincide may be met in the wrong order;
 * then a piece is wrong by the width between them, and that is all that can happen.
 */
export const findPieces = (
  mosaic: Mosaic,
  lines: readonly Line[],
  wanted: Wanted,
  [south, north]: readonly [number, number] = [-Infinity, Infinity],
): readonly Piece[] => {
  const rising = lines
    .filter(({ ay, by }) => ay !== by && Math.max(ay, by) > south && Math.min(ay, by) < north)
    .sort((one, two) => Math.min(one.ay, one.by) - Math.min(two.ay, two.by));
  const heights = heightsOf(rising).filter((y) => y >= south && y <= north);
  const pieces: Growing[] = [];
  let active: readonly Line[] = [];
  let below: readonly Field[] = [];
  let next = 0;
  for (let i = 0; i + 1 < heights.length; i++) {
    const [bottom, top] = [heights[i] as number, heights[i + 1] as number];
    const begun = next;
    while (next < rising.length && lowOf(rising[next] as Line) <= bottom) next++;
    // In the first slab some of the new lines may have ended below it.
    active = [...active, ...rising.slice(begun, next)].filter((line) => highOf(line) > bottom);
    const fields = walk(active, wanted, bottom, top);
    join(fields, below, pieces);
    for (const field of fields) grow(rootOf(field.piece), field, mosaic);
    below = fields;
  }
  return pieces
    .filter((piece) => piece.into === undefined)
    .map((piece) => ({ squareMetres: piece.squareMetres, inside: insideOf(piece, mosaic), west: piece.west }))
    .sort((a, b) => b.squareMetres - a.squareMetres);
};

const lowOf = ({ ay, by }: Line): number => Math.min(ay, by);
const highOf = ({ ay, by }: Line): number => Math.max(ay, by);

/** A wanted stretch of a slab: four corners. */
interface Field {
  readonly bottom: number;
  readonly top: number;
  /** West and east ends, on the bottom and on the top. */
  readonly low: readonly [number, number];
  readonly high: readonly [number, number];
  piece: Growing;
}

interface Growing {
  squareMetres: number;
  west: number;
  /** Units from the place to the nearest border, or less. */
  room: number;
  x: number;
  y: number;
  /** The piece that this one turned out to be a part of. */
  into: Growing | undefined;
}

/** Units: as far as rounding to the seventh decimal can move a place; to the sixth, ten times that. */
const ROUNDING = Math.SQRT1_2;

/**
 * With so many decimals that rounding takes at most half of the room: the other half is for borders, which may be drawn a little beside
 * the common ones.
 */
const insideOf = ({ x, y, room }: Growing, { degrees }: Mosaic): Piece['inside'] => {
  const needed = Math.ceil(7 - Math.log10(room / 2 / ROUNDING));
  const decimals = Math.min(9, Math.max(6, needed));
  const [lng, lat] = degrees(x, y);
  return [Number(lng.toFixed(decimals)), Number(lat.toFixed(decimals))];
};

const walk = (active: readonly Line[], wanted: Wanted, bottom: number, top: number): readonly Field[] => {
  const cuts = active
    .map((line) => {
      const [low, high] = [placeAt(line, bottom), placeAt(line, top)];
      return { low, high, middle: low + high, cover: line.cover, step: line.ay > line.by ? 1 : -1 };
    })
    .sort((a, b) => a.middle - b.middle);
  const fields: Field[] = [];
  const covers: [number, number] = [0, 0];
  let start: (typeof cuts)[number] | undefined;
  for (const cut of cuts) {
    covers[cut.cover] += cut.step;
    if (wanted(...covers)) start ??= cut;
    else if (start) {
      if (cut.middle > start.middle)
        fields.push({
          bottom,
          top,
          low: [start.low, cut.low],
          high: [start.high, cut.high],
          piece: newPiece(),
        });
      start = undefined;
    }
  }
  return fields;
};

const placeAt = ({ ax, ay, bx, by }: Line, y: number): number => ax + ((y - ay) / (by - ay)) * (bx - ax);

const newPiece = (): Growing => ({ squareMetres: 0, west: Infinity, room: 0, x: 0, y: 0, into: undefined });

const rootOf = (piece: Growing): Growing => {
  let root = piece;
  while (root.into) root = root.into;
  if (piece !== root) piece.into = root;
  return root;
};

/** Units: pieces that meet on less than this only touch. */
const TOUCH = 0.01;

/** Fields belong to the piece of what they stand upon; both lists run from west to east. */
const join = (fields: readonly Field[], below: readonly Field[], pieces: Growing[]): void => {
  let first = 0;
  for (const field of fields) {
    while (first < below.length && (below[first] as Field).high[1] <= field.low[0]) first++;
    const [own, ...others] = supportsOf(field, below, first);
    if (own) field.piece = own;
    else pieces.push(field.piece);
    for (const other of others) merge(rootOf(other), rootOf(field.piece));
  }
};

const supportsOf = ({ low }: Field, below: readonly Field[], first: number): readonly Growing[] => {
  const found: Growing[] = [];
  for (let n = first; n < below.length; n++) {
    const { high, piece } = below[n] as Field;
    if (high[0] >= low[1]) break;
    if (Math.min(high[1], low[1]) - Math.max(high[0], low[0]) > TOUCH) found.push(piece);
  }
  return found;
};

const merge = (one: Growing, other: Growing): void => {
  if (one === other) return;
  one.into = other;
  other.squareMetres += one.squareMetres;
  other.west = Math.min(other.west, one.west);
  if (one.room > other.room) Object.assign(other, { room: one.room, x: one.x, y: one.y });
};

const grow = (piece: Growing, { bottom, top, low, high }: Field, { scale }: Mosaic): void => {
  const width = (low[1] - low[0] + high[1] - high[0]) / 2;
  const y = (bottom + top) / 2;
  piece.squareMetres += Math.max(0, width) * (top - bottom) * scale(y);
  piece.west = Math.min(piece.west, low[0], high[0]);
  // A border that lies aslant comes nearer than it is far eastward.
  const slant = Math.max(Math.abs(high[0] - low[0]), Math.abs(high[1] - low[1]));
  const height = top - bottom;
  const room = Math.min(height, (width * height) / Math.hypot(height, slant)) / 2;
  if (room > piece.room) Object.assign(piece, { room, x: (low[0] + low[1] + high[0] + high[1]) / 4, y });
};
