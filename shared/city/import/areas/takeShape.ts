import { chinaBounds } from '../../../domain/city/chinaBounds.ts';
import type { ToWgs84 } from './toWgs84.ts';

interface Wishes {
  readonly toWgs84: ToWgs84;
  /** Latitude stands first. */
  readonly swap: boolean;
}

interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}

type Taking =
  /** `null`: there is no shape, which is no fault of a street. */
  | { readonly shape: Shape | null }
  | { readonly kind: 'stop' | 'skip'; readonly what: string; readonly remedy: string };

type Position = readonly [number, number, ...number[]];

/** A shape in WGS-84 with longitude first, without heights, or why it cannot be had. */
export const takeShape = (geometry: unknown, wishes: Wishes): Taking => {
  if (geometry === null) return { shape: null };
  const { type, coordinates } = Object(geometry) as {
    readonly type?: unknown;
    readonly coordinates?: unknown;
  };
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return {
      kind: 'skip',
      what: `图形是 ${String(type)}，不是面`,
      remedy: '只导出面图层（Polygon、MultiPolygon）',
    };
  const first = firstPosition(coordinates);
  if (!first) return { kind: 'skip', what: '图形的坐标读不出来', remedy: '从地图软件重新导出这个图形' };
  const trouble = troubleOf(first, wishes.swap);
  if (trouble) return { kind: 'stop', ...trouble };
  try {
    return { shape: { type, coordinates: convert(coordinates, wishes) } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'skip', what: '图形里有不是坐标的内容', remedy: '从地图软件重新导出这个图形' };
  }
};

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length > 1 && value.every((part) => typeof part === 'number');

const firstPosition = (value: unknown): Position | undefined => {
  if (isPosition(value)) return value;
  return Array.isArray(value) && value.length > 0 ? firstPosition(value[0]) : undefined;
};

/** A city is small beside China: where its first corner is wrong, all are. */
const troubleOf = ([first, second]: Position, swap: boolean) => {
  const [lng, lat] = swap ? [second, first] : [first, second];
  if (Math.abs(lng) > 180 || Math.abs(lat) > 180)
    return {
      what: '坐标像是以米为单位的投影坐标，不是经纬度',
      remedy: '从地图软件导出时选 EPSG:4326（经纬度）',
    };
  switch (chinaBounds({ lng, lat })) {
    case 'swapped':
      return { what: '坐标的经纬度写反了（纬度在前）', remedy: swap ? '去掉 --swap' : '加 --swap' };
    case 'outside':
      return { what: '图形不在国内', remedy: '看看坐标系选得对不对' };
    case 'inside':
      return undefined;
  }
};

const convert = (value: unknown, wishes: Wishes): unknown => {
  if (isPosition(value)) return wishes.toWgs84(wishes.swap ? [value[1], value[0]] : [value[0], value[1]]);
  if (!Array.isArray(value) || value.length === 0) throw new TypeError('Not a list of positions');
  return value.map((part: unknown) => convert(part, wishes));
};
