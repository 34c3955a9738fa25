import { Delaunay } from 'd3-delaunay';
import type { Ring } from '../shared/domain/city/City.ts';

type Corner = Ring[number];
type Site = [number, number];

const CENTRE = { lng: 121.4, lat: 31.2 };
/** Metres of a degree at the centre. */
const DEGREE = { lng: 95_300, lat: 110_870 };
const SIDE = 100;
/** Corners nearer than this become one: an edge must outlive rounding to a centimetre. */
const SHORTEST = 0.5;

/**
 * Irregular cells of about 10,000 m² that fill a square around the centre of Shanghai: closed rings in degrees, corners rounded to 1e-7.
 * Neighbours share their corners exactly (the very same pair). The same count and seed give the same cells.
 */
export const voronoiCells = (count: number, seed: number): readonly Ring[] => {
  const random = randomFrom(seed);
  const side = Math.sqrt(count) * SIDE;
  const sites = Array.from({ length: count }, (): Site => [random() * side, random() * side]);
  const { triangles, halfedges, inedges, circumcenters } = trianglesOf([...sites, ...mirrored(sites, side)]);
  const corners = cornersOf(circumcenters, triangles, halfedges, side);
  return sites.map((_, site) => {
    const ring: Corner[] = [];
    const first = inedges[site] ?? -1;
    let edge = first;
    do {
      const corner = corners[Math.floor(edge / 3)];
      if (corner && corner !== ring.at(-1)) ring.push(corner);
      const next = edge % 3 === 2 ? edge - 2 : edge + 1;
      edge = halfedges[next] ?? -1;
    } while (edge !== first);
    const [start] = ring;
    if (start && start !== ring.at(-1)) ring.push(start);
    return ring;
  });
};

/** Sites near the border, mirrored at it: the border then is made of edges like any other, and no cell need be clipped. */
const mirrored = (sites: readonly Site[], side: number): readonly Site[] => {
  const near = 8 * SIDE;
  return sites.flatMap(([x, y]) => {
    const images: Site[] = [];
    if (x < near) images.push([-x, y]);
    if (y < near) images.push([x, -y]);
    if (side - x < near) images.push([2 * side - x, y]);
    if (side - y < near) images.push([x, 2 * side - y]);
    return images;
  });
};

const trianglesOf = (sites: Iterable<Site>) => {
  const delaunay = Delaunay.from(sites);
  const { triangles, halfedges, inedges } = delaunay;
  return { triangles, halfedges, inedges, circumcenters: delaunay.voronoi().circumcenters };
};

/** The corner of each triangle: one pair for all triangles whose centres are too near to each other. */
const cornersOf = (
  centres: ArrayLike<number>,
  triangles: ArrayLike<number>,
  halfedges: ArrayLike<number>,
  side: number,
): readonly Corner[] => {
  const count = triangles.length / 3;
  const leader = Int32Array.from({ length: count }, (_, triangle) => triangle);
  const find = (triangle: number): number => {
    let at = triangle;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  for (let edge = 0; edge < halfedges.length; edge++) {
    const other = halfedges[edge] ?? -1;
    if (other < edge) continue;
    const [a, b] = [Math.floor(edge / 3), Math.floor(other / 3)];
    const apart = Math.hypot(
      (centres[2 * a] ?? 0) - (centres[2 * b] ?? 0),
      (centres[2 * a + 1] ?? 0) - (centres[2 * b + 1] ?? 0),
    );
    if (!(apart < SHORTEST)) continue;
    const [one, two] = [find(a), find(b)];
    leader[Math.max(one, two)] = Math.min(one, two);
  }
  const made = new Map<number, Corner>();
  return Array.from({ length: count }, (_, triangle) => {
    const at = find(triangle);
    const corner = made.get(at) ?? cornerAt(centres[2 * at] ?? 0, centres[2 * at + 1] ?? 0, side);
    made.set(at, corner);
    return corner;
  });
};

const cornerAt = (x: number, y: number, side: number): Corner => [
  round(CENTRE.lng + (onBorder(x, side) - side / 2) / DEGREE.lng),
  round(CENTRE.lat + (onBorder(y, side) - side / 2) / DEGREE.lat),
];

/** A corner a hair off the border is on it. */
const onBorder = (at: number, side: number): number =>
  Math.abs(at) < 1e-3 ? 0 : Math.abs(at - side) < 1e-3 ? side : at;

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Mulberry32. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
