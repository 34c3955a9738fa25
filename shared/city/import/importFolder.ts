import { cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Area, Level } from '../../domain/city/City.ts';
import { LEVELS } from '../schema/settingsSchema.ts';
import { completeTree, type Head } from './areas/completeTree.ts';
import { Spool } from './areas/Spool.ts';
import { type CrsName, toWgs84 } from './areas/toWgs84.ts';
import { writeAreas } from './areas/writeAreas.ts';
import { type Base, cityFilesIn, readBase } from './folder/readBase.ts';
import { settingsText } from './folder/settingsText.ts';
import { tableText } from './folder/tableText.ts';
import { importMaps, type Progress } from './importMaps.ts';
import { type Count, importTables } from './importTables.ts';
import type { Tell } from './Trouble.ts';
import type { TableName } from './table/columns.ts';
import type { TableWishes } from './table/readTable.ts';

export type SourceName = 'areas' | TableName;
export const TABLES = ['ledger', 'places', 'units', 'routes'] as const satisfies readonly TableName[];

interface Wishes {
  /** Where the new folder is made: a path where nothing is. */
  readonly made: string;
  /** Where it is to stand; whatever stands there and is not imported stays. */
  readonly dir: string;
  /** A folder to take from what neither `dir` nor the import has. */
  readonly start?: string;
  readonly files: Readonly<Record<SourceName, readonly string[]>>;
  readonly crs: (source: SourceName) => CrsName;
  readonly wishes: (source: SourceName) => TableWishes;
  readonly kind?: Area['kind'];
  readonly swap: boolean;
  readonly progress: Progress;
  readonly tell: Tell;
}

export interface Imported {
  readonly counts: readonly Count[];
  /** What people still have to write, a sentence each. */
  readonly left: readonly string[];
}

/**
 * Makes a city folder of what a city has: maps and tables, and the rest of the folder that stands there. Nothing but `made` is
 * written. What was told as `stop` means that the folder is not to be used.
 */
export const importFolder = async (wishes: Wishes): Promise<Imported> => {
  const { made, dir, start, tell } = wishes;
  await mkdir(made, { recursive: true });
  await cp(dir, made, COPY).catch(ignoreAbsent);
  const borrowed = start === undefined ? [] : await borrow(start, made);
  const before = await readBase(made);

  const spool = new Spool(join(made, '.shapes'));
  const maps = await importMaps({
    files: wishes.files.areas,
    wishes: { ...wishes.wishes('areas'), toWgs84: toWgs84(wishes.crs('areas')), swap: wishes.swap },
    spool,
    progress: wishes.progress,
    tell,
  });
  const kind = wishes.kind === undefined ? {} : { kind: wishes.kind };
  const tree = completeTree(maps.drafts, { before: before.city.areas, tell, ...kind });
  const given = wishes.files.areas.length > 0;
  const areas: readonly Head[] = given ? [...tree.made, ...tree.heads] : before.city.areas;
  const { tables, counts } = await importTables({
    files: wishes.files,
    wishes: wishes.wishes,
    areas,
    base: before,
    toWgs84: toWgs84(wishes.crs('places')),
    swap: wishes.swap,
    tell,
  });

  if (given) {
    const heads = tree.heads.map((head, i) => ({ head, drawn: maps.drafts[i]?.drawn === true }));
    await writeAreas(join(made, 'areas.geojson'), { made: tree.made, heads, spool });
  } else await spool.discard();
  for (const table of TABLES) {
    const rows = tables[table];
    if (rows) await writeAnew(join(made, `${table}.csv`), tableText(table, rows));
  }
  const left = await fillUp(wishes, before, areas, new Set(TABLES.filter((table) => tables[table])));
  if (borrowed.includes('city.yaml')) left.unshift(copiedFrom(start ?? '', before.city.settings?.id));
  return { counts: given ? [maps.count, ...counts] : counts, left };
};

/** A link that leads somewhere, and not up to a folder it stands in. */
const canBeCopied = async (path: string): Promise<boolean> => {
  const real = await realpath(path).catch(() => undefined);
  return real !== undefined && !`${await realpath(dirname(path))}${sep}`.startsWith(`${real}${sep}`);
};

/** Links become what they lead to: what is written here is never written elsewhere. */
const COPY = { recursive: true, dereference: true, filter: canBeCopied };

/** Writes a file of its own, whatever was copied to that name. */
const writeAnew = async (path: string, text: string): Promise<void> => {
  await rm(path, { force: true });
  await writeFile(path, text, { flag: 'wx' });
};

const ignoreAbsent = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

/** Takes from a folder what the other one does not have; answers what that was. */
const borrow = async (start: string, made: string): Promise<readonly string[]> => {
  const own = await cityFilesIn(made);
  const wanted = [...(await cityFilesIn(start)).keys()].filter((file) => !own.has(file));
  for (const file of wanted) await cp(join(start, file), join(made, file), COPY);
  return wanted;
};

const copiedFrom = (start: string, id = ''): string =>
  `city.yaml 是照 ${start} 抄的，代号仍是 ${id}：改成自己的代号和名称`;

const USUAL_LEVELS: readonly Level[] = ['county', 'street', 'community', 'grid'];

/** Writes what nobody gave: settings to begin with, and headers. Answers what remains to do. */
const fillUp = async (
  { made, dir }: Wishes,
  { files }: Base,
  areas: readonly Head[],
  imported: ReadonlySet<TableName>,
): Promise<string[]> => {
  const left: string[] = [];
  const lacks = (file: string): boolean => !files.has(file);
  const name = areas.find(({ parent }) => parent === undefined)?.name ?? basename(resolve(dir));
  if (lacks('city.yaml')) {
    const levels = LEVELS.filter((level: Level) => areas.some((area) => area.level === level));
    const settings = { id: idOf(dir), name, levels: levels.length > 0 ? levels : USUAL_LEVELS };
    await writeAnew(join(made, 'city.yaml'), settingsText(settings));
    left.push('city.yaml 是按通常情况写的：核对代号、名称、办公时间');
  }
  if (lacks('areas.geojson') && areas.length === 0) {
    await writeAnew(join(made, 'areas.geojson'), '{"type":"FeatureCollection","features":[]}\n');
    left.push('areas.geojson 还是空的：用 --areas 导入地图');
  }
  for (const table of TABLES)
    if (lacks(`${table}.csv`) && !imported.has(table)) {
      await writeAnew(join(made, `${table}.csv`), tableText(table, []));
      left.push(`${table}.csv 只有表头：用 --${table} 导入，或照表头填写`);
    }
  if (lacks('catalog.yaml')) {
    await writeAnew(join(made, 'catalog.yaml'), 'groups: []\nservices: []\n');
    left.push('catalog.yaml 还没有事项：从 cities/example 抄来，再按本地的改');
  }
  if (![...files].some((file) => file.startsWith('calendar/')))
    left.push('没有 calendar：抄来当年的放假调休安排，否则按周末和法定节日暂算');
  const unnamed = areas.filter(({ name: said, code }) => said === code).length;
  if (unnamed > 0) left.push(`${unnamed} 个区域的名称暂写编码：在 areas.geojson 里改成真名`);
  return left;
};

/** A folder's name as a city's id, as far as it may be one. */
const idOf = (dir: string): string => {
  const plain = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '')
    .slice(0, 31);
  return /^[a-z]/u.test(plain) ? plain : 'mycity';
};
