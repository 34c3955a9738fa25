import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalBucket } from '../template/LocalBucket.ts';
import type { LocalQueue } from '../template/LocalQueue.ts';
import type { LocalTable } from '../template/LocalTable.ts';
import { DynamoEngine } from './DynamoEngine.ts';
import { FailedMessages } from './FailedMessages.ts';
import { HeldMessages } from './HeldMessages.ts';
import { makeTables } from './makeTables.ts';
import { ObjectEngine } from './ObjectEngine.ts';
import { SecretStore } from './SecretStore.ts';
import type { GatewayOptions, LocalClock } from './types.ts';

export interface Engines {
  readonly queues: readonly LocalQueue[];
  readonly buckets: readonly LocalBucket[];
  readonly tables: readonly LocalTable[];
  readonly secrets: SecretStore;
  readonly dynamo: DynamoEngine;
  /** Table name → the engine's own ARN of its stream. */
  readonly streams: ReadonlyMap<string, string>;
  readonly objects: ObjectEngine;
  readonly held: HeldMessages;
  readonly failed: FailedMessages;
  stop(): Promise<void>;
}

/** What keeps the data behind the gateway, with everything the template asks for made if it is not there yet. */
export const openEngines = async (
  { template, dataDir, dynamoUrl, log = () => undefined }: GatewayOptions,
  clock: LocalClock,
): Promise<Engines> => {
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const [queues, buckets, tables] = [template.queues(), template.buckets(), template.tables()];
  const dynamo = new DynamoEngine(dynamoUrl);
  const streams = await makeTables(dynamo, tables);
  const objects = await ObjectEngine.start(dataDir);
  for (const queue of queues) await objects.makeQueue(queue);
  for (const bucket of buckets) await objects.makeBucket(bucket);
  const file = dataDir === undefined ? ':memory:' : join(dataDir, 'held.sqlite');
  const held = new HeldMessages({
    file,
    clock,
    release: (queue, message) => objects.enqueue(queue, message),
    complain: (note) => log({ caller: 'admin', call: 'sqs:SendMessage', note }),
  });
  const failed = new FailedMessages({
    clock,
    hide: (queue, receipt, seconds) => objects.hide(queue, receipt, seconds),
    complain: (note) => log({ caller: 'admin', call: 'sqs:ChangeMessageVisibility', note }),
  });
  const secrets = new SecretStore(dataDir, template.secrets());
  const stop = async (): Promise<void> => {
    await held.stop();
    await failed.stop();
    await objects.stop();
    dynamo.close();
  };
  return { queues, buckets, tables, secrets, dynamo, streams, objects, held, failed, stop };
};
