import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { cityBlobs } from '../../../functions/wiring/cityBlobs.ts';
import type { CityBlobs } from '../../../shared/application/cityPorts.ts';
import { openTable } from '../../../shared/store/dynamo/openTable.ts';
import type { Table } from '../../../shared/store/dynamo/Table.ts';
import { type RunningCloud, readRun } from '../../local/runFile.ts';
import { root } from '../../root.ts';
import { Stop } from './Stop.ts';
import type { TargetOptions } from './Surroundings.ts';

/** The table and the bucket of a stage, and the local run where it is one. */
interface ReachedStage {
  readonly table: Table;
  readonly blobs: CityBlobs;
  readonly run?: RunningCloud;
}

/** The stage that a command names. Throws `Stop` when there is none. */
export const reachStage = ({ stage, table, bucket, region, data }: TargetOptions): ReachedStage => {
  if (stage === 'local') {
    const run = runOn(data);
    const { endpoint, accessKeyId, secretAccessKey } = run;
    const settings = { endpoint, region: run.region, credentials: { accessKeyId, secretAccessKey } };
    return { ...reach(run.table, run.cityBucket, settings), run };
  }
  if (!table || !bucket) throw new Stop(`${stage} 须写 --table 和 --bucket：加 --help 有说明`, 2);
  return reach(table, bucket, region ? { region } : {});
};

const runOn = (data: string | undefined): RunningCloud => {
  const run = readRun(data === undefined ? join(root, '.local') : resolve(data));
  if (run) return run;
  throw new Stop(
    data === undefined
      ? '找不到正在运行的本地环境：先在另一个窗口执行 npm start'
      : `${data} 上没有正在运行的本地环境：先在另一个窗口执行 npm start -- --data ${data}`,
    1,
  );
};

interface ClientSettings {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const reach = (table: string, bucket: string, settings: ClientSettings): ReachedStage => ({
  table: openTable(table, new DynamoDBClient(settings)),
  // An endpoint on loopback has no host name for each bucket.
  blobs: cityBlobs(bucket, new S3Client({ ...settings, forcePathStyle: settings.endpoint !== undefined })),
});
