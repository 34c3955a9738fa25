import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpoints } from '../../../../infra/local/compute/Checkpoints.ts';
import type { Outcome } from '../../../../infra/local/compute/Outcome.ts';
import type { ShardReader } from '../../../../infra/local/compute/ShardReader.ts';
import { StreamMapping } from '../../../../infra/local/compute/StreamMapping.ts';
import type { StreamRecord } from '../../../../infra/local/compute/streamRecord.ts';
import type { LocalMapping } from '../../../../infra/local/template/LocalMapping.ts';

const mapping: LocalMapping = {
  path: 'stack/mapping',
  id: 'm',
  functionName: 'notify',
  source: 'dynamodb',
  sourceArn: 'arn:stream',
  enabled: true,
  batchSize: 2,
  batchWindowSeconds: 0,
  filters: [],
  reportsItemFailures: true,
  bisect: false,
  maximumRetries: -1,
  maximumRecordAgeSeconds: -1,
  parallelization: 1,
};

const record = (sequence: number, pk = 'p', sk = 'E#1'): StreamRecord => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  eventSourceARN: 'arn:stream',
  dynamodb: {
    SequenceNumber: String(sequence),
    ApproximateCreationDateTime: Date.now() / 1_000,
    Keys: { pk: { S: pk }, sk: { S: sk } },
  },
});

const reader = (records: readonly StreamRecord[]): ShardReader => {
  const cursor = new Map<string, number>();
  return {
    shards: async () => ['s'],
    next: async (shard, checkpoint) => {
      const after = cursor.get(shard) ?? Number(checkpoint() ?? 0);
      const page = records.filter((each) => Number(each.dynamodb.SequenceNumber) > after);
      cursor.set(shard, Number(page.at(-1)?.dynamodb.SequenceNumber ?? after));
      return page;
    },
    forget: () => cursor.clear(),
  };
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'stream-'));
  folders.push(made);
  return made;
};

type Batch = readonly string[];
const sequences = (event: unknown): Batch =>
  (event as { Records: StreamRecord[] }).Records.map((each) => each.dynamodb.SequenceNumber);

const play = async (
  records: readonly StreamRecord[],
  answer: (batch: Batch) => Outcome,
  {
    over = {},
    dataDir = folder(),
    ms = 120,
    source = reader(records),
  }: { over?: Partial<LocalMapping>; dataDir?: string; ms?: number; source?: ShardReader } = {},
) => {
  const batches: Batch[] = [];
  const givenUp: object[] = [];
  const ended = new AbortController();
  const played = new StreamMapping({
    mapping: { ...mapping, ...over },
    functionArn: 'arn:function',
    runtime: {
      invoke: async (_name, event) => {
        batches.push(sequences(event));
        return answer(sequences(event));
      },
    },
    giveUp: async (message) => void givenUp.push(message),
    ended: ended.signal,
    now: Date.now,
    checkpoints: openCheckpoints(dataDir),
    reader: source,
    complain: () => undefined,
  });
  played.start();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const drained = await Promise.race([
    played.isDrained(),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 50)),
  ]);
  ended.abort();
  await played.stop();
  return { batches, givenUp, drained, dataDir };
};

const ok: Outcome = { ok: true, payload: { batchItemFailures: [] } };
const failed: Outcome = { ok: false, error: { errorType: 'Error', errorMessage: 'no' } };
const failedAt = (sequence: string): Outcome => ({
  ok: true,
  payload: { batchItemFailures: [{ itemIdentifier: sequence }] },
});

describe('a mapping of a stream', () => {
  test('gives records in order, in batches of its size, and knows when it has read all', async () => {
    const { batches, drained } = await play(
      [1, 2, 3].map((n) => record(n)),
      () => ok,
    );
    expect(batches).toEqual([['1', '2'], ['3']]);
    expect(drained).toBe(true);
  });

  test('passes over what its filter does not take', async () => {
    const records = [record(1), record(2, 'p', 'S'), record(3)];
    const filters = [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'E#' }] } } } }];
    const { batches, dataDir } = await play(records, () => ok, { over: { filters } });
    expect(batches).toEqual([['1', '3']]);
    expect(JSON.parse(readFileSync(join(dataDir, 'checkpoints.json'), 'utf8'))).toEqual({ 'm s': '3' });
  });

  test('goes on after its checkpoint when it is started again', async () => {
    const records = [1, 2, 3].map((n) => record(n));
    const { dataDir } = await play(records.slice(0, 2), () => ok);
    expect((await play(records, () => ok, { dataDir })).batches).toEqual([['3']]);
  });

  test('does not move its checkpoint past what is not done', async () => {
    const { dataDir, drained } = await play([record(1)], () => failed);
    expect(drained).toBe(false);
    expect((await play([record(1)], () => ok, { dataDir })).batches).toEqual([['1']]);
  });

  test('tries again from the first record that failed', async () => {
    let first = true;
    const { batches } = await play(
      [1, 2, 3].map((n) => record(n)),
      () => {
        if (!first) return ok;
        first = false;
        return failedAt('2');
      },
      { over: { batchSize: 3 }, ms: 250 },
    );
    expect(batches).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  test('halves a batch to find the record that fails, and sends that one alone to its destination', async () => {
    const { batches, givenUp } = await play(
      [1, 2, 3, 4].map((n) => record(n)),
      (batch) => (batch.includes('3') ? failed : ok),
      { over: { batchSize: 4, bisect: true, maximumRetries: 1 }, ms: 300 },
    );
    expect(batches).toEqual([['1', '2', '3', '4'], ['1', '2'], ['3', '4'], ['3'], ['3'], ['4']]);
    expect(givenUp).toHaveLength(1);
    expect(givenUp[0]).toMatchObject({
      requestContext: {
        condition: 'RetryAttemptsExhausted',
        functionArn: 'arn:function',
        approximateInvokeCount: 2,
      },
      DDBStreamBatchInfo: {
        startSequenceNumber: '3',
        endSequenceNumber: '3',
        batchSize: 1,
        streamArn: 'arn:stream',
      },
    });
  });

  test('gives up what is too old', async () => {
    const old = record(1);
    const aged = { ...old, dynamodb: { ...old.dynamodb, ApproximateCreationDateTime: 1 } };
    const { givenUp } = await play([aged], () => failed, { over: { maximumRecordAgeSeconds: 60 } });
    expect(givenUp[0]).toMatchObject({ requestContext: { condition: 'RecordAgeExceeded' } });
  });

  test('gathers a batch for as long as its window is open', async () => {
    const pages = [[record(1)], [record(2)], []];
    const { batches } = await play([], () => ok, {
      over: { batchSize: 10, batchWindowSeconds: 0.1 },
      source: { shards: async () => ['s'], next: async () => pages.shift() ?? [], forget: () => undefined },
      ms: 300,
    });
    expect(batches).toEqual([['1', '2']]);
  });

  test('keeps one partition key in one lane, and lanes side by side', async () => {
    const records = [record(1, 'a'), record(2, 'b'), record(3, 'a'), record(4, 'c'), record(5, 'b')];
    const { batches } = await play(records, () => ok, { over: { batchSize: 10, parallelization: 10 } });
    const flat = batches.flat();
    expect(flat.toSorted()).toEqual(['1', '2', '3', '4', '5']);
    expect(flat.indexOf('1')).toBeLessThan(flat.indexOf('3'));
    expect(flat.indexOf('2')).toBeLessThan(flat.indexOf('5'));
    expect(batches.length).toBeGreaterThan(1);
  });
});
