import type { Answer } from './callOver.ts';
import { key } from './case.ts';
import { HOUR, NAME, type RunningDynamo, runDynamo, START } from './runningDynamo.ts';

let run: RunningDynamo;
beforeEach(async () => {
  run = await runDynamo();
});
afterEach(() => run.end());

async function iterator(type: string, SequenceNumber?: string): Promise<Answer> {
  const { Streams: streams } = (await run.call('ListStreams', { TableName: NAME })) as {
    Streams: { StreamArn: string }[];
  };
  const StreamArn = streams.at(-1)?.StreamArn;
  const { StreamDescription: described } = await run.call('DescribeStream', { StreamArn });
  const [shard] = (described as { Shards: { ShardId: string }[] }).Shards;
  return run.call('GetShardIterator', {
    StreamArn,
    ShardId: shard?.ShardId,
    ShardIteratorType: type,
    SequenceNumber,
  });
}
async function read(
  type: string,
  sequence?: string,
): Promise<{ keys: unknown[]; sequences: string[]; next: unknown }> {
  const { ShardIterator } = await iterator(type, sequence);
  const page = await run.call('GetRecords', { ShardIterator });
  const records = (
    page.Records as { dynamodb: { Keys: { pk: { S: string } }; SequenceNumber: string } }[]
  ).map((one) => one.dynamodb);
  return {
    keys: records.map(({ Keys }) => Keys.pk.S),
    sequences: records.map((one) => one.SequenceNumber),
    next: page.NextShardIterator,
  };
}

describe('the stream', () => {
  test('is read from any place', async () => {
    for (const pk of ['a', 'b', 'c']) await run.put(key(pk));
    const { sequences, keys } = await read('TRIM_HORIZON');
    expect(keys).toEqual(['a', 'b', 'c']);
    expect([...sequences].sort()).toEqual(sequences);
    expect((await read('AT_SEQUENCE_NUMBER', sequences[1])).keys).toEqual(['b', 'c']);
    expect((await read('AFTER_SEQUENCE_NUMBER', sequences[1])).keys).toEqual(['c']);
    const latest = await read('LATEST');
    expect(latest.keys).toEqual([]);
    await run.put(key('d'));
    const page = await run.call('GetRecords', { ShardIterator: latest.next });
    expect(page.Records).toHaveLength(1);
  });

  test('goes on where it was after a restart, with greater numbers', async () => {
    await run.put(key('a'));
    const before = await read('TRIM_HORIZON');
    await run.restart();
    await run.put(key('b'));
    const page = await run.call('GetRecords', { ShardIterator: before.next });
    const [record] = page.Records as { dynamodb: { SequenceNumber: string } }[];
    expect(page.Records).toHaveLength(1);
    expect(BigInt(record?.dynamodb.SequenceNumber ?? 0) > BigInt(before.sequences[0] ?? 0)).toBe(true);
  });

  test('keeps records for 24 hours of the retention clock, whatever the other clock says', async () => {
    await run.put(key('a'));
    const { sequences } = await read('TRIM_HORIZON');
    run.clocks.now = START + 1000 * HOUR;
    run.clocks.retention = START + 23 * HOUR;
    await run.put(key('b'));
    expect((await read('TRIM_HORIZON')).keys).toEqual(['a', 'b']);
    run.clocks.retention = START + 25 * HOUR;
    expect((await read('TRIM_HORIZON')).keys).toEqual(['b']);
    await run.dynamo.sweepExpired();
    await run.restart();
    expect((await read('TRIM_HORIZON')).keys).toEqual(['b']);
    expect(await iterator('AT_SEQUENCE_NUMBER', sequences[0])).toMatchObject({
      refused: 'TrimmedDataAccessException',
    });
    run.clocks.retention = START + 48 * HOUR;
    await run.dynamo.sweepExpired();
    await run.put(key('c'));
    const last = await read('TRIM_HORIZON');
    expect(last.keys).toEqual(['c']);
    expect(BigInt(last.sequences[0] ?? 0) > BigInt(sequences[0] ?? 0)).toBe(true);
  });

  test('gives iterators that are good for 15 minutes', async () => {
    const { ShardIterator } = await iterator('TRIM_HORIZON');
    run.clocks.retention += 16 * 60_000;
    expect(await run.call('GetRecords', { ShardIterator })).toMatchObject({
      refused: 'ExpiredIteratorException',
    });
  });

  test('ends when it is turned off, and a new one begins', async () => {
    await run.put(key('a'));
    await run.call('UpdateTable', { TableName: NAME, StreamSpecification: { StreamEnabled: false } });
    await run.put(key('b'));
    const ended = await read('TRIM_HORIZON');
    expect(ended.keys).toEqual(['a']);
    expect((await run.call('GetRecords', { ShardIterator: ended.next })).NextShardIterator).toBeUndefined();
    run.clocks.now += 1000;
    await run.call('UpdateTable', {
      TableName: NAME,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    });
    await run.put(key('c'));
    expect((await read('TRIM_HORIZON')).keys).toEqual(['c']);
  });
});
