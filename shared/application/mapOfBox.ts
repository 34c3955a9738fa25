import type { AreasAnswer } from '../contracts/web.ts';
import type { Area, Polygon } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { sharedBy } from '../domain/city/sharedBy.ts';
import type { Box } from '../domain/grid/Grid.ts';

/** Points of all shapes together: with their brackets about 24 characters each, with what areas are called under a megabyte. */
const MOST_POINTS = 30_000;
/** Where that is not enough, corners are laid on a lattice of so many steps across, the finest that does. */
const LATTICES = [32_000, 16_000, 8_000, 4_000, 2_000, 1_000, 500];

/**
 * A map of the part of the city that a box touches, or of all of it: its leaves, or, where these are more than `most` or do not fit into
 * a megabyte however roughly they are drawn, the finest level above them of which neither is so; with the areas above, without shapes.
 * Leaves are exact as long as the answer stays under a megabyte.
 */
export const mapOfBox = (know: Knowledge): ((box: Box | undefined, most: number) => AreasAnswer) => {
  const boxOf = boxesOf(know);
  return (box, most) => {
    const { layer, shapes } = finest(know, layersUp(know, box, { most, boxOf }));
    const { level, leaves, areas } = layer;
    const shown = new Set(areas.map(({ code }) => code));
    const above = new Set(areas.flatMap(({ code }) => know.lineage(code).slice(1)));
    return {
      type: 'FeatureCollection',
      level,
      leaves,
      features: [
        ...[...above].filter(({ code }) => !shown.has(code)).map((area) => toFeature(area)),
        ...shapes.map((shape, i) => toFeature(areas[i] as Area, shape)),
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

interface Drawn {
  readonly layer: Layer;
  readonly shapes: readonly Shape[];
}

/** The first layer that fits, else the top, where that is too much by the box of each area. */
const finest = (know: Knowledge, layers: Iterable<Layer>): Drawn => {
  const shapesOf = ({ areas }: Layer): readonly Shape[] => areas.map(({ code }) => know.shapeOf(code));
  for (const layer of layers) {
    const shapes = withinSize(shapesOf(layer));
    if (shapes) return { layer, shapes };
  }
  const areas = know.city.areas.filter(({ parent }) => parent === undefined);
  const top = { level: areas[0]?.level ?? '', leaves: false, areas };
  const shapes = shapesOf(top);
  return { layer: top, shapes: withinSize(shapes) ?? shapes.map((shape) => [[cornersOf(boxAround(shape))]]) };
};

/** From the leaves upwards, those of at most so many areas. */
function* layersUp(
  know: Knowledge,
  box: Box | undefined,
  { most, boxOf }: { readonly most: number; readonly boxOf: (code: string) => Box },
): Generator<Layer> {
  const { levels, areas } = know.city;
  const leaves = box ? know.leavesWithin(box, most) : allLeaves(know, most);
  if (leaves) yield { level: leaves[0]?.level ?? levels.at(-1) ?? '', leaves: true, areas: leaves };
  const here = areas.filter(({ code }) => !know.isLeaf(code) && (!box || touch(boxOf(code), box)));
  for (const level of levels.toReversed()) {
    const found = here.filter((area) => area.level === level);
    if (found.length > 0 && found.length <= most) yield { level, leaves: false, areas: found };
  }
}

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
type Ring = Polygon[number];

/** Exact, or on the finest lattice that makes them few enough points; undefined where none does. */
const withinSize = (shapes: readonly Shape[]): readonly Shape[] | undefined => {
  if (pointsIn(shapes) <= MOST_POINTS) return shapes;
  const { west, east } = boxAround(shapes.flat());
  let drawn = shapes;
  for (const steps of LATTICES) {
    const step = (east - west) / steps;
    drawn = drawn.map((shape) => shape.map((polygon) => polygon.map((ring) => onLattice(ring, step))));
    if (pointsIn(drawn) <= MOST_POINTS) return drawn;
  }
  return undefined;
};

const pointsIn = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, shape) => sum + shape.flat().reduce((points, ring) => points + ring.length, 0), 0);

/** Neighbours stay so: a corner that two have goes to the same place. Of a ring that would vanish its box is left. */
const onLattice = (ring: Ring, step: number): Ring => {
  const lay = (degrees: number): number => Math.round(Math.round(degrees / step) * step * 1e7) / 1e7;
  const kept: Ring[number][] = [];
  for (const [lng, lat] of ring) {
    const laid = [lay(lng), lay(lat)] as const;
    // There and back again is no line of its own: a ragged border would go to and fro between two places.
    if (same(kept.at(-2), laid)) kept.pop();
    else if (!same(kept.at(-1), laid)) kept.push(laid);
  }
  return kept.length > 3 ? kept : cornersOf(boxAround([[ring]]));
};

const same = (one: Ring[number] | undefined, other: Ring[number]): boolean =>
  one !== undefined && one[0] === other[0] && one[1] === other[1];

const cornersOf = ({ west, south, east, north }: Box): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

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
