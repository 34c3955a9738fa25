import type { Area, Polygon } from '../city/City.ts';
import type { Scale } from './distanceTo.ts';
import { UNITS } from './flattenShapes.ts';
import { metresOfUnit } from './metresOfUnit.ts';
import type { Border, Corner } from './outline/Border.ts';
import { bordersOf } from './outline/bordersOf.ts';
import { joinRings } from './outline/joinRings.ts';
import { simplifyArc } from './outline/simplifyArc.ts';
import { type Arc, traceArcs } from './outline/traceArcs.ts';

/** A map of the areas below one area is drawn about this many points wide. */
const DETAIL = 800;

/**
 * The shapes of all areas that have areas below them, for maps: the union of their leaves, simplified as a map of their parent needs it.
 * Areas of the same parent stay neighbours: the line between two of them is simplified once, and both have it.
 */
export const buildOutlines = (areas: readonly Area[]): ReadonlyMap<string, readonly Polygon[]> => {
  const parents = new Set(areas.map(({ parent }) => parent));
  const leaves = areas.filter(({ code, polygons }) => polygons?.length && !parents.has(code));
  const borders = bordersOf(leaves.map(({ polygons = [] }) => polygons));
  const places = new Map(areas.map(({ code }, i) => [code, i]));
  const above = leaves.map((leaf) => chainAbove(areas, places, leaf));
  const outlines = new Map<string, readonly Polygon[]>();
  for (const siblings of siblingBorders(borders, above).values())
    for (const [area, polygons] of outlinesOf(siblings)) {
      const code = areas[area]?.code;
      if (code !== undefined) outlines.set(code, polygons);
    }
  return outlines;
};

/** Positions of the areas above one, from the root down. */
const chainAbove = (
  areas: readonly Area[],
  places: ReadonlyMap<string, number>,
  { parent }: Area,
): readonly number[] => {
  const chain: number[] = [];
  for (let code = parent; code !== undefined; ) {
    const at = places.get(code);
    if (at === undefined || chain.includes(at)) break;
    chain.unshift(at);
    code = areas[at]?.parent;
  }
  return chain;
};

/** For each parent (-1 above the roots) the borders of the areas right below it, with these as neighbours. */
const siblingBorders = (
  borders: readonly Border[],
  above: readonly (readonly number[])[],
): ReadonlyMap<number, readonly Border[]> => {
  const groups = new Map<number, Border[]>();
  for (const border of borders)
    for (const { parent, left, right } of pairsOf(above[border.left] ?? [], above[border.right] ?? [])) {
      const group = groups.get(parent);
      const between = { ...border, left, right };
      if (group) group.push(between);
      else groups.set(parent, [between]);
    }
  return groups;
};

/** Whom a border between two leaves is between, level by level: siblings, or an area and what is outside its parent. */
const pairsOf = (left: readonly number[], right: readonly number[]) =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, depth) => {
    const [a = -1, b = -1] = [left[depth], right[depth]];
    const [overA, overB] = [left[depth - 1] ?? -1, right[depth - 1] ?? -1];
    if (a === b) return [];
    if (overA === overB) return [{ parent: overA, left: a, right: b }];
    return [
      ...(a < 0 ? [] : [{ parent: overA, left: a, right: -1 }]),
      ...(b < 0 ? [] : [{ parent: overB, left: -1, right: b }]),
    ];
  }).flat();

/** The simplified polygons of the areas below one parent. */
const outlinesOf = (borders: readonly Border[]): ReadonlyMap<number, readonly Polygon[]> => {
  const { tolerance, scale } = fineness(borders);
  const arcs = traceArcs(borders);
  const lines = linesByArea(arcs, (corners) => simplifyArc(corners, tolerance, scale));
  const whole = linesByArea(arcs, (corners) => corners);
  const least = tolerance ** 2 / (scale.x * scale.y);
  return new Map(
    [...lines].map(([area, simplified]) => {
      const rings = joinRings(simplified, least);
      // What is smaller than a point of the map keeps its shape.
      const drawn = rings.length > 0 ? rings : joinRings(whole.get(area) ?? [], 0);
      return [area, drawn.map((polygon) => polygon.map((ring) => ring.map(toDegrees)))];
    }),
  );
};

const fineness = (borders: readonly Border[]): { readonly tolerance: number; readonly scale: Scale } => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { low, high } of borders)
    for (const [x, y] of [low, high]) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  const scale = metresOfUnit((south + north) / 2 / UNITS);
  return { scale, tolerance: Math.max((east - west) * scale.x, (north - south) * scale.y) / DETAIL };
};

const linesByArea = (
  arcs: readonly Arc[],
  simplify: (corners: readonly Corner[]) => readonly Corner[],
): ReadonlyMap<number, readonly (readonly Corner[])[]> => {
  const lines = new Map<number, (readonly Corner[])[]>();
  for (const { corners, left, right } of arcs) {
    const line = simplify(corners);
    for (const [area, directed] of [
      [left, line],
      [right, line.toReversed()],
    ] as const)
      if (area >= 0) lines.set(area, [...(lines.get(area) ?? []), directed]);
  }
  return lines;
};

const toDegrees = ([x, y]: Corner): readonly [number, number] => [x / UNITS, y / UNITS];
