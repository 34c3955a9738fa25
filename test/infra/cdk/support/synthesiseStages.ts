import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionNames } from '../../../../infra/functions.ts';
import { stageNames } from '../../../../infra/stage.ts';
import { synthesise } from '../../../../infra/synthesise.ts';

/** Stand-ins for the bundles: what a function does makes no difference to its template. */
export const placeholderBundles = (folder: string): string => {
  const bundles = join(folder, 'bundles');
  for (const name of functionNames) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = () => '${name}';\n`);
  }
  return bundles;
};

/** Run as a program: every stage into a folder of its name. */
if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2] ?? '';
  const bundles = placeholderBundles(folder);
  for (const stage of stageNames) synthesise({ stage, outDir: join(folder, stage), bundles });
}
