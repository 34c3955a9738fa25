import type { SharedEdges } from './shareEdges.ts';

/**
 * Which shapes a row of tiles is inside of, counting the edges that lie west of the present tile: for each shape the rows from which on
 * this flips. Edges pass from east to west as the present tile moves on; where two of them meet their flips cancel out.
 */
export class TileBase {
  readonly flips = new Map<number, number[]>();
  readonly #south: number;
  readonly #north: number;

  constructor(south: number, north: number) {
    this.#south = south;
    this.#north = north;
  }

  /** The part of another base that concerns these rows. */
  static within(base: TileBase, south: number, north: number): TileBase {
    const part = new TileBase(south, north);
    for (const [shape, rows] of base.flips)
      for (const row of rows) if (row < north) part.#flip(shape, Math.max(row, south));
    return part;
  }

  /** The edge lies west from here on. */
  pass({ ends, first, owners }: SharedEdges, edge: number): void {
    const from = Math.max(ends[4 * edge + 1] as number, this.#south);
    const to = ends[4 * edge + 3] as number;
    if (from >= Math.min(to, this.#north)) return;
    for (let at = first[edge] as number; at < (first[edge + 1] as number); at++) {
      this.#flip(owners[at] as number, from);
      if (to < this.#north) this.#flip(owners[at] as number, to);
    }
  }

  #flip(shape: number, row: number): void {
    const rows = this.flips.get(shape);
    if (!rows) {
      this.flips.set(shape, [row]);
      return;
    }
    const at = rows.indexOf(row);
    if (at < 0) rows.push(row);
    else if (rows.length === 1) this.flips.delete(shape);
    else rows.splice(at, 1);
  }
}
