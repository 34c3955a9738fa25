import type { Area, Level } from '../../../domain/city/City.ts';
import { LEVELS } from '../../schema/settingsSchema.ts';
import type { Tell } from '../Trouble.ts';
import { Directory } from '../table/Directory.ts';
import type { AreaDraft } from './AreaDraft.ts';

/** An area without its shape. */
export type Head = Omit<Area, 'polygons'>;

interface Tree {
  /** Areas that no feature stood for. */
  readonly made: readonly Head[];
  /** One for each draft, in the same order. */
  readonly heads: readonly Head[];
}

interface Wishes {
  /** What is known of areas already: names and kinds that the map leaves out. */
  readonly before: readonly Head[];
  /** `--kind`, for leaves that do not say. */
  readonly kind?: Area['kind'];
  readonly tell: Tell;
}

/** Puts areas under their parents, makes the parents that are missing, and gives leaves a kind. */
export const completeTree = (drafts: readonly AreaDraft[], { before, kind, tell }: Wishes): Tree => {
  const known = new Map(before.map((area) => [area.code, area]));
  const placed = placeAll(drafts, tell);
  const made = makeMissing(placed, known);
  const parents = new Set([...placed, ...made].map(({ parent }) => parent));
  const file = drafts[0]?.file ?? '';
  for (const { code, name } of made) {
    const [what, remedy] =
      name === code
        ? ['上级区域没有给，已补上，名称暂写编码', '在 areas.geojson 里改成真名']
        : ['上级区域没有给，已照原来的补上', '看看对不对'];
    tell({ kind: 'note', file, at: code, what, remedy });
  }
  const heads = drafts.map((draft, i): Head => {
    const { parent = '' } = placed[i] ?? {};
    const leaf = !parents.has(draft.code);
    return headOf(draft, { parent, leaf, known: known.get(draft.code), kind, tell });
  });
  return { made, heads };
};

interface Found {
  readonly parent: string;
  /** Nothing is below it. */
  readonly leaf: boolean;
  /** The area of that code before. */
  readonly known: Head | undefined;
  readonly kind: Area['kind'] | undefined;
  readonly tell: Tell;
}

const headOf = (draft: AreaDraft, { parent, leaf, known, kind, tell }: Found): Head => {
  const { code, level, file, at } = draft;
  const name = draft.name || known?.name || code;
  if (draft.name === '') {
    const what = name === code ? '没有名称，暂写编码' : '没有名称，照原来的写';
    tell({ kind: 'note', file, at, what, remedy: '在地图软件里补上，或改 areas.geojson' });
  }
  if (!leaf && draft.kind)
    tell({ kind: 'note', file, at, what: '下面还有区域，城乡类型没有用', remedy: '只有最末级写城乡类型' });
  const head = { code, name, level, ...(parent === '' ? {} : { parent }) };
  const found = leaf ? (draft.kind ?? known?.kind ?? kind) : undefined;
  if (leaf && !found)
    tell({
      kind: 'stop',
      file,
      at,
      what: '没有写城乡类型',
      remedy: '加 --kind urban（城镇）或 --kind rural（乡村）',
    });
  return found ? { ...head, kind: found } : head;
};

interface Placed {
  readonly code: string;
  readonly level: Level;
  readonly parent: string;
}

const placeAll = (drafts: readonly AreaDraft[], tell: Tell): readonly Placed[] => {
  const codes = new Set(drafts.map(({ code }) => code));
  const directory = new Directory(drafts);
  const several = manyCounties(drafts);
  return drafts.map(({ code, level, parent, file, at }) => {
    const derived = parentOf(code, level, { codes, several });
    if (parent === '' || codes.has(parent)) return { code, level, parent: parent || derived };
    const found = directory.find(parent);
    if (found && 'code' in found) return { code, level, parent: found.code };
    if (!/^\d+$/u.test(parent)) {
      tell({
        kind: 'note',
        file,
        at,
        what: `找不到上级“${parent.slice(0, 20)}”，按编码定了上级`,
        remedy: '看看对不对',
      });
      return { code, level, parent: derived };
    }
    return { code, level, parent };
  });
};

const manyCounties = (areas: readonly Pick<Head, 'code' | 'level'>[]): boolean =>
  new Set(
    areas.flatMap(({ level, code }) => (level === 'city' || level === 'province' ? [] : [code.slice(0, 6)])),
  ).size > 1;

interface Others {
  readonly codes: ReadonlySet<string>;
  /** More than one county: something must stand above them. */
  readonly several: boolean;
}

/** The code of the area above by the rule of the codes; '' for the root. */
const parentOf = (code: string, level: Level, { codes, several }: Others): string => {
  switch (level) {
    case 'cell':
      return code.slice(0, 15);
    case 'grid':
      return code.slice(0, 12);
    case 'community':
      return code.slice(0, 9);
    case 'street':
      return code.slice(0, 6);
    case 'county': {
      const [short, long] = [code.slice(0, 4), `${code.slice(0, 4)}00`];
      return codes.has(short) ? short : codes.has(long) || several ? long : '';
    }
    case 'city': {
      const [short, long] = [code.slice(0, 2), `${code.slice(0, 2)}0000`];
      return codes.has(short) ? short : codes.has(long) ? long : '';
    }
    case 'province':
      return '';
  }
};

const ABOVE: Readonly<Record<number, Level>> = { 6: 'county', 9: 'street', 12: 'community', 15: 'grid' };

/** Parents that are named and not there, and theirs; from the top. */
const makeMissing = (placed: readonly Placed[], known: ReadonlyMap<string, Head>): readonly Head[] => {
  const codes = new Set(placed.map(({ code }) => code));
  const several = manyCounties(placed);
  const made = new Map<string, Head>();
  const make = (code: string): void => {
    if (code === '' || codes.has(code) || made.has(code)) return;
    const level = code.endsWith('00') && code.length === 6 && several ? 'city' : ABOVE[code.length];
    // A parent whose length says nothing is left for the check to miss.
    if (!level) return;
    const parent = parentOf(code, level, { codes, several });
    made.set(code, {
      code,
      name: known.get(code)?.name ?? code,
      level,
      ...(parent === '' ? {} : { parent }),
    });
    make(parent);
  };
  for (const { parent } of placed) make(parent);
  const rank = ({ level }: Head): number => LEVELS.indexOf(level);
  return [...made.values()].sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
};
