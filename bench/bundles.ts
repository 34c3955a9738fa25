import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../infra/bundle.ts';
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
  const imports = Array.from({ length: STARTS }, () => importTime(join(folder, largest.name, 'index.mjs')));
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

/** Milliseconds of processor time and waiting that the import alone takes, all variables being set. */
const importTime = (file: string): number => {
  const code = `const before = performance.now(); await import(${JSON.stringify(join(process.cwd(), file))}); console.log(performance.now() - before); process.exit();`;
  const url = 'https://example.invalid/queue';
  const env = {
    STAGE: 'bench',
    CITY: 'example',
    TABLE_NAME: 't',
    PHOTO_BUCKET: 'p',
    CITY_BUCKET: 'c',
    TURN_QUEUE_URL: url,
    TICK_QUEUE_URL: url,
    REPLY_QUEUE_URL: url,
    DEAD_LETTER_URL: url,
    SOCKET_ENDPOINT: url,
    WEB_SECRET_ARN: 'w',
    HOST_SECRET_ARN: 'h',
    AWS_REGION: 'us-east-1',
    POWERTOOLS_METRICS_NAMESPACE: 'Wangge',
  };
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
  return Number(out.trim().split('\n').at(-1));
};
