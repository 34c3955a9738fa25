import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoOptions, startDynamo } from '../../../infra/local/dynamo/startDynamo.ts';
import { startOracle } from '../../../infra/local/dynamo/startOracle.ts';
import { type Call, callOver } from './callOver.ts';

/** Something that speaks DynamoDB: our layer, or AWS's DynamoDB Local, by which it is judged. */
export interface EngineUnderTest {
  readonly name: 'layer' | 'oracle';
  readonly url: string;
  readonly call: Call;
  stop(): Promise<void>;
}

async function startLayer(options: Partial<DynamoOptions> = {}): Promise<EngineUnderTest> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'dynamo-')));
  const dynamo = await startDynamo({ sweepEveryMs: 0, ...options, dataDir });
  return {
    name: 'layer',
    url: dynamo.url,
    call: callOver(dynamo.url),
    async stop() {
      await dynamo.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true });
    },
  };
}

/** The layer, and the oracle where there is one. */
export async function startBoth(): Promise<EngineUnderTest[]> {
  const oracle = await startOracle();
  if (oracle === undefined) {
    process.stdout.write(
      '\nDynamoDB Local was NOT run: it needs Java 17 or newer. Only our own layer was checked, against the written answers.\n',
    );
    return [await startLayer()];
  }
  return [await startLayer(), { name: 'oracle', ...oracle, call: callOver(oracle.url) }];
}
