import type { FlatShapes } from './flattenShapes.ts';

/** Shapes as variable-length numbers: seven bits a byte, lowest first. */
export interface PackedShapes {
  /** Where each shape starts, in bytes; one more for the end. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/**
 * Per shape its polygons, up to where the next shape begins. A polygon of one ring: twice the number of corners plus one, then the
 * corners. A polygon with holes: twice the number of rings, then for each ring the number of corners and the corners. A corner is its
 * difference to the corner before (of the shape; the first one's to the origin), with the sign in the lowest bit.
 */
export const packShapes = (
  flat: FlatShapes,
  origin: { readonly x0: number; readonly y0: number },
): PackedShapes => {
  const { size, corners, starts, shapes, polygons } = flat;
  const offsets = new Uint32Array(size + 1);
  const bytes = new Uint8Array(corners.length * 5 + shapes.length * 12);
  let end = 0;
  const write = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[end++] = (rest % 128) | 128;
    bytes[end++] = rest;
  };
  let [shape, x, y] = [0, origin.x0, origin.y0];
  for (let ring = 0; ring < shapes.length; ring++) {
    if (shapes[ring] !== shapes[ring - 1]) [x, y] = [origin.x0, origin.y0];
    while (shape < (shapes[ring] as number)) offsets[++shape] = end;
    const [from, to] = [starts[ring] as number, starts[ring + 1] as number];
    const rings = polygons[ring] === polygons[ring - 1] ? 0 : ringsFrom(polygons, ring);
    if (rings > 1) write(2 * rings);
    write(rings === 1 ? 2 * (to - from) + 1 : to - from);
    for (let i = from; i < to; i++) {
      write(signed((corners[2 * i] as number) - x));
      write(signed((corners[2 * i + 1] as number) - y));
      [x, y] = [corners[2 * i] as number, corners[2 * i + 1] as number];
    }
  }
  while (shape < size) offsets[++shape] = end;
  return { offsets, bytes: bytes.slice(0, end) };
};

/** How many rings the polygon has that begins with a ring. */
const ringsFrom = (polygons: Int32Array, ring: number): number => {
  let rings = 1;
  while (polygons[ring + rings] === polygons[ring]) rings++;
  return rings;
};

const signed = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
