import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigCity } from './bigCity.ts';
import { against, type Figure } from './Figure.ts';
import { voronoiCells } from './voronoi.ts';

const LEAVES = 100_000;
const SERVICES = 400;
const PLACES = 100_000;
const SEED = 1;

/** How long the check of a very large city folder takes, and how much memory: of a sound one, and of one where every leaf is faulty. */
export const run = async (): Promise<readonly Figure[]> => {
  const dir = await mkdtemp(join(tmpdir(), 'check-'));
  try {
    const cells = voronoiCells(LEAVES, SEED);
    const size = { dir, cells, services: SERVICES, places: PLACES };
    await bigCity(size);
    const sound = await check(dir);
    await bigCity({ ...size, broken: true });
    const faulty = await check(dir);
    const what = `${LEAVES.toLocaleString('en')} leaves × ${SERVICES} services`;
    return [
      ...figures(`check of ${what}`, sound),
      ...figures('the same, faulty everywhere', faulty),
      { what: 'faults told', value: faulty.lines.toLocaleString('en') },
    ];
  } finally {
    await rm(dir, { recursive: true });
  }
};

interface Checked {
  readonly seconds: number;
  readonly megabytes: number;
  readonly lines: number;
}

const figures = (what: string, { seconds, megabytes }: Checked): readonly Figure[] => [
  against(what, seconds, { most: 60, unit: 's' }),
  against('— memory at most', megabytes, { most: 2048, unit: 'MB' }),
];

const MEMORY = 'most memory: ';
/** A process knows what its own peak was; its parent is not told. */
const TELL_MEMORY = `process.on('exit', () => console.error('${MEMORY}' + process.resourceUsage().maxRSS))`;

const check = (dir: string): Promise<Checked> => {
  const command = [import.meta.dirname, '../infra/commands/city.ts'] as const;
  const telling = ['--import', `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`];
  const start = performance.now();
  const child = spawn(process.execPath, [...telling, join(...command), 'check', dir, '--all']);
  let lines = 0;
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    for (const byte of bytes) if (byte === 10) lines++;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      const kilobytes = said.split(MEMORY).at(1);
      if (kilobytes === undefined) return reject(new Error(`The check said: ${said}`));
      const seconds = (performance.now() - start) / 1000;
      return resolve({ seconds, megabytes: Number.parseInt(kilobytes, 10) / 1024, lines });
    });
  });
};
