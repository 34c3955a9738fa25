import type { Point, Polygon, Ring } from '../city/City.ts';

/**
 * A point well inside a shape, always the same one: the middle of the longest stretch inside it on one of a few lines from west to
 * east through its widest part. Undefined for a shape without area.
 */
export const pointInside = (polygons: readonly Polygon[]): Point | undefined => {
  let best: Middle | undefined;
  for (const polygon of polygons) {
    const found = middleOf(polygon);
    if (found && found.width > (best?.width ?? 0)) best = found;
  }
  return best?.point;
};

interface Middle {
  readonly point: Point;
  readonly width: number;
}

const middleOf = (polygon: Polygon): Middle | undefined => {
  const lats = polygon.flat().map(([, lat]) => lat);
  const south = lats.reduce((least, lat) => Math.min(least, lat), Infinity);
  const north = lats.reduce((most, lat) => Math.max(most, lat), -Infinity);
  let best: Middle | undefined;
  for (const share of LINES) {
    const lat = south + (north - south) * share;
    // A line further from the middle must be much better to win.
    for (const [west, east] of stretches(polygon, lat))
      if (east - west > (best ? best.width * CLEARLY : 0))
        best = { point: { lng: round((west + east) / 2), lat: round(lat) }, width: east - west };
  }
  return best;
};

/** The middle first. None of them is where corners mostly lie: at the ends. */
const LINES = [0.501, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
const CLEARLY = 1.5;

/** Where a line of one latitude is inside: between its first and second crossing of an edge, its third and fourth… */
const stretches = (rings: Polygon, lat: number): readonly (readonly [number, number])[] => {
  const crossings = rings.flatMap((ring) => crossed(ring, lat)).sort((a, b) => a - b);
  return crossings.flatMap((west, at) => {
    const east = crossings[at + 1];
    return at % 2 === 0 && east !== undefined ? [[west, east] as const] : [];
  });
};

const crossed = (ring: Ring, lat: number): readonly number[] =>
  ring.flatMap(([x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? ring[0] ?? [x, y];
    return y > lat === nextY > lat ? [] : [x + ((lat - y) / (nextY - y)) * (nextX - x)];
  });

/** A centimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
