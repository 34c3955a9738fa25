import type { Area, Ring } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { chinaBounds } from './chinaBounds.ts';
import type { Check } from './Draft.ts';

/** Each ring is closed, has an inside, and lies in China with longitude first. The first fault of an area is told. */
export const checkRings: Check = ({ city }) =>
  (city.areas ?? []).flatMap((area, i): readonly Finding[] => {
    const wrong = firstWrong(area);
    return wrong ? [{ at: ['areas', i, 'polygons'], ...wrong }] : [];
  });

type Wrong = Pick<Finding, 'what' | 'remedy'>;

const firstWrong = (area: Area): Wrong | undefined => {
  for (const [p, polygon] of (area.polygons ?? []).entries())
    for (const [r, ring] of polygon.entries()) {
      const wrong = wrongWith(ring);
      const where = `${area.code} 图形的第 ${p + 1} 块第 ${r + 1} 环`;
      if (wrong) return { what: `${where}${wrong.what}`, remedy: wrong.remedy };
    }
  return undefined;
};

const wrongWith = (ring: Ring): Wrong | undefined => {
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
