import type { Tell } from '../Trouble.ts';
import { type Mapping, mappingOf, UNUSED } from '../table/Mapping.ts';
import { plainName } from '../table/plainName.ts';
import type { AreaDraft } from './AreaDraft.ts';
import { AREA_PROPERTIES } from './areaProperties.ts';
import type { Feature, TakeFeature } from './Feature.ts';
import { readDraft } from './readDraft.ts';
import type { Spool } from './Spool.ts';
import { takeShape } from './takeShape.ts';
import type { ToWgs84 } from './toWgs84.ts';

export interface AreaWishes {
  readonly map: ReadonlyMap<string, string>;
  readonly ignore: boolean;
  readonly toWgs84: ToWgs84;
  readonly swap: boolean;
}

interface Given extends AreaWishes {
  readonly file: string;
  /** Calls `take` for each feature of the file. */
  readonly read: (take: TakeFeature) => Promise<void>;
  readonly spool: Spool;
  readonly tell: Tell;
}

/** What is used of one map; shapes go to the spool. */
export const importAreas = async (
  given: Given,
): Promise<{ readonly drafts: readonly AreaDraft[]; readonly read: number }> => {
  const { file, spool, tell } = given;
  const columns = new PropertyNames(mappingOf(AREA_PROPERTIES, given.map));
  const drafts: AreaDraft[] = [];
  let read = 0;
  await given.read((feature, at) => {
    read += 1;
    const draft = draftOf(feature, at, columns, given);
    if (!draft) return;
    drafts.push(draft.draft);
    if (draft.draft.drawn) spool.add(draft.shape);
  });
  const stop = (what: string, remedy: string) => tell({ kind: 'stop', file, at: '', what, remedy });
  for (const [key, names] of columns.doubled())
    stop(`属性 ${names.join('、')} 都是 ${key}`, `用 --map 说明不要哪个，如 --map ${names.at(-1)}=-`);
  if (read > 0 && !columns.has('code'))
    stop('图形没有“编码”（code）属性', '补上它；属性名不同时用 --map 属性名=code');
  const unknown = columns.unknown();
  if (unknown.length === 0) return { drafts, read };
  const what = `不认识的属性：${unknown.join('、')}`;
  if (given.ignore) tell({ kind: 'note', file, at: '', what, remedy: '这些属性没有用' });
  else stop(what, '用 --map 属性名=含义 说明，或加 --ignore 不要这些属性');
  return { drafts, read };
};

const draftOf = (
  { properties, geometry }: Feature,
  at: string,
  columns: PropertyNames,
  { file, tell, toWgs84, swap }: Given,
): { readonly draft: AreaDraft; readonly shape: unknown } | undefined => {
  const read = readDraft(columns.read(properties));
  for (const what of read.notes) tell({ kind: 'note', file, at, what, remedy: '看看对不对' });
  const { level, fault, code, name, parent, kind } = read;
  // Without any code nothing is an area; that is said once for the file.
  if (!columns.has('code')) return undefined;
  if (fault || !level) {
    if (fault) tell({ kind: 'skip', file, at, ...fault });
    return undefined;
  }
  const taken = takeShape(geometry, { toWgs84, swap });
  if (!('shape' in taken)) {
    tell({ ...taken, file, at });
    return undefined;
  }
  const draft = {
    code,
    name,
    level,
    parent,
    drawn: taken.shape !== null,
    file,
    at,
    ...(kind ? { kind } : {}),
  };
  return { draft, shape: taken.shape };
};

const KEYS = ['code', 'name', 'level', 'parent', 'kind'] as const;

/** Which property of a map means what; learnt as features come by. */
class PropertyNames {
  private readonly names = new Map<string, string | undefined>();
  private readonly mapping: Mapping;

  constructor(mapping: Mapping) {
    this.mapping = mapping;
  }

  read(properties: Readonly<Record<string, unknown>>): Readonly<Record<(typeof KEYS)[number], unknown>> {
    for (const name of Object.keys(properties))
      if (!this.names.has(name))
        this.names.set(name, this.mapping(name) ?? (plainName(name) === '' ? UNUSED : undefined));
    const found = (key: string): unknown => {
      const name = Object.keys(properties).find((one) => this.names.get(one) === key);
      return name === undefined ? undefined : properties[name];
    };
    return {
      code: found('code'),
      name: found('name'),
      level: found('level'),
      parent: found('parent'),
      kind: found('kind'),
    };
  }

  has(key: string): boolean {
    return [...this.names.values()].includes(key);
  }

  unknown(): readonly string[] {
    return [...this.names].flatMap(([name, key]) => (key === undefined ? [name] : []));
  }

  /** Keys that several properties claim. */
  doubled(): readonly (readonly [string, readonly string[]])[] {
    return KEYS.flatMap((key) => {
      const names = [...this.names].flatMap(([name, meant]) => (meant === key ? [name] : []));
      return names.length > 1 ? [[key, names] as const] : [];
    });
  }
}
