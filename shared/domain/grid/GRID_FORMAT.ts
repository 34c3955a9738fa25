/**
 * The bytes of a grid, in little-endian 32-bit words: header, tiles, where each shape starts, then the shapes as variable-length numbers.
 *
 * Tiles: a table of `cols` × `rows` entries, row after row from the south-west, each tile 2^kx × 2^ky units. An entry is a value and a tag
 * in the lowest three bits: nothing is here; one shape fills the tile (its index); a table of 4 × 4 smaller tiles (its word); or a block.
 *
 * A block answers by parity. It begins with the shapes that hold the tile's south-west corner *as seen from the west*: a mask of the
 * shapes whose edges west of the tile are odd in number on its lowest row. A turn says from which row on some of them change, an edge
 * says which change where it is passed going east. So a look-up touches one table entry and one block, whatever the size of a shape.
 *
 * A narrow block: a word of counts and the mask (6 bits corners, 6 bits edges, 5 bits turns, 15 bits mask), corners as 16-bit pairs from
 * the tile's south-west, edges (6 bits lower corner, 6 bits upper, 15 bits mask) by rising lower corner, turns (16 bits row, 16 bits mask),
 * then the indices of the shapes in as few bytes as the largest needs. A wide block, for what does not fit: counts of shapes, turns and
 * edges, the word of the block (before this one) that goes on for the same tile or 0, the mask, the shapes, turns as two words, edges as five.
 */
export const GRID_FORMAT = {
  magic: 0x44524757,
  version: 1,
  tags: { none: 0, whole: 1, table: 2, narrow: 3, wide: 4 },
  /** A point this many units from an edge is looked at together with it. */
  margin: 4,
} as const;

/** The words of the header, in order. */
export const HEADER = [
  'magic',
  'version',
  'bytes',
  'size',
  'x0',
  'y0',
  'kx',
  'ky',
  'cols',
  'rows',
  'west',
  'south',
  'east',
  'north',
  'shapesWord',
  'indexBytes',
  'spare',
  'checksum',
] as const;

export type GridHeader = Readonly<Record<(typeof HEADER)[number], number>>;

/** FNV-1a over the header's words before it. */
export const headerChecksum = (words: Int32Array): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < HEADER.length - 1; i++) hash = Math.imul(hash ^ (words[i] ?? 0), 0x01000193);
  return hash | 0;
};
