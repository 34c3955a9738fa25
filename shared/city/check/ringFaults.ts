import type { City, Ring } from '../../domain/city/City.ts';
import { chinaBounds } from '../../domain/city/chinaBounds.ts';
import { drawMosaic } from '../geometry/drawMosaic.ts';
import { type Crossing, findCrossing } from '../geometry/findCrossing.ts';
import { findPieces } from '../geometry/findPieces.ts';
import { linesOf } from '../geometry/Line.ts';
import { SLIVER } from '../geometry/Mosaic.ts';
import { ringArea } from '../geometry/ringArea.ts';
import { pointText } from './mapTexts.ts';
import { partFaults, type Wrong } from './partFaults.ts';

const known = new WeakMap<City['areas'], ReadonlyMap<number, readonly Wrong[]>>();

/**
 * What is wrong with the shape of an area taken by itself, by its position. Which way a ring runs, repeated points, and a point or a
 * stretch where a ring touches itself or goes there and back are no faults: they change nothing about what it encloses.
 */
export const ringFaults = (areas: City['areas']): ReadonlyMap<number, readonly Wrong[]> => {
  const found = known.get(areas) ?? new Map([...areas.entries()].flatMap(([i, area]) => wrongsOf(i, area)));
  known.set(areas, found);
  return found;
};

const wrongsOf = (i: number, { code, polygons = [] }: City['areas'][number]) => {
  const rings = polygons.flatMap((polygon, p) =>
    polygon.flatMap((ring, r): readonly Wrong[] => {
      const wrong = wrongWith(ring);
      return wrong ? [{ ...wrong, what: `${code} 图形的第 ${p + 1} 块第 ${r + 1} 环${wrong.what}` }] : [];
    }),
  );
  const wrongs = rings.length > 0 ? rings : partFaults(code, polygons);
  return wrongs.length > 0 ? [[i, wrongs] as const] : [];
};

const wrongWith = (ring: Ring): Wrong | undefined => wrongPoints(ring) ?? wrongCourse(ring);

const wrongPoints = (ring: Ring): Wrong | undefined => {
  if (ring.length < 4) return { what: `只有 ${ring.length} 个点`, remedy: '一环至少 4 个点，首尾相同' };
  for (const [n, [lng, lat]] of ring.entries()) {
    const point = `第 ${n + 1} 点 [${lng}, ${lat}]`;
    if (!Number.isFinite(lng) || !Number.isFinite(lat))
      return { what: `${point} 不是数`, remedy: '改正这个坐标' };
    const where = chinaBounds({ lng, lat });
    if (where === 'swapped') return { what: `${point} 的经纬度写反了`, remedy: '先写经度，后写纬度' };
    if (where === 'outside')
      return { what: `${point} 不在中国`, remedy: '坐标应为经纬度（度），检查导出时的坐标系' };
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    return { what: '没有闭合', remedy: '让最后一点与第一点相同' };
  return undefined;
};

/** Square metres: what encloses less has been pressed flat. */
const FLAT = 0.01;

const wrongCourse = (ring: Ring): Wrong | undefined => {
  const crossing = findCrossing(ring);
  if (crossing && (crossing.clear || turnsOver(ring))) return crossed(crossing);
  return ringArea(ring) < FLAT ? { what: '没有面积', remedy: '检查各点，或删去这一环' } : undefined;
};

/** Whether a ring that touches itself goes around some of its places twice, or the other way. */
const turnsOver = (ring: Ring): boolean => {
  const mosaic = drawMosaic([[[ring]]]);
  const pieces = findPieces(mosaic, linesOf(mosaic, 0, 0), (times) => times !== 0);
  const enclosed = pieces.reduce((sum, { squareMetres }) => sum + squareMetres, 0);
  return Math.abs(enclosed - ringArea(ring)) > SLIVER;
};

const crossed = ({ edges: [a, b], at }: Crossing): Wrong => ({
  what: `自相交：第 ${a + 1}–${a + 2} 点的边与第 ${b + 1}–${b + 2} 点的边相交于 ${pointText(at)}`,
  remedy: '改正这些点的位置或先后',
});
