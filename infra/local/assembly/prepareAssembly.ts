import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../root.ts';
import { isAlive } from '../isAlive.ts';
import { buildOnce } from './buildOnce.ts';

/** What bundles and template are made of. The local run itself is not part of it. */
const SOURCES = ['functions', 'bots', 'shared', 'infra', 'cdk.json', 'package-lock.json'];
const APART = new Set(['infra/local', 'infra/commands', 'infra/host'].map((path) => join(root, path)));
const BUILDS = join(root, 'dist/local');
/** A build of other sources is removed when it is older than this and nobody runs it. */
const KEEP_MS = 10 * 60_000;

/**
 * The bundles and the template of the local stage, made anew only when what they are made of has changed.
 * Answers the folder of the assembly. Safe to call at once from several processes.
 */
export const prepareAssembly = async (tell: (line: string) => void): Promise<string> => {
  const folder = join(BUILDS, await fingerprint());
  const assembly = join(folder, 'cdk.out');
  await mkdir(BUILDS, { recursive: true });
  const isBuilt = () => existsSync(assembly);
  const fresh = !isBuilt();
  if (fresh) tell('bundling the functions and synthesising the template (only after a change)');
  await buildOnce(`${folder}.lock`, isBuilt, () => build(folder));
  await mkdir(join(folder, USERS), { recursive: true });
  await writeFile(join(folder, USERS, String(process.pid)), '');
  if (fresh) await forgetOld(folder);
  return assembly;
};

/** In each build: a file for every process that runs it, and loads functions from it whenever they are first called. */
const USERS = 'users';

/** In a folder beside it, which takes its name only when it is whole. */
const build = async (folder: string): Promise<void> => {
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  const program = join(import.meta.dirname, 'buildAssembly.ts');
  try {
    await promisify(execFile)(process.execPath, [program, making], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const { stderr = '', stdout = '' } = error as { readonly stderr?: string; readonly stdout?: string };
    throw new Error(`The functions or the template could not be built:\n${stderr || stdout}`, {
      cause: error,
    });
  }
  await rename(making, folder);
};

const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256').update(process.version);
  const files = (await Promise.all(SOURCES.map((source) => filesUnder(join(root, source)))))
    .flat()
    .toSorted();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  for (const [at, file] of files.entries())
    hash.update(`\0${relative(root, file)}\0`).update(contents[at] ?? '');
  return hash.digest('hex').slice(0, 20);
};

const filesUnder = async (path: string): Promise<readonly string[]> => {
  if (APART.has(path)) return [];
  const found = await stat(path).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [path];
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat();
};

const isRun = async (folder: string): Promise<boolean> => {
  const users = await readdir(join(folder, USERS)).catch(() => []);
  return users.some((pid) => isAlive(Number(pid)));
};

const forgetOld = async (current: string): Promise<void> => {
  for (const name of await readdir(BUILDS)) {
    const path = join(BUILDS, name);
    const found = await stat(path).catch(() => undefined);
    if (path === current || !found || Date.now() - found.mtimeMs < KEEP_MS || (await isRun(path))) continue;
    await rm(path, { recursive: true, force: true });
  }
};
