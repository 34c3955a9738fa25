import type { Scale } from '../../shared/domain/grid/distanceTo.ts';
import { simplifyArc } from '../../shared/domain/grid/outline/simplifyArc.ts';

/** Where a corner falls in a drawing, in its units. */
export type Spot = readonly [x: number, y: number];
type Ring = readonly Spot[];

/** Corners of all paths of a drawing together: some 25 KB. */
const MOST_CORNERS = 3_000;
/** How far outside the drawing lines are cut, so that the cut's own line is not seen. */
const MARGIN = 8;
const UNITS: Scale = { x: 1, y: 1 };

/**
 * Shapes as paths of a square drawing: cut at its frame, and on whole units. Lines move by about a unit, or by as much more as it takes
 * to have few corners; rings that are smaller than that are left out.
 */
export const tracePaths = (shapes: readonly (readonly Ring[])[], side: number): readonly string[] => {
  let drawn = shapes.map((rings) => rings.map((ring) => once(clipRing(once(ring), side))));
  for (let tolerance = 1; tolerance === 1 || cornersOf(drawn) > MOST_CORNERS; tolerance *= 2)
    drawn = drawn.map((rings) =>
      rings.filter((ring) => spanOf(ring) > tolerance).map((ring) => simplifyArc(ring, tolerance, UNITS)),
    );
  return drawn.map((rings) =>
    rings.map((ring) => `M${ring.map((spot) => spot.join(' ')).join('L')}z`).join(''),
  );
};

const cornersOf = (shapes: readonly (readonly Ring[])[]): number =>
  shapes.flat().reduce((sum, ring) => sum + ring.length, 0);

const spanOf = (ring: Ring): number => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return Math.max(right - left, bottom - top);
};

/** On whole units, each corner once. */
const once = (ring: Ring): Ring => {
  const whole = ring.map(([x, y]): Spot => [Math.round(x), Math.round(y)]);
  return whole.filter(([x, y], at) => x !== whole[at - 1]?.[0] || y !== whole[at - 1]?.[1]);
};

/** Sutherland–Hodgman: one side of the frame after the other. What lies outside becomes lines along the frame, which nobody sees. */
const clipRing = (ring: Ring, side: number): Ring =>
  EDGES.reduce<Ring>((left, { axis, sign }) => {
    const limit = sign > 0 ? side + MARGIN : -MARGIN;
    const room = (spot: Spot): number => sign * (limit - spot[axis]);
    if (left.every((spot) => room(spot) >= 0)) return left;
    return left.flatMap((spot, at): readonly Spot[] => {
      const before = left.at(at - 1) ?? spot;
      const [was, is] = [room(before), room(spot)];
      const kept = is >= 0 ? [spot] : [];
      if (was >= 0 === is >= 0) return kept;
      const share = was / (was - is);
      const across = ([0, 1] as const).map((i) => before[i] + share * (spot[i] - before[i]));
      return [[across[0] ?? 0, across[1] ?? 0], ...kept];
    });
  }, ring);

const EDGES = [
  { axis: 0, sign: 1 },
  { axis: 0, sign: -1 },
  { axis: 1, sign: 1 },
  { axis: 1, sign: -1 },
] as const;
