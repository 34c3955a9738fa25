import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '../../../infra/local/dynamo/startDynamo.ts';
import { key, N } from './case.ts';
import { NAME, type RunningDynamo, runDynamo } from './runningDynamo.ts';

let run: RunningDynamo;
beforeEach(async () => {
  run = await runDynamo();
});
afterEach(() => run.end());

describe('a transaction token', () => {
  const once = () =>
    run.call('TransactWriteItems', {
      TransactItems: [
        {
          Update: {
            TableName: NAME,
            Key: key('a'),
            UpdateExpression: 'ADD n :o',
            ExpressionAttributeValues: { ':o': N(1) },
          },
        },
      ],
      ClientRequestToken: 'token',
    });

  test('holds for ten minutes, also over a restart', async () => {
    await once();
    run.clocks.retention += 9 * 60_000;
    await run.restart();
    await once();
    expect(await run.get(key('a'))).toMatchObject({ n: N(1) });
    run.clocks.retention += 2 * 60_000;
    await run.dynamo.sweepExpired();
    await once();
    expect(await run.get(key('a'))).toMatchObject({ n: N(2) });
  });

  test('holds among requests that arrive together', async () => {
    await Promise.all(Array.from({ length: 20 }, once));
    expect(await run.get(key('a'))).toMatchObject({ n: N(1) });
  });
});

test('writes that arrive together are done one after another', async () => {
  const add = () =>
    run.call('UpdateItem', {
      TableName: NAME,
      Key: key('a'),
      UpdateExpression: 'ADD n :o',
      ExpressionAttributeValues: { ':o': N(1) },
    });
  const take = () =>
    run.call('PutItem', {
      TableName: NAME,
      Item: key('once'),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  await Promise.all(Array.from({ length: 50 }, add));
  const taken = await Promise.all(Array.from({ length: 20 }, take));
  expect(await run.get(key('a'))).toMatchObject({ n: N(50) });
  expect(taken.filter(({ refused }) => refused === undefined)).toHaveLength(1);
});

test('a folder in use by another run is said to be so', async () => {
  await expect(startDynamo({ dataDir: run.dataDir, sweepEveryMs: 0 })).rejects.toThrow(
    'in use by another run',
  );
});

test('the SDK finds what it expects', async () => {
  const settings = {
    endpoint: run.dynamo.url,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  const TableName = NAME;
  await client.send(
    new PutCommand({
      TableName,
      Item: { pk: 'a', sk: '1', words: new Set(['x']), deep: { at: [1, null, true] } },
    }),
  );
  const { Items: found } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': 'a' },
    }),
  );
  expect(found).toEqual([{ pk: 'a', sk: '1', words: new Set(['x']), deep: { at: [1, null, true] } }]);

  const again = {
    TableName,
    Item: { pk: 'a', sk: '1' },
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
  const failed = await client.send(new PutCommand(again)).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ConditionalCheckFailedException);
  const cancelled = await client
    .send(new TransactWriteCommand({ TransactItems: [{ Put: again }] }))
    .catch((error: unknown) => error);
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  expect((cancelled as TransactionCanceledException).CancellationReasons).toMatchObject([
    { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'a' } } },
  ]);

  const plain = new DynamoDBClient(settings);
  const missing = await plain
    .send(new GetItemCommand({ TableName: 'nowhere', Key: key('a') }))
    .catch((error: unknown) => error);
  expect(missing).toMatchObject({ name: 'ResourceNotFoundException' });
  const streams = new DynamoDBStreamsClient(settings);
  const { Streams: listed } = await streams.send(new ListStreamsCommand({ TableName }));
  expect(listed?.[0]?.StreamArn).toMatch(
    /^arn:aws-cn:dynamodb:cn-north-1:000000000000:table\/wangge\/stream\//,
  );
  for (const one of [client, plain, streams]) one.destroy();
});
