import type { FlatShapes } from './flattenShapes.ts';

/** The edges of shapes, each once, however many shapes have it. */
export interface SharedEdges {
  readonly count: number;
  /** x, y of the lower end, x, y of the upper end (of two equally high, the western is the lower). */
  readonly ends: Int32Array;
  /** Where the owners of each edge start; one more for the end. */
  readonly first: Int32Array;
  /** Shapes, ascending. A shape that has an edge twice (two of its polygons touch) has none there. */
  readonly owners: Int32Array;
  /** For each owner: 1 when its ring runs from the lower end to the upper. */
  readonly upward: Uint8Array;
}

export const shareEdges = ({ corners, starts, shapes }: FlatShapes): SharedEdges => {
  const most = corners.length / 2;
  const table = edgeTable(most);
  const halves = { ids: new Int32Array(most), owner: new Int32Array(most), upward: new Uint8Array(most) };
  let count = 0;
  const add = (from: number, to: number, shape: number): void => {
    const [px, py] = [corners[2 * from] as number, corners[2 * from + 1] as number];
    const [qx, qy] = [corners[2 * to] as number, corners[2 * to + 1] as number];
    if (px === qx && py === qy) return;
    const up = py < qy || (py === qy && px < qx);
    halves.ids[count] = up ? table.idOf(px, py, qx, qy) : table.idOf(qx, qy, px, py);
    halves.owner[count] = shape;
    halves.upward[count++] = up ? 1 : 0;
  };
  for (let ring = 0; ring < shapes.length; ring++) {
    const [start, end] = [starts[ring] as number, starts[ring + 1] as number];
    for (let i = start; i < end; i++) add(i, i + 1 < end ? i + 1 : start, shapes[ring] as number);
  }
  const ends = table.ends();
  return { count: ends.length / 4, ends, ...ownersOf(ends.length / 4, count, halves) };
};

/** Numbers edges in the order they are first seen. Open addressing: a map of strings would take a gigabyte for a million shapes. */
const edgeTable = (most: number) => {
  const mask = 2 ** Math.ceil(Math.log2(most + 1) + 1) - 1;
  const slots = new Int32Array(mask + 1);
  const ends = new Int32Array(4 * most + 4);
  let count = 0;
  return {
    idOf: (ax: number, ay: number, bx: number, by: number): number => {
      const at = 4 * count;
      ends[at] = ax;
      ends[at + 1] = ay;
      ends[at + 2] = bx;
      ends[at + 3] = by;
      let slot = hashOf(ends, at) & mask;
      while (slots[slot] !== 0 && !same(ends, 4 * ((slots[slot] as number) - 1), at))
        slot = (slot + 1) & mask;
      if (slots[slot] === 0) slots[slot] = ++count;
      return (slots[slot] as number) - 1;
    },
    ends: () => ends.slice(0, 4 * count),
  };
};

interface Halves {
  readonly ids: Int32Array;
  readonly owner: Int32Array;
  readonly upward: Uint8Array;
}

/** Half edges come shape by shape, so the owners of an edge are ascending and a twin of the same shape is the one before. */
const ownersOf = (count: number, halves: number, { ids, owner, upward }: Halves) => {
  const room = new Int32Array(count + 1);
  for (let half = 0; half < halves; half++) (room[(ids[half] as number) + 1] as number)++;
  for (let id = 0; id < count; id++) (room[id + 1] as number) += room[id] as number;
  const filled = room.slice(0, count);
  const owners = new Int32Array(halves);
  const ups = new Uint8Array(halves);
  for (let half = 0; half < halves; half++) {
    const id = ids[half] as number;
    const at = filled[id] as number;
    const twin = at > (room[id] as number) && owners[at - 1] === owner[half];
    if (!twin) {
      owners[at] = owner[half] as number;
      ups[at] = upward[half] as number;
    }
    filled[id] = twin ? at - 1 : at + 1;
  }
  const first = new Int32Array(count + 1);
  let end = 0;
  for (let id = 0; id < count; id++) {
    for (let at = room[id] as number; at < (filled[id] as number); at++) {
      owners[end] = owners[at] as number;
      ups[end++] = ups[at] as number;
    }
    first[id + 1] = end;
  }
  return { first, owners: owners.slice(0, end), upward: ups.slice(0, end) };
};

const same = (ends: Int32Array, a: number, b: number): boolean =>
  ends[a] === ends[b] &&
  ends[a + 1] === ends[b + 1] &&
  ends[a + 2] === ends[b + 2] &&
  ends[a + 3] === ends[b + 3];

const hashOf = (ends: Int32Array, at: number): number => {
  let hash = 0;
  for (let i = at; i < at + 4; i++) {
    hash = Math.imul(hash ^ (ends[i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};
