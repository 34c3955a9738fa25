import { key, N, recordsOf, S } from './case.ts';
import { HOUR, NAME, type RunningDynamo, runDynamo, START } from './runningDynamo.ts';

let run: RunningDynamo;
beforeEach(async () => {
  run = await runDynamo();
});
afterEach(() => run.end());

const expireBy = (AttributeName: string, Enabled = true) =>
  run.call('UpdateTimeToLive', { TableName: NAME, TimeToLiveSpecification: { AttributeName, Enabled } });
const seconds = (ms: number) => N(Math.floor(ms / 1000));

describe('expiry', () => {
  test('expired items are deleted by the sweep, and their records say by whom', async () => {
    await run.put({ ...key('before'), ttl: seconds(START + HOUR) });
    await expireBy('ttl');
    await run.put({ ...key('after'), ttl: seconds(START + HOUR), dueShard: S('7'), dueAt: S('1') });
    await run.put({ ...key('later'), ttl: seconds(START + 2 * HOUR) });
    await run.put({ ...key('moved'), ttl: seconds(START + HOUR) });
    await run.put({ ...key('moved'), ttl: seconds(START + 3 * HOUR) });
    await run.put({ ...key('ancient'), ttl: seconds(START - 6 * 365 * 24 * HOUR) });
    await run.put({ ...key('text'), ttl: S('1') });
    expect(await run.dynamo.sweepExpired()).toBe(0);
    run.clocks.now = START + HOUR + 1000;
    await run.restart();
    expect(await run.dynamo.sweepExpired()).toBe(2);
    expect(await run.dynamo.sweepExpired()).toBe(0);
    const { Items: left } = await run.call('Scan', { TableName: NAME, ProjectionExpression: 'pk' });
    expect((left as { pk: { S: string } }[]).map(({ pk }) => pk.S).sort()).toEqual([
      'ancient',
      'later',
      'moved',
      'text',
    ]);
    expect(await run.call('Scan', { TableName: NAME, IndexName: 'due', Select: 'COUNT' })).toEqual({
      Count: 0,
      ScannedCount: 0,
    });
    const removed = (await recordsOf(NAME, run.call)).filter(({ eventName }) => eventName === 'REMOVE');
    const by = { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' };
    expect(removed.map(({ userIdentity }) => userIdentity)).toEqual([by, by]);
    expect(removed[0]).toHaveProperty('OldImage');
  });

  test('an item lives while its hour has not come, and for good once expiry is off', async () => {
    await expireBy('ttl');
    await run.put({ ...key('a'), ttl: seconds(START + HOUR) });
    run.clocks.now = START + HOUR;
    expect(await run.dynamo.sweepExpired()).toBe(0);
    await expireBy('ttl', false);
    run.clocks.now = START + 10 * HOUR;
    expect(await run.dynamo.sweepExpired()).toBe(0);
    expect(await run.get(key('a'))).toBeDefined();
  });

  test('an item whose expiry is put off while the sweep is under way stays', async () => {
    await expireBy('ttl');
    const all = Array.from({ length: 400 }, (_, at) => ({ ...key(`item${at}`), ttl: seconds(START) }));
    await Promise.all(all.map(run.put));
    run.clocks.now = START + HOUR;
    const putOff = all.toReversed().map((item) => run.put({ ...item, ttl: seconds(START + 9 * HOUR) }));
    await Promise.all([run.dynamo.sweepExpired(), ...putOff]);
    expect(await run.call('Scan', { TableName: NAME, Select: 'COUNT' })).toMatchObject({ Count: 400 });
  });
});
