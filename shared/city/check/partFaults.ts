import type { Polygon } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { commonPieces } from '../geometry/commonPieces.ts';
import { drawMosaic } from '../geometry/drawMosaic.ts';
import { findOutside } from '../geometry/findOutside.ts';
import { findOverlaps } from '../geometry/findOverlaps.ts';
import { metresText, suchAs } from './mapTexts.ts';

/** A finding before it is said of which area. */
export type Wrong = Pick<Finding, 'what' | 'remedy'>;

/** How the parts of one shape, whose rings are sound, lie to each other: holes in their outer ring and apart, blocks apart. */
export const partFaults = (code: string, polygons: readonly Polygon[]): readonly Wrong[] => {
  const holes = polygons.flatMap((polygon, p) => checkHoles(`${code} 图形的第 ${p + 1} 块`, polygon));
  return holes.length > 0 ? holes : checkBlocks(code, polygons);
};

const checkHoles = (where: string, polygon: Polygon): readonly Wrong[] => {
  if (polygon.length < 2) return [];
  // Each ring is a shape of its own here; the outer one is the first.
  const mosaic = drawMosaic(polygon.map((ring) => [[ring]]));
  const outside = findOutside(mosaic, 0);
  const holes = [...polygon.keys()].slice(1);
  const strayed = holes.flatMap((ring): readonly Wrong[] => {
    const out = outside(ring);
    if (!out) return [];
    const what = `${where}第 ${ring + 1} 环是洞，却有 ${metresText(out.squareMetres)}在外环之外`;
    return [{ what: `${what}${suchAs(out.inside())}`, remedy: '洞要画在外环里面；不是洞就另成一块' }];
  });
  const doubled = findOverlaps(mosaic, holes).overlaps.map(({ a, b, squareMetres }): Wrong => {
    const inside = commonPieces(mosaic, a, b)[0]?.inside;
    return {
      what: `${where}第 ${a + 1} 环与第 ${b + 1} 环两个洞重叠 ${metresText(squareMetres)}${suchAs(inside)}`,
      remedy: '把两个洞并成一个，或改正边界',
    };
  });
  return [...strayed, ...doubled];
};

const checkBlocks = (code: string, polygons: readonly Polygon[]): readonly Wrong[] => {
  if (polygons.length < 2) return [];
  const mosaic = drawMosaic(polygons.map((polygon) => [polygon]));
  return findOverlaps(mosaic, [...polygons.keys()]).overlaps.map(({ a, b, squareMetres }) => {
    const inside = commonPieces(mosaic, a, b)[0]?.inside;
    return {
      what: `${code} 图形的第 ${a + 1} 块与第 ${b + 1} 块重叠 ${metresText(squareMetres)}${suchAs(inside)}`,
      remedy: '把重叠的两块并成一块，或改正边界',
    };
  });
};
