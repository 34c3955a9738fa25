import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../infra/bundle.ts';
import { prepareAssembly } from '../infra/local/assembly/prepareAssembly.ts';
import { shortNameOf } from '../infra/local/compute/runnableOf.ts';
import { loadTemplate } from '../infra/local/template/LocalTemplate.ts';
import { against, type Figure } from './Figure.ts';

/** Starts of a fresh process per bundle; the middle one counts. */
const STARTS = 7;

/** Size of what is deployed, and how long a cold start spends importing the largest. */
export const run = async (): Promise<readonly Figure[]> => {
  await bundle();
  const folder = 'dist/functions';
  const sizes = readdirSync(folder)
    .map((name) => ({ name, bytes: statSync(join(folder, name, 'index.mjs')).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const [largest] = sizes;
  if (!largest) throw new Error('No function was bundled');
  const smallest = sizes.at(-1);
  const variables = await variablesOf(largest.name);
  const imports = Array.from({ length: STARTS }, () =>
    importTime(join(folder, largest.name, 'index.mjs'), variables),
  );
  const middle = imports.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? Number.NaN;
  return [
    against(`largest bundle (${largest.name})`, largest.bytes / 1e6, { most: 1.5, unit: 'MB' }),
    {
      what: `smallest bundle (${smallest?.name}), and of all ${sizes.length}`,
      value: `${((smallest?.bytes ?? 0) / 1e6).toFixed(2)} MB, ${(sizes.reduce((sum, one) => sum + one.bytes, 0) / 1e6).toFixed(1)} MB`,
    },
    against(`import of ${largest.name}, fresh process, middle of ${STARTS}`, middle, {
      most: 200,
      unit: 'ms',
    }),
  ];
};

/** Milliseconds of processor time and waiting that the import alone takes. */
const importTime = (file: string, env: Readonly<Record<string, string>>): number => {
  const code = `const before = performance.now(); await import(${JSON.stringify(join(process.cwd(), file))}); console.log(performance.now() - before); process.exit();`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
  return Number(out.trim().split('\n').at(-1));
};

/** As the template sets them. */
const variablesOf = async (name: string): Promise<Readonly<Record<string, string>>> => {
  const template = loadTemplate(await prepareAssembly(() => undefined), {
    gatewayUrl: () => 'http://127.0.0.1',
  });
  const found = template.functions().find((each) => shortNameOf(each) === name);
  if (!found) throw new Error(`The template has no function ${name}`);
  return { ...found.environment, AWS_REGION: 'us-east-1' };
};
