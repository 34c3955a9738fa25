export interface UnitPoint {
  readonly x: number;
  readonly y: number;
}

/** How long a unit is. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** x, y of one end and of the other. */
export type Ends = readonly [number, number, number, number];

/** From a point to the nearest point of an edge, as if the earth were flat there. */
export const distanceTo = ([ax, ay, bx, by]: Ends, { x, y }: UnitPoint, scale: Scale): number => {
  const [px, py] = [(x - ax) * scale.x, (y - ay) * scale.y];
  const [dx, dy] = [(bx - ax) * scale.x, (by - ay) * scale.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  const [offX, offY] = [px - along * dx, py - along * dy];
  // A fifth of the time of Math.hypot, which minds lengths that do not occur.
  return Math.sqrt(offX * offX + offY * offY);
};
