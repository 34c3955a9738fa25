import type { Scale } from '../../shared/domain/grid/distanceTo.ts';
import { simplifyArc } from '../../shared/domain/grid/outline/simplifyArc.ts';
import { clipRing, type Spot, type SpotRing } from './clipRing.ts';
import { layRing, type Sheet } from './layRing.ts';
import type { FlatRing } from './unfoldShapes.ts';

/** Corners of all rings of a drawing together: some 25 KB. */
const MOST_CORNERS = 3_000;
/** Corners that lines are straightened from: that costs far more than to leave out what cannot be seen. */
const MOST_STRAIGHTENED = 2 * MOST_CORNERS;
/** Corners nearer to one another are one: a unit is 0.14 mm on paper, and a dot of 300 to the inch 0.08. */
const APART = 0.5;
const UNITS: Scale = { x: 1, y: 1 };

/**
 * Shapes as they are seen in a drawing: cut at its frame, and on whole units. Corners that nobody can tell apart go first, then lines
 * move by about a unit; both by as much more as it takes to have few corners, for all shapes alike, so that neighbours still meet.
 */
export const traceShapes = (
  shapes: readonly (readonly FlatRing[])[],
  sheet: Sheet,
): readonly (readonly SpotRing[])[] => {
  let apart = APART;
  let drawn = shapes.map((rings) => rings.map((ring) => clipRing(layRing(ring, sheet, apart), sheet.side)));
  while (cornersOf(drawn) > MOST_STRAIGHTENED) {
    apart *= 2;
    drawn = drawn.map((rings) =>
      rings.filter((ring) => reaches(ring, apart)).map((ring) => thinRing(ring, apart)),
    );
  }
  drawn = drawn.map((rings) => rings.map(onWholeUnits));
  for (let tolerance = 1; ; tolerance *= 2) {
    drawn = drawn.map((rings) =>
      rings.filter((ring) => reaches(ring, tolerance)).map((ring) => simplifyArc(ring, tolerance, UNITS)),
    );
    if (cornersOf(drawn) <= MOST_CORNERS) return drawn;
  }
};

/** Without the corners that are nearer than so much to the one before; the last stays. */
const thinRing = (ring: SpotRing, apart: number): SpotRing => {
  let kept: Spot = [Infinity, Infinity];
  return ring.filter((spot, at) => {
    const [dx, dy] = [spot[0] - kept[0], spot[1] - kept[1]];
    const stays = dx * dx + dy * dy >= apart * apart || at === ring.length - 1;
    if (stays) kept = spot;
    return stays;
  });
};

const cornersOf = (shapes: readonly (readonly SpotRing[])[]): number =>
  shapes.flat().reduce((sum, ring) => sum + ring.length, 0);

/** Whether two of its corners are further apart than so much, east or north. */
const reaches = (ring: SpotRing, far: number): boolean => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  return ring.some(([x, y]) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    return right - left > far || bottom - top > far;
  });
};

/** Each corner once. */
const onWholeUnits = (ring: SpotRing): SpotRing => {
  const whole = ring.map(([x, y]): Spot => [Math.round(x), Math.round(y)]);
  return whole.filter(([x, y], at) => x !== whole[at - 1]?.[0] || y !== whole[at - 1]?.[1]);
};
