import type { Line } from './Line.ts';
import { type Mosaic, SLIVER } from './Mosaic.ts';

/**
 * What is left of the borders of shapes when every stretch that two of them share, in opposite directions, is taken away: loops that
 * together say how often each place is covered. Shapes of `taken` count against the others. Loops around less than a sliver are left
 * out: such is what a corner leaves that only one side of a border has.
 */
export const openBorders = (
  mosaic: Mosaic,
  shapes: readonly number[],
  taken: readonly number[] = [],
): readonly Line[] =>
  [...loopsOf(netEdges(mosaic, shapes, taken))]
    .map((loop) => linesAlong(mosaic, loop))
    .filter((loop) => mostEnclosed(loop) * mosaic.scale(loop[0]?.ay ?? 0) > SLIVER)
    .flat();

const linesAlong = ({ xs, ys }: Mosaic, loop: readonly number[]): readonly Line[] =>
  loop.map((a, i) => {
    const b = loop[i + 1] ?? (loop[0] as number);
    return { ax: xs[a] as number, ay: ys[a] as number, bx: xs[b] as number, by: ys[b] as number, cover: 0 };
  });

type Edge = readonly [from: number, to: number];

/** Edges that have no counterpart, as often as they lack one. */
const netEdges = (mosaic: Mosaic, shapes: readonly number[], taken: readonly number[]): readonly Edge[] => {
  const { from, to, first, xs } = mosaic;
  const corners = xs.length;
  const edgesOf = (shape: number) => (first[shape + 1] as number) - (first[shape] as number);
  const keys = new Float64Array([...shapes, ...taken].reduce((sum, shape) => sum + edgesOf(shape), 0));
  let n = 0;
  // A key is the two corners, in order, and the direction: sorting brings counterparts together.
  const put = (shape: number, turn: 0 | 1): void => {
    for (let edge = first[shape] as number; edge < (first[shape + 1] as number); edge++) {
      const [a, b] = [from[edge] as number, to[edge] as number];
      keys[n++] = a < b ? (a * corners + b) * 2 + turn : (b * corners + a) * 2 + (1 - turn);
    }
  };
  for (const shape of shapes) put(shape, 0);
  for (const shape of taken) put(shape, 1);
  keys.sort();
  const open: Edge[] = [];
  for (let i = 0; i < n; ) {
    const stretch = Math.floor((keys[i] as number) / 2);
    let net = 0;
    for (; i < n && Math.floor((keys[i] as number) / 2) === stretch; i++)
      net += (keys[i] as number) % 2 === 0 ? 1 : -1;
    const [low, high] = [Math.floor(stretch / corners), stretch % corners];
    for (let k = 0; k < Math.abs(net); k++) open.push(net > 0 ? [low, high] : [high, low]);
  }
  return open;
};

/** As many edges end in a corner as start from it, so every walk comes back; each time it does, a loop is complete. */
function* loopsOf(edges: readonly Edge[]): Generator<readonly number[]> {
  const onward = new Map<number, number[]>();
  for (const [from, to] of edges) {
    const ways = onward.get(from);
    if (ways) ways.push(to);
    else onward.set(from, [to]);
  }
  for (const start of onward.keys()) yield* loopsFrom(start, onward);
}

/** Walks on, using up the ways, until there is none: that is where it began. */
function* loopsFrom(start: number, onward: ReadonlyMap<number, number[]>): Generator<readonly number[]> {
  const walk = [start];
  const places = new Map([[start, 0]]);
  for (let next = onward.get(start)?.pop(); next !== undefined; next = onward.get(next)?.pop()) {
    const before = places.get(next);
    if (before === undefined) {
      places.set(next, walk.length);
      walk.push(next);
      continue;
    }
    const loop = walk.splice(before + 1);
    for (const passed of loop) places.delete(passed);
    yield [next, ...loop];
  }
}

/** No less than a loop can enclose, however it twists: the triangles from its first corner, all counted as positive. */
const mostEnclosed = (loop: readonly Line[]): number => {
  const { ax: x, ay: y } = loop[0] ?? { ax: 0, ay: 0 };
  return loop.reduce(
    (sum, { ax, ay, bx, by }) => sum + Math.abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2,
    0,
  );
};
