import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamo } from '../../../../infra/local/dynamo/startDynamo.ts';
import { startGateway } from '../../../../infra/local/gateway/startGateway.ts';
import type { Credentials, Gateway, LocalClock } from '../../../../infra/local/gateway/types.ts';
import { type LocalTemplate, loadTemplate } from '../../../../infra/local/template/LocalTemplate.ts';
import { writeSmallTemplate } from './smallTemplate.ts';

export type FunctionId = 'Worker' | 'Stranger' | 'Keyless' | 'Putter';

export interface SmallCloud {
  readonly gateway: Gateway;
  readonly template: LocalTemplate;
  readonly clock: LocalClock & { set(at: number): void };
  readonly lines: { caller: string; call: string; note: string }[];
  /** Configuration of an SDK client for a function, as its variables would give it. */
  as(who: FunctionId | 'admin'): { endpoint: string; region: string; credentials: Credentials };
  queueUrl(logicalId: string): string;
  bucket(logicalId: string): string;
  readonly table: string;
  /** Ends the gateway, and starts another on the same data. The DynamoDB engine goes on. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A clock that stands still where it is put. */
const standingClock = (at: number): SmallCloud['clock'] => {
  const listeners = new Set<() => void>();
  let now = at;
  return {
    now: () => now,
    onChange: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    set: (next) => {
      now = next;
      for (const told of listeners) told();
    },
  };
};

/** Engines and gateway for the small template. The clock stands at the real time of the start. */
export const startSmallCloud = async (): Promise<SmallCloud> => {
  const dir = mkdtempSync(join(tmpdir(), 'gateway-'));
  const clock = standingClock(Date.now());
  const lines: SmallCloud['lines'] = [];
  const dynamo = await startDynamo({ dataDir: join(dir, 'dynamo') });
  let gateway: Gateway | undefined;
  const running = (): Gateway => {
    if (gateway === undefined) throw new Error('The gateway is not running');
    return gateway;
  };
  const template = loadTemplate(writeSmallTemplate(), { gatewayUrl: () => running().url });
  const start = async (): Promise<void> => {
    gateway = await startGateway({
      template,
      dataDir: join(dir, 'gateway'),
      dynamoUrl: dynamo.url,
      clock,
      log: (line) => lines.push(line),
    });
  };
  await start();
  const [table] = template.tables();
  return {
    get gateway() {
      return running();
    },
    template,
    clock,
    lines,
    table: table?.name ?? '',
    as: (who) => ({
      endpoint: running().url,
      region: running().region,
      credentials: running().credentialsFor(who === 'admin' ? who : `small-${who}`),
    }),
    queueUrl: (logicalId) => template.physicalId('small', logicalId),
    bucket: (logicalId) => template.physicalId('small', logicalId),
    restart: async () => {
      await running().stop();
      await start();
    },
    stop: async () => {
      await running().stop();
      await dynamo.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
