import type { Area, Level } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, entriesOf, knows, levelsOf, repeated } from './Draft.ts';

/** One tree of areas with national codes, each level under the one before it. */
export const checkAreas: Check = (draft) => {
  const areas = draft.city.areas;
  if (areas === undefined) return [];
  const known = new Map(areas.map((area) => [area.code, area]));
  const entries = entriesOf(draft, 'areas');
  return [
    ...repeated(entries, ({ sound }) => sound.code).map(
      ([i, { sound }]): Finding => ({
        at: ['areas', i, 'code'],
        what: `区域编码 ${sound.code} 用了两次`,
        remedy: '每个区域一个编码；删去重复的一条',
        ofLine: true,
      }),
    ),
    ...checkRoots(areas, draft),
    ...entries.flatMap(({ sound }, i) =>
      [...checkCode(sound), ...checkLevel(sound, draft), ...checkParent(sound, known, draft)].map(
        (finding): Finding => ({ ...finding, at: ['areas', i, ...finding.at], ofLine: true }),
      ),
    ),
  ];
};

type Row = Partial<Area>;

const checkRoots = (areas: readonly Area[], draft: Draft): readonly Finding[] => {
  const [root, ...others] = [...areas.entries()].filter(([, area]) => area.parent === undefined);
  if (root) return [...checkTop(root, levelsOf(draft)), ...others.map((other) => secondRoot(other, root))];
  return draft.partial.has('areas')
    ? []
    : [{ at: ['areas'], what: '没有最上级的区域', remedy: '写一个没有 parent 的区域，作为整个城市' }];
};

type Entry = readonly [number, Area];

const secondRoot = ([i, { code, name }]: Entry, [, root]: Entry): Finding => ({
  at: ['areas', i, 'code'],
  what: `${code} ${name}没有上级，而最上级已经是 ${root.code}`,
  remedy: '写上它的 parent',
});

const checkTop = ([i, { level }]: Entry, levels: readonly Level[] | undefined): readonly Finding[] =>
  levels === undefined || level === levels[0]
    ? []
    : [
        {
          at: ['areas', i, 'level'],
          what: `最上级的区域是 ${level} 级，levels 的第一级是 ${levels[0]}`,
          remedy: '让两处一致',
        },
      ];

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

const checkCode = ({ code, level }: Row): readonly Finding[] =>
  code === undefined || level === undefined || DIGITS[level].includes(code.length)
    ? []
    : [
        {
          at: ['code'],
          what: `编码 ${code} 有 ${code.length} 位，${level} 级应为 ${DIGITS[level].join(' 或 ')} 位`,
          remedy: '改正编码或 level',
        },
      ];

const checkLevel = ({ level }: Row, draft: Draft): readonly Finding[] => {
  const levels = levelsOf(draft);
  if (!levels || level === undefined || levels.includes(level)) return [];
  return [{ at: ['level'], what: `${level} 不在 city.yaml 的 levels 里`, remedy: `用 ${levels.join('、')}` }];
};

/** The part of a code that all codes below it begin with. */
const prefixOf = ({ code, level }: Area): string =>
  level === 'province' ? code.slice(0, 2) : level === 'city' ? code.slice(0, 4) : code;

const checkParent = (area: Row, known: ReadonlyMap<string, Area>, draft: Draft): readonly Finding[] => {
  if (area.parent === undefined) return [];
  const parent = known.get(area.parent);
  if (!parent) return knows(draft, 'areas', area.parent) ? [] : [unknownParent(area.parent)];
  const levels = levelsOf(draft);
  const place = area.level === undefined ? -1 : (levels?.indexOf(area.level) ?? -1);
  if (levels && place >= 0 && parent.level !== levels[place - 1])
    return [
      {
        at: ['parent'],
        what: `上级 ${parent.code} 是 ${parent.level} 级，${area.level} 的上级应为 ${levels[place - 1] ?? '空'}`,
        remedy: '改正 parent 或 level',
      },
    ];
  if (area.code === undefined || area.code.startsWith(prefixOf(parent))) return [];
  return [
    {
      at: ['code'],
      what: `编码 ${area.code} 不以上级的编码 ${prefixOf(parent)} 开头`,
      remedy: '改正编码或 parent',
    },
  ];
};

const unknownParent = (code: string): Finding => ({
  at: ['parent'],
  what: `没有编码为 ${code} 的上级区域`,
  remedy: '改正 parent，或补上那个区域',
});
