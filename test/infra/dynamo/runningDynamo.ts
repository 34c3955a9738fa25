import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dynamo, startDynamo } from '../../../infra/local/dynamo/startDynamo.ts';
import { type Answer, type Call, callOver } from './callOver.ts';
import { TABLE } from './case.ts';

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 0, 1);
export const NAME = 'wangge';

/** The layer with one table and with clocks that stand still until they are set; it can be stopped and started again. */
export interface RunningDynamo {
  readonly clocks: { now: number; retention: number };
  readonly dataDir: string;
  readonly dynamo: Dynamo;
  readonly call: Call;
  put(item: object): Promise<Answer>;
  get(Key: object): Promise<unknown>;
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function runDynamo(): Promise<RunningDynamo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dynamo-'));
  const clocks = { now: START, retention: START };
  const start = () =>
    startDynamo({
      dataDir,
      sweepEveryMs: 0,
      now: () => clocks.now,
      retention: () => clocks.retention,
      region: 'cn-north-1',
    });
  let dynamo = await start();
  const call: Call = (operation, input) => callOver(dynamo.url)(operation, input);
  await call('CreateTable', { ...TABLE, TableName: NAME });
  return {
    dataDir,
    clocks,
    call,
    get dynamo() {
      return dynamo;
    },
    put: (item: object) => call('PutItem', { TableName: NAME, Item: item }),
    get: async (Key: object) => (await call('GetItem', { TableName: NAME, Key })).Item,
    async restart() {
      await dynamo.stop();
      dynamo = await start();
    },
    async end() {
      await dynamo.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
