import type { Area, Place } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { chinaBounds } from './chinaBounds.ts';
import { type Check, type Draft, knows } from './Draft.ts';

/** Places name a leaf and lie within the city. */
export const checkPlaces: Check = (draft) => {
  const bounds = boundsOf(draft.city.areas ?? []);
  const inner = new Set(draft.city.areas?.flatMap((area) => area.parent ?? []));
  return (draft.city.places ?? []).flatMap((place, i) =>
    [...checkArea(place, draft, inner), ...checkPoint(place, bounds)].map((finding) => ({
      ...finding,
      at: ['places', i, ...finding.at],
    })),
  );
};

const checkArea = ({ name, area }: Place, draft: Draft, inner: ReadonlySet<string>): readonly Finding[] => {
  if (area === '') return [];
  if (!knows(draft, 'areas', area))
    return [{ at: ['area'], what: `“${name}”的网格 ${area} 不存在`, remedy: '改正 area；空着则按坐标查找' }];
  if (!inner.has(area)) return [];
  return [{ at: ['area'], what: `“${name}”的 area ${area} 不是最末级`, remedy: '写网格的编码；空着则按坐标查找' }];
};

const checkPoint = (place: Place, bounds: Bounds | undefined): readonly Finding[] => {
  const { name, lng, lat } = place;
  const where = chinaBounds(place);
  if (where === 'swapped')
    return [{ at: ['lng'], what: `“${name}”的经纬度写反了`, remedy: 'lng 写经度，lat 写纬度' }];
  const outside = bounds && (lng < bounds.west || lng > bounds.east || lat < bounds.south || lat > bounds.north);
  if (where === 'outside' || outside)
    return [{ at: ['lng'], what: `“${name}”的坐标 ${lng}, ${lat} 不在城市范围内`, remedy: '改正坐标' }];
  if (place.area !== '') return [];
  return [{ at: ['area'], what: `“${name}”的坐标不在任何网格里`, remedy: '改正坐标，或写上 area' }];
};

interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Of points that are in China: a swapped ring must not make everything fit. */
const boundsOf = (areas: readonly Area[]): Bounds | undefined => {
  let bounds: Bounds | undefined;
  for (const area of areas)
    for (const polygon of area.polygons ?? [])
      for (const [lng, lat] of polygon[0] ?? [])
        if (chinaBounds({ lng, lat }) === 'inside')
          bounds = {
            west: Math.min(bounds?.west ?? lng, lng),
            south: Math.min(bounds?.south ?? lat, lat),
            east: Math.max(bounds?.east ?? lng, lng),
            north: Math.max(bounds?.north ?? lat, lat),
          };
  return bounds;
};
