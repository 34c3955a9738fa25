import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { functionNames, settingsOfFunction } from './functions.ts';
import { root } from './root.ts';

/** CommonJS dependencies call `require` for Node's own modules; in an ES module it has to be made. */
const requireShim =
  "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/**
 * zod carries its error messages in some fifty languages, which no bundler can leave out (`z` is one object): a third
 * of a small bundle. Nobody reads them here: the doors have phrases of their own.
 */
const englishOnly: Plugin = {
  name: 'english-only',
  // esbuild reads the filter as a Go expression: no flags.
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/**
 * Bundles every function into `<outDir>/functions/<name>/index.mjs` in one pass, with esbuild's own account of what
 * is in each (`<outDir>/meta.json`). The AWS SDK is bundled: the version tested is the version that runs.
 */
export const bundle = async (outDir = join(root, 'dist')): Promise<Metafile> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: functionNames.map((name) => ({
      in: join(root, 'functions', settingsOfFunction(name).folder, `${name}.ts`),
      out: join(name, 'index'),
    })),
    outdir: join(outDir, 'functions'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // `module` first: what is written as ES modules can be shaken, and is a third smaller.
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: requireShim },
    plugins: [englishOnly],
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(outDir, 'meta.json'), JSON.stringify(metafile));
  return metafile;
};
