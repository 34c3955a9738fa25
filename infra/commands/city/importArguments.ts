import { AREA_PROPERTIES } from '../../../shared/city/import/areas/areaProperties.ts';
import { CRS_NAMES, type CrsName } from '../../../shared/city/import/areas/toWgs84.ts';
import { type SourceName, TABLES } from '../../../shared/city/import/importFolder.ts';
import { COLUMNS } from '../../../shared/city/import/table/columns.ts';
import { UNUSED } from '../../../shared/city/import/table/Mapping.ts';
import type { TableWishes } from '../../../shared/city/import/table/readTable.ts';
import { Stop } from './Stop.ts';

const SOURCES: readonly SourceName[] = ['areas', ...TABLES];

const isSource = (text: string): text is SourceName => (SOURCES as readonly string[]).includes(text);

/** What somebody wrote behind `--sheet`, `--map`, `--fill`, `--crs`, each of which may say `ledger.` or `ledger=` first. */
interface Written {
  readonly sheet?: readonly string[] | undefined;
  readonly map?: readonly string[] | undefined;
  readonly fill?: readonly string[] | undefined;
  readonly ignore?: boolean | undefined;
}

/** How each source is to be read. Throws `Stop` for what means nothing. */
export const wishesOf = ({ sheet = [], map = [], fill = [], ignore = false }: Written) => {
  const maps = pairs('--map', map, ([, key]) => key);
  const fills = pairs('--fill', fill, ([key]) => key);
  const sheets = sheet.map((text): readonly [string, string] => {
    const [, source = '', name = ''] = /^(\w+)=(.+)$/u.exec(text) ?? [];
    return isSource(source) ? [source, name] : ['', text];
  });
  return (source: SourceName): TableWishes => {
    const name = sheets.find(([of]) => of === source)?.[1] ?? sheets.find(([of]) => of === '')?.[1];
    return {
      map: of(maps, source),
      fill: of(fills, source),
      ignore,
      ...(name === undefined ? {} : { sheet: name }),
    };
  };
};

/** `gcj02`, or `places=bd09`, or both. Throws `Stop` for what is none. */
export const crsOf = (written: readonly string[] = []): ((source: SourceName) => CrsName) => {
  const said = new Map<string, CrsName>();
  for (const text of written.flatMap((part) => part.split(','))) {
    const [first = '', second] = text.trim().split('=');
    const name = CRS_NAMES.find((crs) => crs === (second ?? first).toLowerCase().replaceAll('-', ''));
    if (!name || (second !== undefined && !isSource(first)))
      throw new Stop(`--crs ${text} 写错了：写 ${CRS_NAMES.join('、')} 之一，或 places=bd09 这样分开写`, 2);
    said.set(second === undefined ? '' : first, name);
  }
  return (source) => said.get(source) ?? said.get('') ?? 'wgs84';
};

type Pair = readonly [string, string];
interface Told {
  /** '' for all. */
  readonly source: SourceName | '';
  readonly pair: Pair;
}

const pairs = (option: string, written: readonly string[], keyIn: (pair: Pair) => string): readonly Told[] =>
  written
    .flatMap((text) => text.split(/[,，]/u))
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [, before = '', after = ''] = /^([^=]+)=(.*)$/u.exec(text.trim()) ?? [];
      const [, source = '', rest = ''] = /^(\w+)\.(.+)$/u.exec(before) ?? [];
      const told: Told = isSource(source)
        ? { source, pair: [rest, after] }
        : { source: '', pair: [before, after] };
      const known = told.source === '' ? SOURCES.flatMap(keysOf) : keysOf(told.source);
      const key = keyIn(told.pair);
      if (!known.includes(key) && !(option === '--map' && key === UNUSED))
        throw new Stop(
          `${option} ${text.trim()} 写错了：${key === '' ? '要写成 A=B' : `没有“${key}”`}，只能是 ${[...new Set(known)].join('、')}`,
          2,
        );
      return told;
    });

const keysOf = (source: SourceName): readonly string[] =>
  Object.keys(source === 'areas' ? AREA_PROPERTIES : COLUMNS[source].names);

const of = (told: readonly Told[], source: SourceName): ReadonlyMap<string, string> =>
  new Map(told.filter((one) => one.source === '' || one.source === source).map(({ pair }) => pair));
