import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Metafile, stop } from 'esbuild';
import { bundle } from '../../../infra/bundle.ts';
import { type FunctionName, functionNames } from '../../../infra/functions.ts';

const outDir = mkdtempSync(join(tmpdir(), 'wangge-bundle-'));
afterAll(async () => {
  await stop();
  rmSync(outDir, { recursive: true, force: true });
});

let metafile: Metafile;
beforeAll(async () => {
  metafile = await bundle(outDir);
});

const fileOf = (name: FunctionName): string => join(outDir, 'functions', name, 'index.mjs');
const outputOf = (name: FunctionName) => {
  const found = Object.entries(metafile.outputs).find(([file]) =>
    file.endsWith(`functions/${name}/index.mjs`),
  );
  if (found === undefined) throw new Error(`${name} was not bundled`);
  return found[1];
};

test('every function has a folder with its module and its source map, and nothing else', () => {
  expect(readdirSync(join(outDir, 'functions')).sort()).toEqual([...functionNames].sort());
  for (const name of functionNames) {
    expect(readdirSync(join(outDir, 'functions', name)).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  }
});

test('every module exports one thing: its handler', () => {
  for (const name of functionNames) expect([name, outputOf(name).exports]).toEqual([name, ['handler']]);
});

test('no module is larger than 1.5 MB', () => {
  const large = functionNames.filter((name) => statSync(fileOf(name)).size > 1_500_000);
  expect(large).toEqual([]);
});

test('nothing is left to be found at run time but what Node has', () => {
  for (const name of functionNames) {
    const outside = outputOf(name).imports.filter(({ external }) => external === true);
    expect([name, outside.filter(({ path }) => !/^(?:node:)?[a-z_0-9/]+$/u.test(path))]).toEqual([name, []]);
  }
});

test('of the languages of zod only English is carried', () => {
  const languages = Object.keys(metafile.inputs).filter((file) => file.includes('zod/v4/locales/'));
  expect(languages.map((file) => file.replace(/^.*locales\//u, '')).sort()).toEqual(['en.js', 'index.js']);
});

test('what is in each module is written down for whoever measures', () => {
  const written = JSON.parse(readFileSync(join(outDir, 'meta.json'), 'utf8')) as Metafile;
  expect(Object.keys(written.outputs)).toHaveLength(2 * functionNames.length);
});
