import type { Area, Point, Polygon, Ring } from '../city/City.ts';

interface Cell {
  readonly area: Area;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Finds the leaf that holds a point. The inside test is half-open (a border belongs to the cell east or north of it), so a point
 * on a border that two leaves share lies in exactly one of them. Areas without polygons are not leaves and are passed over.
 */
export const buildLocator = (areas: readonly Area[]): ((point: Point) => Area | undefined) => {
  const cells = areas.flatMap((area) => (area.polygons?.length ? [cellOf(area)] : []));
  return ({ lng, lat }) =>
    cells.find(
      (cell) =>
        lng >= cell.west &&
        lng <= cell.east &&
        lat >= cell.south &&
        lat <= cell.north &&
        holds(cell.area, lng, lat),
    )?.area;
};

const cellOf = (area: Area): Cell => {
  const corners = (area.polygons ?? []).flatMap((polygon) => polygon[0] ?? []);
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return {
    area,
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
};

const holds = (area: Area, lng: number, lat: number): boolean =>
  (area.polygons ?? []).some((polygon) => insidePolygon(polygon, lng, lat));

const insidePolygon = ([outer, ...holes]: Polygon, lng: number, lat: number): boolean =>
  outer !== undefined && insideRing(outer, lng, lat) && !holes.some((hole) => insideRing(hole, lng, lat));

/**
 * Even–odd rule. Each edge is walked from its lower to its upper end, whichever way the ring runs, so that the two rings
 * that share it compute exactly the same crossing.
 */
const insideRing = (ring: Ring, lng: number, lat: number): boolean => {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] ?? [0, 0];
    const [bx, by] = ring[i + 1] ?? [0, 0];
    if (ay > lat === by > lat) continue;
    const crossing = ay < by ? crossingAt(ax, ay, bx, by, lat) : crossingAt(bx, by, ax, ay, lat);
    if (lng < crossing) inside = !inside;
  }
  return inside;
};

const crossingAt = (lowX: number, lowY: number, highX: number, highY: number, lat: number): number =>
  lowX + ((lat - lowY) / (highY - lowY)) * (highX - lowX);
