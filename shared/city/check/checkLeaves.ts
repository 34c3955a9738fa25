import type { Area } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, finestOf, levelsOf } from './Draft.ts';

/** What has nothing below it is a grid (or a cell), with a kind and a geometry; only such an area has a kind. */
export const checkLeaves: Check = (draft) => {
  const areas = draft.city.areas ?? [];
  const parents = new Set(areas.flatMap(({ parent }) => parent ?? []));
  const finest = finestOf(levelsOf(draft));
  // A single root is expected; more are told of elsewhere, and have nothing below them just for that.
  const broken = draft.partial.has('areas') || areas.filter(({ parent }) => parent === undefined).length > 1;
  return [...areas.entries()].flatMap(([i, area]) => {
    const wrong = parents.has(area.code)
      ? checkInner(area)
      : finest?.includes(area.level)
        ? checkLeaf(area)
        : checkEmpty(area, broken || !finest);
    return wrong.map((finding): Finding => ({ ...finding, at: ['areas', i, ...finding.at], ofLine: true }));
  });
};

const checkInner = ({ code, kind }: Area): readonly Finding[] =>
  kind === undefined
    ? []
    : [{ at: ['kind'], what: `${code} 下面还有区域，不写 kind`, remedy: '只在最末级写 urban 或 rural' }];

const checkEmpty = ({ code, name }: Area, untold: boolean): readonly Finding[] =>
  untold ? [] : [{ at: ['code'], what: `${code} ${name}下面没有网格`, remedy: '补上它的网格，或删去它' }];

const checkLeaf = ({ code, kind, polygons }: Area): readonly Finding[] => [
  ...(kind === undefined
    ? [{ at: ['kind'], what: `网格 ${code} 没有写 kind`, remedy: '写 urban（城镇）或 rural（乡村）' }]
    : []),
  ...(polygons?.length
    ? []
    : [{ at: ['polygons'], what: `网格 ${code} 没有图形`, remedy: '补上 Polygon 或 MultiPolygon' }]),
];
