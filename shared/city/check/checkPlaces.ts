import type { Area, Place } from '../../domain/city/City.ts';
import { chinaBounds } from '../../domain/city/chinaBounds.ts';
import type { Finding } from '../Fault.ts';
import { checkRings } from './checkRings.ts';
import { type Check, type Draft, entriesOf, knows, repeated } from './Draft.ts';

/** Places name a leaf and lie within the city. */
export const checkPlaces: Check = (draft) => {
  const whole = hasWholeMap(draft);
  const bounds = whole ? boundsOf(draft.city.areas ?? []) : undefined;
  const inner = new Set(draft.city.areas?.flatMap((area) => area.parent ?? []));
  const entries = entriesOf(draft, 'places');
  return [
    ...entries.flatMap(({ sound, bad }, i) =>
      [
        ...checkArea(sound, draft, inner),
        ...checkPoint(sound, bounds, whole && bad.size === 0),
        ...checkAliases(sound),
      ].map((finding): Finding => ({ ...finding, at: ['places', i, ...finding.at], ofLine: true })),
    ),
    ...repeated(draft.city.places ?? [], ({ name, lng, lat }) => `${lng} ${lat} ${name}`).map(
      ([i, { name }, first]): Finding => ({
        at: ['places', i],
        also: ['places', first],
        what: `“${name}”写了两次，坐标也一样`,
        remedy: '只留一行，别名写在一起',
      }),
    ),
  ];
};

type Row = Partial<Place>;

const checkAliases = ({ name = '', aliases = [] }: Row): readonly Finding[] =>
  aliases.length < 2
    ? []
    : repeated(aliases, (alias) => alias).map(
        ([, alias]): Finding => ({
          at: ['aliases'],
          what: `“${name}”的别名“${alias}”写了两次`,
          remedy: '只写一次',
        }),
      );

const checkArea = (
  { name = '', area = '' }: Row,
  draft: Draft,
  inner: ReadonlySet<string>,
): readonly Finding[] => {
  if (area === '') return [];
  if (!knows(draft, 'areas', area))
    return [{ at: ['area'], what: `“${name}”的网格 ${area} 不存在`, remedy: '改正 area；空着则按坐标查找' }];
  if (!inner.has(area)) return [];
  return [
    { at: ['area'], what: `“${name}”的 area ${area} 不是最末级`, remedy: '写网格的编码；空着则按坐标查找' },
  ];
};

const checkPoint = (
  { name = '', lng, lat, area = '' }: Row,
  bounds: Bounds | undefined,
  whole: boolean,
): readonly Finding[] => {
  if (lng === undefined || lat === undefined) return [];
  const where = chinaBounds({ lng, lat });
  if (where === 'swapped')
    return [{ at: ['lng'], what: `“${name}”的经纬度写反了`, remedy: 'lng 写经度，lat 写纬度' }];
  const outside =
    bounds && (lng < bounds.west || lng > bounds.east || lat < bounds.south || lat > bounds.north);
  if (where === 'outside' || outside)
    return [{ at: ['lng'], what: `“${name}”的坐标 ${lng}, ${lat} 不在城市范围内`, remedy: '改正坐标' }];
  if (area !== '' || !whole) return [];
  return [{ at: ['area'], what: `“${name}”的坐标不在任何网格里`, remedy: '改正坐标，或写上 area' }];
};

/** Whether every leaf is drawn: while one is not, a place that seems outside may lie in it. */
const hasWholeMap = (draft: Draft): boolean => {
  const { areas } = draft.city;
  if (!areas || draft.partial.has('areas')) return false;
  const parents = new Set(areas.flatMap(({ parent }) => parent ?? []));
  return (
    areas.every(({ code, polygons }) => parents.has(code) || polygons?.length) &&
    checkRings(draft).length === 0
  );
};

interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Of points that are in China: a swapped ring must not make everything fit. */
const boundsOf = (areas: readonly Area[]): Bounds | undefined => {
  const corners = areas
    .flatMap(({ polygons }) => polygons ?? [])
    .flatMap(([outer]) => outer ?? [])
    .filter(([lng, lat]) => chinaBounds({ lng, lat }) === 'inside');
  if (corners.length === 0) return undefined;
  const bounds = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lng, lat] of corners) {
    bounds.west = Math.min(bounds.west, lng);
    bounds.south = Math.min(bounds.south, lat);
    bounds.east = Math.max(bounds.east, lng);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
};
