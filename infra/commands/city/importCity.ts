import { randomBytes } from 'node:crypto';
import { lstat, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Imported, importFolder } from '../../../shared/city/import/importFolder.ts';
import type { Progress } from '../../../shared/city/import/importMaps.ts';
import { printTroubles, type Trouble } from '../../../shared/city/import/Trouble.ts';
import { finishImport } from './finishImport.ts';
import { crsOf, wishesOf } from './importArguments.ts';
import { IMPORT_HELP, readImportOptions } from './importOptions.ts';
import { isFolder } from './isFolder.ts';
import { Stop } from './Stop.ts';
import type { Surroundings } from './Surroundings.ts';

/** Imports, shows what changes, and checks. */
export const importCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const asked = readImportOptions(args);
  if (!asked) {
    around.out(IMPORT_HELP);
    return 0;
  }
  const options = { ...asked, to: await folderNamed(asked.to) };
  const { to, city: start, files, swap, kind } = options;
  const [crs, wishes] = [crsOf(options.crs), wishesOf(options)];
  if (start !== undefined && !(await isFolder(start)))
    throw new Stop(`--city ${start} 不是文件夹：检查路径`, 1);
  // Beside its place, so that it can be put there by a mere rename.
  const made = join(dirname(resolve(to)), `.${basename(resolve(to))}.new-${randomBytes(4).toString('hex')}`);
  const troubles: Trouble[] = [];
  try {
    const imported = await importFolder({
      ...{ made, dir: to, files, crs, wishes, swap },
      progress: nowAndThen(around.err),
      tell: (trouble) => void troubles.push(trouble),
      ...(start === undefined ? {} : { start }),
      ...(kind === undefined ? {} : { kind }),
    });
    for (const line of printTroubles(troubles)) around.out(line);
    tellCounts(imported, around.out);
    if (troubles.some(({ kind: sort }) => sort === 'stop')) {
      around.err('上面没有标“跳过”“注意”的问题要先改；什么都没有写');
      return 1;
    }
    return await finishImport({ made, left: imported.left, options }, around);
  } catch (error) {
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    if (syscall === undefined || path === undefined) throw error;
    throw new Stop(`${path} 用不了（${code}）：检查路径、权限，和磁盘是否还有空间`, 1, error);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
};

/** A link means the folder it leads to: that one is replaced, and the link stays. */
const folderNamed = async (path: string): Promise<string> => {
  const found = await lstat(resolve(path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Stop(`--to ${path} 用不了（${error.code}）：上级要是文件夹，并且允许进入`, 1, error);
  });
  if (found && !found.isDirectory() && !found.isSymbolicLink())
    throw new Stop(`--to ${path} 是文件，不是文件夹：写一个文件夹的路径`, 1);
  if (!found?.isSymbolicLink()) return path;
  const real = await realpath(path).catch(() => path);
  if (!(await isFolder(real)))
    throw new Stop(`--to ${path} 是链接，指向的不是文件夹：改正链接，或换一个路径`, 1);
  return real;
};

const tellCounts = ({ counts }: Imported, out: (line: string) => void): void => {
  for (const { name, files, read, used } of counts)
    out(
      `${name}（${files.join('、')}）：读到 ${read}，用了 ${used}${read > used ? `，跳过 ${read - used}` : ''}`,
    );
};

const SECONDS = 2_000;

/** A line every two seconds. */
const nowAndThen = (err: (line: string) => void): Progress => {
  let next = Date.now() + SECONDS;
  return (file, bytes, whole, features) => {
    if (Date.now() < next) return;
    next = Date.now() + SECONDS;
    err(`${file}：已读 ${megabytes(bytes)}/${megabytes(whole)} MB，图形 ${features}`);
  };
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
