import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../root.ts';

/** What bundles and template are made of. The local run itself is not part of it. */
const SOURCES = ['functions', 'bots', 'shared', 'infra', 'cdk.json', 'package-lock.json'];
const APART = new Set(['infra/local', 'infra/commands', 'infra/host'].map((path) => join(root, path)));
const BUILDS = join(root, 'dist/local');
/** A build nobody has started from for this long is removed; a shorter time could take it from under a run. */
const KEEP_MS = 12 * 3_600_000;

/**
 * The bundles and the template of the local stage, made anew only when what they are made of has changed.
 * Answers the folder of the assembly. Safe to call at once from several processes.
 */
export const prepareAssembly = async (tell: (line: string) => void): Promise<string> => {
  const folder = join(BUILDS, await fingerprint());
  const assembly = join(folder, 'cdk.out');
  if (existsSync(assembly)) return used(folder, assembly);
  tell('bundling the functions and synthesising the template (only after a change)');
  await mkdir(BUILDS, { recursive: true });
  const made = join(BUILDS, `making-${randomUUID()}`);
  try {
    await build(made);
    await rename(made, folder);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    // Somebody else was faster: theirs is the same.
    if (!existsSync(assembly)) throw error;
  }
  await forgetOld(folder);
  return assembly;
};

const used = async (folder: string, assembly: string): Promise<string> => {
  const now = new Date();
  await utimes(folder, now, now);
  return assembly;
};

const build = async (folder: string): Promise<void> => {
  const program = join(import.meta.dirname, 'buildAssembly.ts');
  try {
    await promisify(execFile)(process.execPath, [program, folder], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { readonly stderr?: string; readonly stdout?: string };
    throw new Error(`The functions or the template could not be built:\n${stderr || stdout}`, {
      cause: error,
    });
  }
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

const forgetOld = async (current: string): Promise<void> => {
  for (const name of await readdir(BUILDS)) {
    const folder = join(BUILDS, name);
    const found = await stat(folder).catch(() => undefined);
    if (folder !== current && found && Date.now() - found.mtimeMs > KEEP_MS)
      await rm(folder, { recursive: true, force: true });
  }
};
