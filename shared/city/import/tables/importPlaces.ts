import type { Place, Point } from '../../../domain/city/City.ts';
import { chinaBounds } from '../../../domain/city/chinaBounds.ts';
import type { ToWgs84 } from '../areas/toWgs84.ts';
import type { Directory } from '../table/Directory.ts';
import type { Row } from '../table/Row.ts';
import { AREA_CODE, refer } from '../table/refer.ts';
import { areaKey } from './importRoutes.ts';

interface Wishes {
  readonly areas: Directory;
  readonly toWgs84: ToWgs84;
  /** Latitude stands first. */
  readonly swap: boolean;
}

/** Places, with coordinates made WGS-84. */
export const importPlaces = (rows: readonly Row[], wishes: Wishes): readonly Place[] =>
  rows.flatMap((row): readonly Place[] => {
    const name = row.text('name');
    if (name === '') row.skip('name', '没有写地名', '补上它');
    const point = pointOf(row, wishes);
    const area = refer(row, { key: areaKey(row), noun: '区域', code: AREA_CODE }, wishes.areas);
    const aliases = row
      .text('aliases')
      .split(/[|｜、,，;；/]/u)
      .map((alias) => alias.trim());
    const kind = row.text('kind');
    if (!row.sound || !point) return [];
    return [
      { name, aliases: aliases.filter((alias) => alias !== '' && alias !== name), ...point, area, kind },
    ];
  });

const pointOf = (row: Row, { toWgs84, swap }: Wishes): Point | undefined => {
  const pair = row.text('point').match(/-?\d+(?:\.\d+)?/gu) ?? [];
  const [first, second] = pair.length === 2 ? pair : [row.text('lng'), row.text('lat')];
  const [lng, lat] = (swap ? [second, first] : [first, second]).map((text) =>
    text ? Number(text) : Number.NaN,
  );
  const key = row.has('lng') ? 'lng' : 'point';
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    row.skip(key, '没有写经纬度，或写的不是小数', '写成 121.4712 和 31.2304 这样的度数');
    return undefined;
  }
  switch (chinaBounds({ lng, lat })) {
    case 'swapped':
      row.skip(key, `经纬度写反了（${lng}, ${lat}）`, '对调两列，或整张表加 --swap');
      return undefined;
    case 'outside':
      row.skip(
        key,
        `坐标 ${lng}, ${lat} 不在国内`,
        Math.abs(lng) > 1_000 ? '像是以米为单位的投影坐标：导出时选经纬度（EPSG:4326）' : '改正它',
      );
      return undefined;
    case 'inside': {
      const [x, y] = toWgs84([lng, lat]);
      return { lng: x, lat: y };
    }
  }
};
