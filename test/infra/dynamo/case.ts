import type { Answer, Call } from './callOver.ts';

/** One behaviour: calls in order, each with the answer DynamoDB gives. */
export interface Case {
  readonly name: string;
  /** More for CreateTable; every case has a table of its own. */
  readonly table?: object;
  readonly steps: readonly Step[];
  /** DynamoDB Local is known to answer otherwise than AWS: only our layer is held to it. Says how, and by what AWS is known. */
  readonly notLocal?: string;
}
/** The operation (`records`: all change records so far; `settled`: when no index is being made or taken away), its input without the table, and what must come back. */
export type Step = readonly [operation: string, input: object, answer?: object];

export const S = (text: string) => ({ S: text });
export const N = (number: number | string) => ({ N: String(number) });
export const key = (pk: string, sk = 'a') => ({ pk: S(pk), sk: S(sk) });
export const refused = (code: string, more: object = {}) =>
  expect.objectContaining({ refused: code, ...more });
export const cancelled = (...reasons: object[]) => refused('TransactionCanceledException', { reasons });
export const NONE = { Code: 'None' };
export const FAILED = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };

export const TABLE = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'dueShard', AttributeType: 'S' },
    { AttributeName: 'dueAt', AttributeType: 'S' },
    { AttributeName: 'rank', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'dueShard', KeyType: 'HASH' },
        { AttributeName: 'dueAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: 'ranked',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'rank', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

/** Plays a case on an engine: what came back, beside what should have. */
export async function play(
  one: Case,
  table: string,
  call: Call,
): Promise<{ answers: Answer[]; expected: object[] }> {
  await call('CreateTable', { ...TABLE, ...one.table, TableName: table });
  const answers: Answer[] = [];
  const expected: object[] = [];
  for (const [operation, input, answer] of one.steps) {
    const got = await step(operation, input, { table, call });
    if (answer === undefined) continue;
    answers.push(nameless(got, table));
    expected.push(answer);
  }
  return { answers, expected };
}

async function step(
  operation: string,
  input: object,
  { table, call }: { readonly table: string; readonly call: Call },
): Promise<Answer> {
  if (operation === 'records') return { records: await recordsOf(table, call) };
  if (operation === 'settled') return settled(table, call);
  return call(operation, aimed(operation, input, table));
}

async function settled(table: string, call: Call): Promise<Answer> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { Table: described } = await call('DescribeTable', { TableName: table });
    if (!/CREATING|DELETING|UPDATING/.test(JSON.stringify(described))) return {};
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The table does not settle');
}

/** All change records of a table's stream: what happened, in order. */
export async function recordsOf(table: string, call: Call): Promise<Answer[]> {
  const { Streams: streams } = (await call('ListStreams', { TableName: table })) as {
    Streams: { StreamArn: string }[];
  };
  const StreamArn = streams[0]?.StreamArn;
  const described = await call('DescribeStream', { StreamArn });
  const { Shards: shards } = described.StreamDescription as { Shards: { ShardId: string }[] };
  const found: Answer[] = [];
  for (const { ShardId } of shards) {
    const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let iterator = (await call('GetShardIterator', from)).ShardIterator;
    while (iterator) {
      const page = await call('GetRecords', { ShardIterator: iterator, Limit: 1000 });
      const records = page.Records as Answer[];
      found.push(...records);
      iterator = records.length > 0 ? page.NextShardIterator : undefined;
    }
  }
  return found.map(({ eventName, dynamodb, userIdentity }) => {
    const { ApproximateCreationDateTime: _, SequenceNumber: __, ...what } = dynamodb as Answer;
    return { eventName, ...what, ...(userIdentity ? { userIdentity } : {}) };
  });
}

function aimed(operation: string, input: object, table: string): object {
  if (operation.startsWith('Transact')) {
    const { TransactItems: items, ...rest } = input as { TransactItems: Record<string, object>[] };
    const put = (item: Record<string, object>) =>
      Object.fromEntries(Object.entries(item).map(([action, one]) => [action, { TableName: table, ...one }]));
    return { ...rest, TransactItems: items.map(put) };
  }
  if (operation.startsWith('Batch')) {
    const { RequestItems: items, ...rest } = input as { RequestItems: unknown };
    return { ...rest, RequestItems: { [table]: items } };
  }
  return { TableName: table, ...input };
}

/** The table's name differs from run to run. */
function nameless(answer: Answer, table: string): Answer {
  return JSON.parse(JSON.stringify(answer).replaceAll(table, 'TABLE'));
}
