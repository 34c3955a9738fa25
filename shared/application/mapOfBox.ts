import type { AreasAnswer } from '../contracts/web.ts';
import type { Area, Polygon } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { sharedBy } from '../domain/city/sharedBy.ts';
import type { Box } from '../domain/grid/Grid.ts';

/** Points of all shapes together: with their brackets about 24 characters each, under a megabyte. */
const MOST_POINTS = 35_000;
/** Where that is not enough, corners are laid on a lattice of so many steps across, the finest that does. */
const LATTICES = [32_000, 16_000, 8_000, 4_000, 2_000, 1_000, 500];

/**
 * A map of the part of the city that a box touches, or of all of it: its leaves, or, where these are more than `most`, the finest level
 * above them of which there are not; with the areas above, without shapes. Leaves are exact as long as the answer stays under a megabyte.
 */
export const mapOfBox = (know: Knowledge): ((box: Box | undefined, most: number) => AreasAnswer) => {
  const boxOf = boxesOf(know);
  return (box, most) => {
    const { level, leaves, areas } = finest(know, box, { most, boxOf });
    const shapes = areas.map(({ code }) => know.shapeOf(code));
    const shown = new Set(areas.map(({ code }) => code));
    const above = new Set(areas.flatMap(({ code }) => know.lineage(code).slice(1)));
    return {
      type: 'FeatureCollection',
      level,
      leaves,
      features: [
        ...[...above].filter(({ code }) => !shown.has(code)).map((area) => toFeature(area)),
        ...withinSize(shapes).map((shape, i) => toFeature(areas[i] as Area, shape)),
      ],
    };
  };
};

interface Layer {
  readonly level: string;
  /** Nothing lies below them. */
  readonly leaves: boolean;
  readonly areas: readonly Area[];
}

const finest = (
  know: Knowledge,
  box: Box | undefined,
  { most, boxOf }: { readonly most: number; readonly boxOf: (code: string) => Box },
): Layer => {
  const { levels, areas } = know.city;
  const leaves = box ? know.leavesWithin(box, most) : allLeaves(know, most);
  if (leaves) return { level: leaves[0]?.level ?? levels.at(-1) ?? '', leaves: true, areas: leaves };
  const here = areas.filter(({ code }) => !know.isLeaf(code) && (!box || touch(boxOf(code), box)));
  for (const level of levels.toReversed()) {
    const found = here.filter((area) => area.level === level);
    if (found.length > 0 && found.length <= most) return { level, leaves: false, areas: found };
  }
  const roots = areas.filter(({ parent }) => parent === undefined);
  return { level: roots[0]?.level ?? '', leaves: false, areas: roots };
};

const allLeaves = (know: Knowledge, most: number): readonly Area[] | undefined => {
  const leaves = know.city.areas.filter(({ code }) => know.isLeaf(code));
  return leaves.length <= most ? leaves : undefined;
};

/** The boxes of areas above the leaves, each made once for as long as the version is kept. */
const boxesOf = sharedBy((know: Knowledge): ((code: string) => Box) => {
  const boxes = new Map<string, Box>();
  return (code) => {
    const box = boxes.get(code) ?? boxAround(know.shapeOf(code));
    boxes.set(code, box);
    return box;
  };
});

const boxAround = (polygons: readonly Polygon[]): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of polygons.flat(2)) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
};

const touch = (a: Box, b: Box): boolean =>
  a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;

type Shape = readonly Polygon[];

const withinSize = (shapes: readonly Shape[]): readonly Shape[] => {
  if (pointsIn(shapes) <= MOST_POINTS) return shapes;
  const { west, east } = boxAround(shapes.flat());
  let drawn = shapes;
  for (const steps of LATTICES) {
    const step = (east - west) / steps;
    drawn = drawn.map((shape) => shape.map((polygon) => polygon.map((ring) => onLattice(ring, step))));
    if (pointsIn(drawn) <= MOST_POINTS) break;
  }
  return drawn;
};

const pointsIn = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, shape) => sum + shape.flat().reduce((points, ring) => points + ring.length, 0), 0);

/** Neighbours stay so: a corner that two have goes to the same place. A ring that would vanish keeps its corners. */
const onLattice = (ring: Polygon[number], step: number): Polygon[number] => {
  const lay = (degrees: number): number => Math.round(Math.round(degrees / step) * step * 1e7) / 1e7;
  const laid = ring.map(([lng, lat]) => [lay(lng), lay(lat)] as const);
  const kept = laid.filter(
    ([lng, lat], i) => i === 0 || lng !== laid[i - 1]?.[0] || lat !== laid[i - 1]?.[1],
  );
  return kept.length > 3 ? kept : ring;
};

const toFeature = (area: Area, shape?: Shape): AreasAnswer['features'][number] => ({
  type: 'Feature',
  properties: {
    code: area.code,
    name: area.name,
    level: area.level,
    ...(area.kind === undefined ? {} : { kind: area.kind }),
    ...(area.parent === undefined ? {} : { parent: area.parent }),
  },
  geometry:
    shape === undefined ? null : { type: 'MultiPolygon', coordinates: shape as [number, number][][][] },
});
