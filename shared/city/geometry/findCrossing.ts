import Flatbush from 'flatbush';
import type { Ring } from '../../domain/city/City.ts';

const UNITS = 1e7;
/** Units: what comes nearer than this touches, and does not cross. */
const TOUCH = 1;

export interface Crossing {
  /** Positions in the ring, from 0, of the points where both edges begin. */
  readonly edges: readonly [number, number];
  readonly at: readonly [lng: number, lat: number];
  /** The edges go through each other; else they only touch, which is harmless unless the ring turns over there. */
  readonly clear: boolean;
}

/** The first place where edges of a ring cross, or else touch, that do not follow each other. */
export const findCrossing = (ring: Ring): Crossing | undefined => {
  const edges = edgesOf(ring);
  const near = nearBy(edges);
  let touch: Crossing | undefined;
  for (const [i, one] of edges.entries())
    for (const j of near(i)) {
      const other = edges[j];
      if (!other || j <= i + 1 || (i === 0 && j === edges.length - 1)) continue;
      const meeting = meet(one, other);
      if (!meeting) continue;
      const at = [degrees(meeting.x + one.originX), degrees(meeting.y + one.originY)] as const;
      const crossing = { edges: [one.place, other.place], at, clear: meeting.clear } as const;
      if (crossing.clear) return crossing;
      touch ??= crossing;
    }
  return touch;
};

/** To the sixth decimal: a place to look at. */
const degrees = (units: number): number => Number((units / UNITS).toFixed(6));

interface Edge {
  readonly place: number;
  readonly originX: number;
  readonly originY: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** In whole units from the first point, so that which side a point lies on is computed exactly; repeated points left out. */
const edgesOf = (ring: Ring): readonly Edge[] => {
  const [originX, originY] = [
    Math.round((ring[0]?.[0] ?? 0) * UNITS),
    Math.round((ring[0]?.[1] ?? 0) * UNITS),
  ];
  const edges: Edge[] = [];
  let [ax, ay] = [0, 0];
  for (const [n, [lng, lat]] of ring.entries()) {
    const [bx, by] = [Math.round(lng * UNITS) - originX, Math.round(lat * UNITS) - originY];
    if (bx !== ax || by !== ay) edges.push({ place: n - 1, originX, originY, ax, ay, bx, by });
    [ax, ay] = [bx, by];
  }
  return edges;
};

/** Few enough to compare each with each. */
const FEW = 40;

const nearBy = (edges: readonly Edge[]): ((i: number) => readonly number[]) => {
  if (edges.length <= FEW) {
    const all = [...edges.keys()];
    return () => all;
  }
  const index = new Flatbush(edges.length);
  const boxes = edges.map(
    ({ ax, ay, bx, by }) => [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const,
  );
  for (const box of boxes) index.add(...box);
  index.finish();
  return (i) => {
    const box = boxes[i];
    return box ? index.search(...box, (j) => j > i).sort((a, b) => a - b) : [];
  };
};

const meet = (
  p: Edge,
  q: Edge,
): { readonly x: number; readonly y: number; readonly clear: boolean } | undefined => {
  const [qa, qb] = [sideOf(p, q.ax, q.ay), sideOf(p, q.bx, q.by)];
  if ((qa > 0 && qb > 0) || (qa < 0 && qb < 0)) return undefined;
  const [pa, pb] = [sideOf(q, p.ax, p.ay), sideOf(q, p.bx, p.by)];
  if ((pa > 0 && pb > 0) || (pa < 0 && pb < 0)) return undefined;
  if (qa === 0 && qb === 0) return alongside(p, q);
  const share = pa / (pa - pb);
  const [x, y] = [p.ax + (p.bx - p.ax) * share, p.ay + (p.by - p.ay) * share];
  const apart = (side: number, { ax, ay, bx, by }: Edge) =>
    Math.abs(side) / Math.hypot(bx - ax, by - ay) > TOUCH;
  return { x, y, clear: apart(qa, p) && apart(qb, p) && apart(pa, q) && apart(pb, q) };
};

/** Twice the area of an edge and a point: positive when the point is on its left. */
const sideOf = ({ ax, ay, bx, by }: Edge, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** Edges on one line meet when they have a stretch or a point in common. */
const alongside = (p: Edge, q: Edge) => {
  const from = Math.max(Math.min(p.ax, p.bx), Math.min(q.ax, q.bx));
  const to = Math.min(Math.max(p.ax, p.bx), Math.max(q.ax, q.bx));
  const low = Math.max(Math.min(p.ay, p.by), Math.min(q.ay, q.by));
  const high = Math.min(Math.max(p.ay, p.by), Math.max(q.ay, q.by));
  const y = (p.by - p.ay) * (p.bx - p.ax) < 0 ? high : low;
  return from <= to && low <= high ? { x: from, y, clear: false } : undefined;
};
