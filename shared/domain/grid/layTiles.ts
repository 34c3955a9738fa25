import { GRID_FORMAT } from './GRID_FORMAT.ts';
import type { Laying, Table } from './Laying.ts';
import { packBlock } from './packBlock.ts';
import type { SharedEdges } from './shareEdges.ts';
import { TileBase } from './TileBase.ts';

/** Edges from which on a tile is divided: a look-up then tests few of them, and the table stays small. */
const CROWDED = 24;
/** Tiles are not divided below this (half a metre): what is crowded there meets in one point. */
const SMALLEST = 6;
const { margin, tags } = GRID_FORMAT;

/** Lays a table over edges. `base` is what lies west of it. Answers the word at which the table begins. */
export const layTiles = (laying: Laying, table: Table, edges: Iterable<number>, base: TileBase): number => {
  const { x0, y0, kx, ky, cols, rows } = table;
  const at = laying.words.reserve(cols * rows);
  const bands = bandsOf(laying.edges, table, edges);
  for (let row = 0; row < rows; row++) {
    const south = y0 + row * 2 ** ky;
    const band = TileBase.within(base, south, south + 2 ** ky);
    const { starting, passing } = columnsOf(laying.edges, table, { south, edges: bands[row] ?? [], band });
    for (let col = 0; col < cols; col++) {
      const tile = { x0: x0 + col * 2 ** kx, y0: south, kx, ky, cols: 1, rows: 1 };
      laying.words.set(at + row * cols + col, layTile(laying, tile, starting[col] ?? [], band));
      for (const edge of passing[col] ?? []) band.pass(laying.edges, edge);
    }
  }
  return at;
};

/** The entry of one tile. */
const layTile = (laying: Laying, tile: Table, edges: readonly number[], base: TileBase): number => {
  if (edges.length === 0) return wholeOf(tile, base);
  const { x0, y0, kx, ky } = tile;
  if (edges.length <= CROWDED || Math.min(kx, ky) < SMALLEST) return packBlock(laying, tile, edges, base);
  const divided = { x0, y0, kx: kx - 2, ky: ky - 2, cols: 4, rows: 4 };
  return layTiles(laying, divided, edges, base) * 8 + tags.table;
};

/** Without an edge nothing changes within the tile. Where shapes overlap, the first one has it. */
const wholeOf = ({ y0 }: Table, { flips }: TileBase): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const [shape, rows] of flips) if (rows.includes(y0) && shape < first) first = shape;
  return first === Number.POSITIVE_INFINITY ? tags.none : first * 8 + tags.whole;
};

/** The edges that come near each row of tiles. */
const bandsOf = ({ ends }: SharedEdges, { y0, ky, rows }: Table, edges: Iterable<number>): number[][] => {
  const bands: number[][] = Array.from({ length: rows }, () => []);
  for (const edge of edges) {
    const from = Math.max(0, Math.floor(((ends[4 * edge + 1] as number) - margin - y0) / 2 ** ky));
    const to = Math.min(rows - 1, Math.floor(((ends[4 * edge + 3] as number) + margin - y0) / 2 ** ky));
    for (let row = from; row <= to; row++) bands[row]?.push(edge);
  }
  return bands;
};

interface Band {
  readonly south: number;
  readonly edges: readonly number[];
  readonly band: TileBase;
}

/** By column: the edges that come near the tile there, and those that lie west of all tiles after it. */
const columnsOf = (shared: SharedEdges, { x0, kx, ky, cols }: Table, { south, edges, band }: Band) => {
  const starting: (number[] | undefined)[] = new Array(cols);
  const passing: (number[] | undefined)[] = new Array(cols);
  for (const edge of edges) {
    const [low, high] = spanOf(shared.ends, edge, south, south + 2 ** ky);
    const from = Math.max(0, Math.floor((low - x0) / 2 ** kx));
    const to = Math.floor((high - x0) / 2 ** kx);
    if (to < 0) band.pass(shared, edge);
    else if (to < cols) push(passing, to, edge);
    for (let col = from; col <= Math.min(to, cols - 1); col++) push(starting, col, edge);
  }
  return { starting, passing };
};

const push = (lists: (number[] | undefined)[], at: number, edge: number): void => {
  const list = lists[at];
  if (list) list.push(edge);
  else lists[at] = [edge];
};

/** From where to where an edge reaches within some rows, with a margin: too wide costs little, too narrow would be wrong. */
const spanOf = (ends: Int32Array, edge: number, south: number, north: number): readonly [number, number] => {
  const [ax, ay] = [ends[4 * edge] as number, ends[4 * edge + 1] as number];
  const [bx, by] = [ends[4 * edge + 2] as number, ends[4 * edge + 3] as number];
  const [least, most] = ax < bx ? [ax, bx] : [bx, ax];
  if (ay === by) return [least - margin, most + margin];
  const slope = (bx - ax) / (by - ay);
  const low = ax + slope * (Math.max(ay, south - margin) - ay);
  const high = ax + slope * (Math.min(by, north + margin) - ay);
  return [
    Math.max(least, Math.min(low, high) - 1) - margin,
    Math.min(most, Math.max(low, high) + 1) + margin,
  ];
};
