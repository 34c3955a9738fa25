import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamo } from '../../infra/local/dynamo/startDynamo.ts';
import { startOracle } from '../../infra/local/dynamo/startOracle.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { scanNumbers } from '../../shared/store/dynamo/scanNumbers.ts';
import { clientOf, createTable } from '../support/createTable.ts';
import { storeContract } from './storeContract.ts';

const openStores = async (endpoint: string) => {
  const client = clientOf(endpoint);
  await createTable(client, 'contract');
  const table = openTable('contract', client);
  return {
    cases: dynamoCases(table),
    talks: dynamoTalks<{ readonly n: number }>(table),
    rows: dynamoRows(table),
    sockets: dynamoSockets(table),
    cities: dynamoCityVersions(table),
    scan: scanNumbers(table),
  };
};

describe('on the engine of the local run', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  let stop: (() => Promise<void>) | undefined;
  afterAll(async () => {
    await stop?.();
    rmSync(dataDir, { recursive: true });
  });
  storeContract(async () => {
    const dynamo = await startDynamo({ dataDir });
    stop = () => dynamo.stop();
    return openStores(dynamo.url);
  });
});

const oracle = await startOracle();
if (oracle === undefined) {
  console.warn('Java ≥ 17 is not here: the store was not tried on DynamoDB Local.');
} else {
  describe('on DynamoDB Local', () => {
    afterAll(() => oracle.stop());
    storeContract(() => openStores(oracle.url));
  });
}
