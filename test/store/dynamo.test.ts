import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '../../infra/local/dynamo/startDynamo.ts';
import { startOracle } from '../../infra/local/dynamo/startOracle.ts';
import { rebuildRows, rowOf } from '../../shared/application/projectCase.ts';
import type { Case, Owner } from '../../shared/domain/case/Case.ts';
import type { ListOwner } from '../../shared/domain/case/taskLists.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoCodes } from '../../shared/store/dynamo/dynamoCodes.ts';
import { dynamoFirstAsked } from '../../shared/store/dynamo/dynamoFirstAsked.ts';
import { dynamoHeldNotices } from '../../shared/store/dynamo/dynamoHeldNotices.ts';
import { dynamoListedCases } from '../../shared/store/dynamo/dynamoListedCases.ts';
import { dynamoListings } from '../../shared/store/dynamo/dynamoListings.ts';
import { dynamoPostsMark } from '../../shared/store/dynamo/dynamoPostsMark.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { dynamoSolved } from '../../shared/store/dynamo/dynamoSolved.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { dynamoWorkedBodies } from '../../shared/store/dynamo/dynamoWorkedBodies.ts';
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
    solved: dynamoSolved(table),
    listings: dynamoListings(table),
    firstAsked: dynamoFirstAsked(table),
    sockets: dynamoSockets(table),
    cities: dynamoCityVersions(table),
    codes: dynamoCodes(table),
    held: dynamoHeldNotices(table),
    mark: dynamoPostsMark(table, 'contract'),
    worked: dynamoWorkedBodies(table, 'contract'),
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
    const ownedBy = async (owner: ListOwner) =>
      (await rows.tasksIn({ kind: 'owned', owner, under: '990101' }, 9)).lines.map((line) => line.number);
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
    expect(await ownedBy('unit@U03')).toContain(number);
    expect(await ownedBy('unit@U04')).toEqual([number]);

    const load = async (asked: string) => (asked === number ? newest : undefined);
    const scan = async () => ({ numbers: [] });
    await rebuildRows({
      cases: { load, history: async () => [] },
      rows,
      solved: dynamoSolved(table),
      listings: dynamoListings(table),
      scan,
      listed: dynamoListedCases(table),
    })(() => undefined);
    expect(await ownedBy('unit@U03')).toEqual([]);
    expect(await ownedBy('unit@U04')).toEqual([number]);
  });

  test('a unit’s line that was kept without its leaf is written anew by a rebuild', async () => {
    const table = openTable('contract', clientOf(endpoint));
    const [rows, listed] = [dynamoRows(table), dynamoListedCases(table)];
    const number = '202609280000072';
    const life = lifeOf(smallKnowledge()).when(report({}), { person: 'web:r-1', role: 'resident' });
    const state: Case = { ...life.state, number, version: 2, owner: 'unit@U05' };
    await rows.save(rowOf(state), 'web:r-1');
    await listed.drop({ number, leaf: state.leaf, owner: 'unit@U05', version: 2 });
    const old = { pk: 'OWNER#unit@U05', sk: number, version: 2 };
    await table.client.send(new PutCommand({ TableName: table.name, Item: old }));
    const list = { kind: 'owned', owner: 'unit@U05', under: '990101' } as const;
    expect((await rows.tasksIn(list, 9)).lines).toEqual([]);

    const load = async (asked: string) => (asked === number ? state : undefined);
    await rebuildRows({
      cases: { load, history: async () => [] },
      rows,
      solved: dynamoSolved(table),
      listings: dynamoListings(table),
      scan: async () => ({ numbers: [] }),
      listed,
    })(() => undefined);
    expect((await rows.tasksIn(list, 9)).lines).toEqual([{ number, leaf: state.leaf, owner: 'unit@U05' }]);
    const lines = (await listed.page()).listed.filter((line) => line.number === number);
    expect(lines).toHaveLength(2);
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
