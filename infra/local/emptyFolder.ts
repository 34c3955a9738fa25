import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PORT_FILES } from './keptPort.ts';

const MADE_HERE = ['dynamo', 'dynamodb-local', 'clock.json', 'port'];

/**
 * Empties a data folder, only of what a local run has made: a slip of the hand in --data must not cost a home folder. The ports
 * stay, so that an open page finds the fresh run.
 */
export const emptyFolder = (dataDir: string): void => {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  if (!MADE_HERE.some((name) => existsSync(join(dataDir, name))))
    throw new Error(
      `${dataDir} does not look like the data of a local run: it is left as it is. Empty it by hand, or give another --data.`,
    );
  for (const name of readdirSync(dataDir))
    if (!PORT_FILES.includes(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
};
