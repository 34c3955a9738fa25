import type { Polygon, Ring } from '../../city/City.ts';
import { flattenShapes } from '../flattenShapes.ts';
import { type SharedEdges, shareEdges } from '../shareEdges.ts';
import type { Border, Corner } from './Border.ts';
import { closeCracks } from './closeCracks.ts';

/** Every border between shapes, or between a shape and the outside, once. Positions in the list name the shapes. */
export const bordersOf = (shapes: readonly (readonly Polygon[])[]): readonly Border[] => {
  const shared = shareEdges(flattenShapes(shapes.map((polygons) => polygons.map(oriented))));
  const closed: Border[] = [];
  const open: Border[] = [];
  for (let edge = 0; edge < shared.count; edge++) {
    const border = borderOf(shared, edge);
    if (border.left < 0 && border.right < 0) continue;
    (border.left < 0 || border.right < 0 ? open : closed).push(border);
  }
  return [...closed, ...closeCracks(open)];
};

const borderOf = ({ ends, first, owners, upward }: SharedEdges, edge: number): Border => {
  let [left, right] = [-1, -1];
  for (let at = first[edge] as number; at < (first[edge + 1] as number); at++) {
    if (upward[at] === 1) left = owners[at] as number;
    else right = owners[at] as number;
  }
  const corner = (at: number): Corner => [ends[at] as number, ends[at + 1] as number];
  return { low: corner(4 * edge), high: corner(4 * edge + 2), left, right };
};

/** Outer rings against the clock, holes with it: the shape then is always to the left. */
const oriented = (polygon: Polygon): Polygon =>
  polygon.map((ring, i) => (turnOf(ring) > 0 === (i === 0) ? ring : ring.toReversed()));

const turnOf = (ring: Ring): number => {
  const [x0, y0] = ring[0] ?? [0, 0];
  let turn = 0;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[i + 1] ?? [x0, y0];
    turn += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return turn;
};
