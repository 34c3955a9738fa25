import type { Area, City } from '../../domain/city/City.ts';
import { drawMosaic } from '../geometry/drawMosaic.ts';
import type { Mosaic } from '../geometry/Mosaic.ts';
import type { Draft } from './Draft.ts';
import { ringFaults } from './ringFaults.ts';

/** The map of a city as far as its shapes are sound: what is wrong with one ring is not told again of its neighbours. */
export interface Survey {
  readonly mosaic: Mosaic;
  /** Positions in the mosaic of the leaves. */
  readonly leaves: readonly number[];
  /** Position in the city's areas of each shape of the mosaic. */
  readonly areas: readonly number[];
  /** Position in the mosaic of an area with a sound shape. */
  readonly shapeOf: (area: Area) => number | undefined;
  /** Whether every leaf is among the leaves. */
  readonly whole: boolean;
}

const surveys = new WeakMap<City['areas'], Survey>();

export const surveyOf = (draft: Draft): Survey => {
  const areas = draft.city.areas ?? [];
  const known = surveys.get(areas) ?? survey(areas, draft);
  surveys.set(areas, known);
  return known;
};

const survey = (areas: City['areas'], draft: Draft): Survey => {
  const wrong = ringFaults(areas);
  const parents = new Set(areas.map(({ parent }) => parent));
  const isLeaf = ({ code }: Area): boolean => !parents.has(code);
  const drawn = [...areas.entries()].filter(([i, { polygons }]) => polygons?.length && !wrong.has(i));
  const shapes = new Map(drawn.map(([, area], shape) => [area, shape]));
  const leaves = drawn.flatMap(([, area], shape) => (isLeaf(area) ? [shape] : []));
  return {
    mosaic: drawMosaic(drawn.map(([, { polygons }]) => polygons ?? [])),
    leaves,
    areas: drawn.map(([i]) => i),
    shapeOf: (area) => shapes.get(area),
    whole: !draft.partial.has('areas') && leaves.length === areas.filter(isLeaf).length,
  };
};
