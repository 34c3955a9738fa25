import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamo } from '../../infra/local/dynamo/startDynamo.ts';
import { startOracle } from '../../infra/local/dynamo/startOracle.ts';
import { rebuildRows, rowOf } from '../../shared/application/projectCase.ts';
import type { Case, Owner } from '../../shared/domain/case/Case.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoListedCases } from '../../shared/store/dynamo/dynamoListedCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { scanNumbers } from '../../shared/store/dynamo/scanNumbers.ts';
import { clientOf, createTable } from '../support/createTable.ts';
import { lifeOf, report } from '../support/lifeOf.ts';
import { smallKnowledge } from '../support/smallCity.ts';
import { storeContract } from './storeContract.ts';

const openStores = async (endpoint: string) => {
  const client = clientOf(endpoint);
  await createTable(client, 'contract');
  const table = openTable('contract', client);
  return {
    cases: dynamoCases(table),
    talks: dynamoTalks<{ readonly n: number }>(table),
    rows: dynamoRows(table),
    listed: dynamoListedCases(table),
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
  let endpoint = '';
  storeContract(async () => {
    const dynamo = await startDynamo({ dataDir });
    stop = () => dynamo.stop();
    endpoint = dynamo.url;
    return openStores(dynamo.url);
  });

  test('what a crash between two writes left in a unit’s list is taken out by a rebuild', async () => {
    const client = clientOf(endpoint);
    const table = openTable('contract', client);
    const rows = dynamoRows(table);
    const number = '202609280000071';
    const life = lifeOf(smallKnowledge()).when(report({}), { person: 'web:r-1', role: 'resident' });
    const state = (version: number, owner: Owner): Case => ({ ...life.state, number, version, owner });
    await rows.save(rowOf(state(1, `supervisor@${life.state.leaf}`)), 'web:r-1');
    let cut = false;
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (cut && context.commandName === 'PutItemCommand') throw new Error('cut');
        return next(args);
      },
      { step: 'initialize', name: 'cut' },
    );
    cut = true;
    await expect(rows.save(rowOf(state(2, 'unit@U03')), 'web:r-1')).rejects.toThrow('cut');
    cut = false;
    const newest = state(3, 'unit@U04');
    await rows.save(rowOf(newest), 'web:r-1');
    expect(await rows.numbersOfOwner('unit@U03', 9)).toContain(number);
    const before = await rows.numbersOfOwner('unit@U04', 9);

    const load = async (asked: string) => (asked === number ? newest : undefined);
    const scan = async () => ({ numbers: [] });
    await rebuildRows({ cases: { load }, rows, scan, listed: dynamoListedCases(table) })(() => undefined);
    expect(await rows.numbersOfOwner('unit@U03', 9)).toEqual([]);
    expect(await rows.numbersOfOwner('unit@U04', 9)).toEqual(before);
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
