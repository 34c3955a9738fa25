import { GRID_FORMAT, type GridHeader, HEADER, headerChecksum } from './GRID_FORMAT.ts';

/** The bytes of a grid as numbers, in place. */
export interface GridView {
  readonly header: GridHeader;
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** The byte at which a shape begins. */
  readonly shapeStart: (index: number) => number;
}

/** Copies nothing unless the bytes begin off a multiple of four, as small buffers may. Throws when they are no grid. */
export const viewGrid = (given: Uint8Array): GridView => {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
  const header = Object.fromEntries(HEADER.map((name, at) => [name, words[at] ?? 0])) as GridHeader;
  const { magic, version, size, cols, rows, kx, ky, shapesWord, indexBytes } = header;
  const sound =
    magic === GRID_FORMAT.magic &&
    version === GRID_FORMAT.version &&
    header.checksum === headerChecksum(words) &&
    header.bytes === bytes.length &&
    [kx, ky].every((bits) => bits >= 0 && bits <= 30) &&
    Math.min(size, cols, rows, indexBytes) >= 0 &&
    HEADER.length + cols * rows <= shapesWord &&
    4 * (shapesWord + size + 1) <= bytes.length;
  if (!sound) throw new Error('These bytes are no grid, or damaged');
  const offsets = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * shapesWord, size + 1);
  const shapesByte = 4 * (shapesWord + size + 1);
  return { header, words, bytes, shapeStart: (index) => shapesByte + (offsets[index] ?? Number.NaN) };
};
