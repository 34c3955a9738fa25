import type { Border, Corner } from './Border.ts';

/** How far, in units, a corner may be from an edge that it was meant to lie on: rounding moves both. */
const REACH = 2;

/**
 * Borders that only one shape has: of the outside, and where a corner of one shape lies on an edge of its neighbour, which then are no
 * twins. Such an edge is cut at the corner, so that the pieces find theirs.
 */
export const closeCracks = (open: readonly Border[]): readonly Border[] => {
  const cornersNear = cornerIndex(open);
  const pieces = new Map<string, Border>();
  for (const border of open)
    for (const piece of cut(border, cornersNear(border))) {
      const key = `${piece.low},${piece.high}`;
      const twin = pieces.get(key);
      pieces.set(key, twin ? joined(twin, piece) : piece);
    }
  return [...pieces.values()].filter(({ left, right }) => left !== right);
};

const cut = ({ low, high, left, right }: Border, corners: readonly Corner[]): readonly Border[] =>
  [low, ...corners].map((from, i) => {
    const to = corners[i] ?? high;
    const up = from[1] < to[1] || (from[1] === to[1] && from[0] < to[0]);
    return up ? { low: from, high: to, left, right } : { low: to, high: from, left: right, right: left };
  });

const joined = (one: Border, two: Border): Border => ({
  ...one,
  left: one.left < 0 ? two.left : one.left,
  right: one.right < 0 ? two.right : one.right,
});

/** Finds the corners that lie on a border between its ends, in their order. */
const cornerIndex = (open: readonly Border[]): ((border: Border) => readonly Corner[]) => {
  const lengths = open.map(({ low, high }) => Math.max(Math.abs(high[0] - low[0]), high[1] - low[1]));
  const side = Math.max(1024, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, open.length));
  const at = (value: number): number => Math.floor(value / side);
  const buckets = new Map<string, Map<string, Corner>>();
  for (const { low, high } of open)
    for (const corner of [low, high]) {
      const key = `${at(corner[0])},${at(corner[1])}`;
      const bucket = buckets.get(key) ?? new Map<string, Corner>();
      buckets.set(key, bucket.set(String(corner), corner));
    }
  const near = function* ({ low, high }: Border): Generator<Corner> {
    const [west, east] = low[0] < high[0] ? [low[0], high[0]] : [high[0], low[0]];
    for (let col = at(west - REACH); col <= at(east + REACH); col++)
      for (let row = at(low[1] - REACH); row <= at(high[1] + REACH); row++)
        yield* buckets.get(`${col},${row}`)?.values() ?? [];
  };
  return (border) =>
    [...near(border)]
      .flatMap((corner) => {
        const along = placeOn(border, corner);
        return along === undefined ? [] : [{ along, corner }];
      })
      .sort((a, b) => a.along - b.along)
      .map(({ corner }) => corner);
};

/** Where on an edge a corner lies, 0 to 1; undefined when it does not, or is one of its ends. */
const placeOn = ({ low: [ax, ay], high: [bx, by] }: Border, [x, y]: Corner): number | undefined => {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = ((x - ax) * dx + (y - ay) * dy) / squared;
  const aside = Math.abs((x - ax) * dy - (y - ay) * dx) / Math.sqrt(squared);
  return along > 0 && along < 1 && aside <= REACH ? along : undefined;
};
