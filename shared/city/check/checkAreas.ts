import type { Area, Level } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, knows, levelsOf, repeated } from './Draft.ts';

/** One tree of areas with national codes; the leaves are grids (or cells) with a kind and a geometry. */
export const checkAreas: Check = (draft) => {
  const areas = draft.city.areas;
  if (areas === undefined) return [];
  const known = new Map(areas.map((area) => [area.code, area]));
  const parents = new Set(areas.flatMap((area) => area.parent ?? []));
  return [
    ...repeated(areas, ({ code }) => code).map(
      ([i, { code }]): Finding => ({
        at: ['areas', i, 'code'],
        what: `区域编码 ${code} 用了两次`,
        remedy: '每个区域一个编码；删去重复的一条',
      }),
    ),
    ...checkRoots(areas, draft),
    ...[...areas.entries()].flatMap(([i, area]) =>
      [
        ...checkCode(area),
        ...checkParent(area, area.parent === undefined ? undefined : known.get(area.parent), draft),
        ...(parents.has(area.code) ? checkInner(area) : checkLeaf(area, draft)),
      ].map((finding): Finding => ({ ...finding, at: ['areas', i, ...finding.at] })),
    ),
  ];
};

const checkRoots = (areas: readonly Area[], draft: Draft): readonly Finding[] => {
  const roots = [...areas.entries()].filter(([, area]) => area.parent === undefined);
  if (roots.length === 0 && !draft.partial.has('areas'))
    return [{ at: ['areas'], what: '没有最上级的区域', remedy: '写一个没有 parent 的区域，作为整个城市' }];
  return roots.slice(1).map(([i, area]) => ({
    at: ['areas', i, 'code'],
    what: `${area.code} ${area.name}没有上级，而最上级已经是 ${roots[0]?.[1].code}`,
    remedy: '写上它的 parent',
  }));
};

/** Digits by level. A province or city may also be written with six, filled up with zeros. */
const DIGITS: Readonly<Record<Level, readonly number[]>> = {
  province: [2, 6],
  city: [4, 6],
  county: [6],
  street: [9],
  community: [12],
  grid: [15],
  cell: [16, 17, 18, 19, 20],
};

const checkCode = ({ code, level }: Area): readonly Finding[] =>
  DIGITS[level].includes(code.length)
    ? []
    : [
        {
          at: ['code'],
          what: `编码 ${code} 有 ${code.length} 位，${level} 级应为 ${DIGITS[level].join(' 或 ')} 位`,
          remedy: '改正编码或 level',
        },
      ];

const prefixOf = ({ code, level }: Area): string =>
  level === 'province' ? code.slice(0, 2) : level === 'city' ? code.slice(0, 4) : code;

const checkParent = (area: Area, parent: Area | undefined, draft: Draft): readonly Finding[] => {
  const levels = levelsOf(draft);
  const place = levels.indexOf(area.level);
  if (place < 0)
    return [{ at: ['level'], what: `${area.level} 不在 city.yaml 的 levels 里`, remedy: `用 ${levels.join('、')}` }];
  if (area.parent === undefined) return checkTop(area, draft);
  if (!parent)
    return knows(draft, 'areas', area.parent)
      ? []
      : [{ at: ['parent'], what: `没有编码为 ${area.parent} 的上级区域`, remedy: '改正 parent，或补上那个区域' }];
  const findings: Finding[] = [];
  if (draft.city.levels && parent.level !== levels[place - 1])
    findings.push({
      at: ['parent'],
      what: `上级 ${parent.code} 是 ${parent.level} 级，${area.level} 的上级应为 ${levels[place - 1] ?? '空'}`,
      remedy: '改正 parent 或 level',
    });
  else if (!area.code.startsWith(prefixOf(parent)))
    findings.push({
      at: ['code'],
      what: `编码 ${area.code} 不以上级的编码 ${prefixOf(parent)} 开头`,
      remedy: '改正编码或 parent',
    });
  return findings;
};

const checkTop = (area: Area, draft: Draft): readonly Finding[] => {
  const top = draft.city.levels?.[0];
  const isRoot = draft.city.areas?.find(({ parent }) => parent === undefined) === area;
  if (top === undefined || !isRoot || area.level === top) return [];
  return [{ at: ['level'], what: `最上级的区域是 ${area.level} 级，levels 的第一级是 ${top}`, remedy: '让两处一致' }];
};

const checkInner = (area: Area): readonly Finding[] =>
  area.kind === undefined
    ? []
    : [{ at: ['kind'], what: `${area.code} 下面还有区域，不写 kind`, remedy: '只在最末级写 urban 或 rural' }];

const checkLeaf = (area: Area, draft: Draft): readonly Finding[] => {
  const levels = levelsOf(draft);
  const finest = levels.at(-1) === 'cell' ? levels.slice(-2) : levels.slice(-1);
  if (!finest.includes(area.level)) {
    if (draft.partial.has('areas') || !draft.city.levels) return [];
    return [{ at: ['code'], what: `${area.code} ${area.name}下面没有网格`, remedy: '补上它的网格，或删去它' }];
  }
  const findings: Finding[] = [];
  if (area.kind === undefined)
    findings.push({ at: ['kind'], what: `网格 ${area.code} 没有写 kind`, remedy: '写 urban（城镇）或 rural（乡村）' });
  if (!area.polygons?.length)
    findings.push({ at: ['polygons'], what: `网格 ${area.code} 没有图形`, remedy: '补上 Polygon 或 MultiPolygon' });
  return findings;
};
