/** Where a corner falls in a drawing, in its units. */
export type Spot = readonly [x: number, y: number];
export type SpotRing = readonly Spot[];

/** How far outside the drawing lines are cut, so that the cut's own line is not seen. */
export const MARGIN = 8;

/** Sutherland–Hodgman: one side of the frame after the other. What lies outside becomes lines along the frame, which nobody sees. */
export const clipRing = (ring: SpotRing, side: number): SpotRing =>
  EDGES.reduce<SpotRing>((left, { axis, sign }) => {
    const limit = sign > 0 ? side + MARGIN : -MARGIN;
    const room = (spot: Spot): number => sign * (limit - spot[axis]);
    if (left.every((spot) => room(spot) >= 0)) return left;
    const kept: Spot[] = [];
    let before = left.at(-1) ?? [0, 0];
    for (const spot of left) {
      const [was, is] = [room(before), room(spot)];
      if (was >= 0 !== is >= 0) {
        const share = was / (was - is);
        kept.push([before[0] + share * (spot[0] - before[0]), before[1] + share * (spot[1] - before[1])]);
      }
      if (is >= 0) kept.push(spot);
      before = spot;
    }
    return kept;
  }, ring);

const EDGES = [
  { axis: 0, sign: 1 },
  { axis: 0, sign: -1 },
  { axis: 1, sign: 1 },
  { axis: 1, sign: -1 },
] as const;
