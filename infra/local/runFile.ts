import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './compute/writeWhole.ts';
import { isAlive } from './isAlive.ts';

/** Where a running local cloud can be reached, for tools beside it. */
export interface RunningCloud {
  readonly pid: number;
  readonly url: string;
  readonly endpoint: string;
  readonly table: string;
  readonly cityBucket: string;
  readonly city: string;
  readonly turnQueue: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

const FILE = 'run.json';

/** The run on a data folder, if one is going on. What a killed run left behind counts for nothing. */
export const readRun = (dataDir: string): RunningCloud | undefined => {
  try {
    const kept = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as RunningCloud;
    return kept.pid !== process.pid && isAlive(kept.pid) ? kept : undefined;
  } catch {
    return undefined;
  }
};

export const writeRun = (dataDir: string, run: RunningCloud): void => {
  mkdirSync(dataDir, { recursive: true });
  writeWhole(join(dataDir, FILE), JSON.stringify(run, null, 2));
};

export const removeRun = (dataDir: string): void => rmSync(join(dataDir, FILE), { force: true });
