/**
 * Metres: corners closer than this are the same corner, written down by two programs that round the seventh decimal differently; and
 * an edge that comes so close to a corner passes through it.
 */
export const SAME = 0.0155;
/** Metres of 1e-7 degrees northward. */
const UNIT = 0.0111;
/** Wider than the same corner can be apart at any latitude of China, in units. */
const CELL = 3;

/** Gives places their corners: one that is near enough to a corner given before is that corner. */
export class Corners {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  count = 0;
  private readonly exactX: Float64Array;
  private readonly exactY: Float64Array;
  private readonly table: Int32Array;
  /** Metres of a unit. */
  readonly metresEast: number;
  readonly metresNorth = UNIT;

  /** `most` is how many places there are at most; `lat` a latitude in the middle of them. */
  constructor(most: number, lat: number) {
    this.xs = new Int32Array(most);
    this.ys = new Int32Array(most);
    this.exactX = new Float64Array(most);
    this.exactY = new Float64Array(most);
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)));
    this.metresEast = UNIT * Math.cos((lat * Math.PI) / 180);
  }

  cornerAt(x: number, y: number): number {
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    const here = this.find(column, row, x, y);
    if (here >= 0) return here;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        if (dx === 0 && dy === 0) continue;
        const near = this.find(column + dx, row + dy, x, y);
        if (near >= 0) return near;
      }
    return this.add(column, row, x, y);
  }

  private find(column: number, row: number, x: number, y: number): number {
    for (let slot = this.slotOf(column, row); ; slot = (slot + 1) & (this.table.length - 1)) {
      const corner = (this.table[slot] as number) - 1;
      if (corner < 0) return -1;
      const east = ((this.exactX[corner] as number) - x) * this.metresEast;
      const north = ((this.exactY[corner] as number) - y) * UNIT;
      if (east * east + north * north <= SAME * SAME) return corner;
    }
  }

  private add(column: number, row: number, x: number, y: number): number {
    let slot = this.slotOf(column, row);
    while (this.table[slot] !== 0) slot = (slot + 1) & (this.table.length - 1);
    const corner = this.count++;
    this.table[slot] = corner + 1;
    this.exactX[corner] = x;
    this.exactY[corner] = y;
    this.xs[corner] = Math.round(x);
    this.ys[corner] = Math.round(y);
    return corner;
  }

  private slotOf(column: number, row: number): number {
    let hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & (this.table.length - 1);
  }
}
