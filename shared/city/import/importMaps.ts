import { readFile, stat } from 'node:fs/promises';
import type { AreaDraft } from './areas/AreaDraft.ts';
import type { TakeFeature } from './areas/Feature.ts';
import { type AreaWishes, importAreas } from './areas/importAreas.ts';
import { readGeojson } from './areas/readGeojson.ts';
import { type Layer, readShapefile } from './areas/readShapefile.ts';
import type { Spool } from './areas/Spool.ts';
import type { Count } from './importTables.ts';
import { unpack } from './source/unpack.ts';
import type { Tell } from './Trouble.ts';

/** Told now and then while a big map is read. */
export type Progress = (file: string, bytes: number, whole: number, features: number) => void;

interface Given {
  readonly files: readonly string[];
  readonly wishes: AreaWishes;
  readonly spool: Spool;
  readonly progress: Progress;
  readonly tell: Tell;
}

/** Reads all maps; shapes go to the spool in the order of the drafts. */
export const importMaps = async (
  given: Given,
): Promise<{ readonly drafts: readonly AreaDraft[]; readonly count: Count }> => {
  const { files, wishes, spool, tell } = given;
  const drafts: AreaDraft[] = [];
  let read = 0;
  for (const file of files) {
    const map = await importAreas({
      ...wishes,
      file,
      spool,
      tell,
      read: (take) => readMap(file, take, given),
    });
    for (const draft of map.drafts) drafts.push(draft);
    read += map.read;
    await spool.settle();
  }
  return { drafts, count: { name: '区域', files, read, used: drafts.length } };
};

const readMap = async (file: string, take: TakeFeature, { spool, progress, tell }: Given): Promise<void> => {
  const stop = (what: string, remedy: string): void => tell({ kind: 'stop', file, at: '', what, remedy });
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return stop('没有这个文件', '检查文件名和路径');
  if (/\.(?:shp|zip)$/iu.test(file)) {
    if (found.size > MOST_BYTES) return stop('Shapefile 超过 400 MB', '从地图软件导出为 GeoJSON，多大都可以');
    for (const layer of await layersOf(file, stop)) readShapefile(layer, take, tell);
    return;
  }
  await readGeojson({
    file,
    take,
    tell,
    progress: async (bytes, features) => {
      progress(file, bytes, found.size, features);
      await spool.settle();
    },
  });
};

const MOST_BYTES = 400 * 1024 * 1024;
const REFUSALS = {
  huge: { what: '压缩包展开后超过 400 MB', remedy: '解压后用 --areas 给 .shp' },
  locked: { what: '压缩包有密码', remedy: '去掉压缩包的密码' },
  damaged: { what: '压缩包已损坏', remedy: '重新打包' },
} as const;
const PARTS = ['dbf', 'prj'] as const;

const layersOf = async (
  file: string,
  stop: (what: string, remedy: string) => void,
): Promise<readonly Layer[]> => {
  const bytes = await readFile(file);
  if (!/\.zip$/iu.test(file)) {
    const beside = async (part: string): Promise<Uint8Array | undefined> => {
      for (const name of [part, part.toUpperCase()]) {
        const found = await readFile(file.replace(/shp$/iu, name)).catch(() => undefined);
        if (found) return found;
      }
      return undefined;
    };
    return [
      layerOf(
        file,
        bytes,
        new Map(await Promise.all(PARTS.map(async (part) => [part, await beside(part)] as const))),
      ),
    ];
  }
  const unpacked = unpack(bytes);
  if (!unpacked.files) {
    const { what, remedy } = REFUSALS[unpacked.why];
    stop(what, remedy);
    return [];
  }
  const { files } = unpacked;
  const shapes = Object.keys(files).filter((name) => /\.shp$/iu.test(name) && !name.startsWith('__MACOSX'));
  if (shapes.length === 0) stop('压缩包里没有 .shp 文件', '把 .shp、.dbf、.prj 打进同一个 .zip');
  const byName = new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content]));
  return shapes.map((name) => {
    const beside = (part: string) => byName.get(name.toLowerCase().replace(/shp$/u, part));
    return layerOf(
      shapes.length > 1 ? `${file}/${name}` : file,
      files[name] ?? bytes,
      new Map(PARTS.map((part) => [part, beside(part)])),
    );
  });
};

const layerOf = (
  file: string,
  shp: Uint8Array,
  parts: ReadonlyMap<(typeof PARTS)[number], Uint8Array | undefined>,
): Layer => {
  const [dbf, prj] = PARTS.map((part) => parts.get(part));
  return { file, shp, ...(dbf ? { dbf } : {}), ...(prj ? { prj } : {}) };
};
