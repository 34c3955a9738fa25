import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './writeWhole.ts';

/** How far each stream mapping has come in each shard: the sequence number of the last record it is done with. */
export interface Checkpoints {
  readonly get: (mapping: string, shard: string) => string | undefined;
  /** On disk within a moment; what a kill in between costs is that some records come again. */
  readonly set: (mapping: string, shard: string, sequence: string) => void;
  /** Writes at once what is not yet on disk. */
  readonly flush: () => void;
}

const FILE = 'checkpoints.json';
const WRITE_WITHIN = 50;

const readKept = (path: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch {
    // The first run: nothing is done yet.
    return {};
  }
};

export const openCheckpoints = (dataDir: string): Checkpoints => {
  const path = join(dataDir, FILE);
  const kept = readKept(path);
  const key = (mapping: string, shard: string) => `${mapping} ${shard}`;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    if (!timer) return;
    clearTimeout(timer);
    timer = undefined;
    writeWhole(path, JSON.stringify(kept, null, 1));
  };
  return {
    get: (mapping, shard) => kept[key(mapping, shard)],
    set: (mapping, shard, sequence) => {
      kept[key(mapping, shard)] = sequence;
      timer ??= setTimeout(flush, WRITE_WITHIN);
    },
    flush,
  };
};
