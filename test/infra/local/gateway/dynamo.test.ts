import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FunctionId, type SmallCloud, startSmallCloud } from './smallCloud.ts';

let cloud: SmallCloud;
const clients: { destroy(): void }[] = [];
const dynamo = (who: FunctionId | 'admin', more: object = {}): DynamoDBClient => {
  const client = new DynamoDBClient({ ...cloud.as(who), maxAttempts: 1, ...more });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
});
beforeEach(() => {
  cloud.gateway.setFault(undefined);
  cloud.gateway.meter.reset();
  cloud.lines.length = 0;
});

const item = (sk: string, more: object = {}) => ({ pk: { S: 'p' }, sk: { S: sk }, ...more });
const put = (sk: string, more: object = {}) =>
  new PutItemCommand({ TableName: cloud.table, Item: item(sk, more) });
const get = (sk: string) => new GetItemCommand({ TableName: cloud.table, Key: item(sk) });

describe('the table', () => {
  test('is made as the template says, with its index, stream and expiry', async () => {
    const { Table } = await dynamo('admin').send(new DescribeTableCommand({ TableName: cloud.table }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    });
    const ttl = await dynamo('admin').send(new DescribeTimeToLiveCommand({ TableName: cloud.table }));
    expect(ttl.TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
  });

  test('is still there after a restart of the gateway', async () => {
    await dynamo('Worker').send(put('kept'));
    await cloud.restart();
    expect((await dynamo('Worker').send(get('kept'))).Item).toEqual(item('kept'));
  });
});

describe('permissions', () => {
  test('a function with the grants reads and writes', async () => {
    await dynamo('Worker').send(put('a', { n: { N: '1' } }));
    expect((await dynamo('Worker').send(get('a'))).Item).toEqual(item('a', { n: { N: '1' } }));
  });

  test('a function without the grant is refused as DynamoDB refuses, and the refusal is told', async () => {
    const refusal = dynamo('Stranger').send(get('a'));
    await expect(refusal).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::000000000000:assumed-role/small-StrangerRole/small-Stranger is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/small-Table because no identity-based policy allows the dynamodb:GetItem action',
      $metadata: { httpStatusCode: 400 },
    });
    expect(cloud.lines).toEqual([
      {
        caller: 'small-Stranger',
        call: 'dynamodb:GetItem',
        note: 'denied: dynamodb:GetItem on arn:aws:dynamodb:us-east-1:000000000000:table/small-Table',
      },
    ]);
    expect(cloud.gateway.meter.read()).toMatchObject({ denied: 1, calls: {} });
  });

  test('a function that may not use the key of the table is refused', async () => {
    await expect(dynamo('Keyless').send(get('a'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('kms:Decrypt on resource: arn:aws:kms:'),
    });
  });

  test('a query of an index needs the grant on the index', async () => {
    const query = new QueryCommand({
      TableName: cloud.table,
      IndexName: 'due',
      KeyConditionExpression: 'dueShard = :s',
      ExpressionAttributeValues: { ':s': { S: '1' } },
    });
    await expect(dynamo('Worker').send(query)).resolves.toMatchObject({ Count: 0 });
    await expect(dynamo('Keyless').send(query)).rejects.toMatchObject({
      message: expect.stringContaining(
        'dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:000000000000:table/small-Table/index/due',
      ),
    });
  });

  test('a transaction needs the grant of each action in it', async () => {
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: cloud.table, Item: item('t1') } },
        { Delete: { TableName: cloud.table, Key: item('t2') } },
      ],
    });
    await dynamo('Worker').send(write);
    await expect(dynamo('Putter').send(write)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:DeleteItem'),
    });
    const check = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: cloud.table, Item: item('t3') } },
        {
          ConditionCheck: {
            TableName: cloud.table,
            Key: item('t1'),
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
      ],
    });
    await dynamo('Worker').send(check);
    await expect(dynamo('Putter').send(check)).rejects.toMatchObject({
      message: expect.stringContaining('dynamodb:ConditionCheckItem'),
    });
  });

  test('batches need grants of their own', async () => {
    const writes = new BatchWriteItemCommand({
      RequestItems: { [cloud.table]: [{ PutRequest: { Item: item('b1') } }] },
    });
    const reads = new BatchGetItemCommand({ RequestItems: { [cloud.table]: { Keys: [item('b1')] } } });
    await dynamo('Worker').send(writes);
    expect((await dynamo('Worker').send(reads)).Responses?.[cloud.table]).toEqual([item('b1')]);
    await expect(dynamo('Putter').send(writes)).rejects.toMatchObject({
      message: expect.stringContaining('dynamodb:BatchWriteItem'),
    });
    await expect(dynamo('Putter').send(reads)).rejects.toMatchObject({
      message: expect.stringContaining('dynamodb:BatchGetItem'),
    });
  });

  test('a scan nobody granted is refused, and the administrator may', async () => {
    const scan = new ScanCommand({ TableName: cloud.table });
    await expect(dynamo('Worker').send(scan)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(dynamo('admin').send(scan)).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('an unknown key is refused as DynamoDB refuses it', async () => {
    const credentials = { accessKeyId: 'NOBODY', secretAccessKey: 'x' };
    await expect(dynamo('admin', { credentials }).send(get('a'))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a request without credentials is refused', async () => {
    const response = await fetch(cloud.gateway.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' },
      body: '{}',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });
});

describe('the stream', () => {
  const streams = (who: FunctionId): DynamoDBStreamsClient => {
    const client = new DynamoDBStreamsClient({ ...cloud.as(who), maxAttempts: 1 });
    clients.push(client);
    return client;
  };

  test.each(['template', 'engine'])('is read under the name the %s has for it', async (whose) => {
    const StreamArn =
      whose === 'engine'
        ? cloud.gateway.engineStreamArn(cloud.table)
        : cloud.template.tables()[0]?.stream?.arn;
    await dynamo('Worker').send(put(`s-${whose}`));
    const client = streams('Worker');
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    const seen: (string | undefined)[] = [];
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
      );
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
      seen.push(...Records.map((record) => record.dynamodb?.Keys?.sk?.S));
      if (NextShardIterator) await client.send(new GetRecordsCommand({ ShardIterator: NextShardIterator }));
    }
    expect(seen).toContain(`s-${whose}`);
    await expect(streams('Putter').send(new DescribeStreamCommand({ StreamArn }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'dynamodb:DescribeStream on resource: arn:aws:dynamodb:us-east-1:000000000000:table/small-Table/stream/local',
      ),
    });
  });

  test('an iterator of somebody else does not help whoever has no grant', async () => {
    const StreamArn = cloud.gateway.engineStreamArn(cloud.table);
    const client = streams('Worker');
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'LATEST' }),
    );
    await expect(streams('Putter').send(new GetRecordsCommand({ ShardIterator }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

describe('figures', () => {
  test('units are counted though nobody asked, and the answer does not show them', async () => {
    const client = dynamo('Worker');
    const answer = await client.send(put('m', { dueShard: { S: '1' }, text: { S: 'x'.repeat(1500) } }));
    expect(answer.ConsumedCapacity).toBeUndefined();
    await client.send(get('m'));
    const { dynamodb, calls, callers } = cloud.gateway.meter.read();
    // 2 units for the item of more than 1 KB and 1 for the index; half a unit for an eventually consistent read.
    expect(dynamodb).toMatchObject({ writeUnits: 3, readUnits: 0.5, unmetered: 0 });
    expect(calls).toEqual({ 'dynamodb.PutItem': 1, 'dynamodb.GetItem': 1 });
    expect(callers).toEqual({ 'small-Worker': { 'dynamodb.PutItem': 1, 'dynamodb.GetItem': 1 } });
  });

  test('who asks for units gets what was asked for', async () => {
    const ask = async (ReturnConsumedCapacity: 'TOTAL' | 'INDEXES' | 'NONE') => {
      const { input } = put(`m2-${ReturnConsumedCapacity}`, { dueShard: { S: '1' } });
      return (await dynamo('Worker').send(new PutItemCommand({ ...input, ReturnConsumedCapacity })))
        .ConsumedCapacity;
    };
    expect(await ask('TOTAL')).toEqual({ TableName: cloud.table, CapacityUnits: 2 });
    expect(await ask('INDEXES')).toMatchObject({
      CapacityUnits: 2,
      Table: { CapacityUnits: 1 },
      GlobalSecondaryIndexes: { due: { CapacityUnits: 1 } },
    });
    expect(await ask('NONE')).toBeUndefined();
  });

  test('a transaction costs twice, a refused condition is counted apart', async () => {
    const client = dynamo('Worker');
    const TransactItems = [
      { Put: { TableName: cloud.table, Item: item('m3'), ConditionExpression: 'attribute_not_exists(pk)' } },
    ];
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    await expect(client.send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
    expect(cloud.gateway.meter.read().dynamodb).toMatchObject({ writeUnits: 2, failedWrites: 1 });
  });

  test('bytes are counted in both directions, and a reset starts anew', async () => {
    await dynamo('Worker').send(put('m4', { text: { S: 'y'.repeat(1000) } }));
    expect(cloud.gateway.meter.read().bytesIn).toBeGreaterThan(1000);
    expect(cloud.gateway.meter.read().bytesOut).toBeGreaterThan(0);
    cloud.gateway.meter.reset();
    expect(cloud.gateway.meter.read()).toMatchObject({ bytesIn: 0, bytesOut: 0, calls: {} });
  });
});

describe('faults', () => {
  test('a conflict of transactions before anything is done', async () => {
    cloud.gateway.setFault((call) =>
      call.operation === 'TransactWriteItems'
        ? {
            when: 'before',
            type: 'TransactionCanceledException',
            message: 'Transaction cancelled [TransactionConflict]',
            members: { CancellationReasons: [{ Code: 'TransactionConflict' }] },
          }
        : undefined,
    );
    const TransactItems = [{ Put: { TableName: cloud.table, Item: item('f1') } }];
    await expect(
      dynamo('Worker').send(new TransactWriteItemsCommand({ TransactItems })),
    ).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
    expect((await dynamo('Worker').send(get('f1'))).Item).toBeUndefined();
  });

  test('a throttle is tried again by the SDK', async () => {
    let left = 1;
    cloud.gateway.setFault(() => (left-- > 0 ? { when: 'before', type: 'ThrottlingException' } : undefined));
    await dynamo('Worker', { maxAttempts: 3 }).send(put('f2'));
    cloud.gateway.setFault(undefined);
    expect((await dynamo('Worker').send(get('f2'))).Item).toEqual(item('f2'));
  });

  test('a lost answer: it was done, and the caller does not know', async () => {
    cloud.gateway.setFault((call) =>
      call.operation === 'PutItem' ? { when: 'after', lose: true } : undefined,
    );
    await expect(dynamo('Worker').send(put('f3'))).rejects.toThrow(/socket hang up|ECONNRESET/u);
    expect((await dynamo('Worker').send(get('f3'))).Item).toEqual(item('f3'));
    expect(cloud.lines).toEqual([
      { caller: 'small-Worker', call: 'dynamodb:PutItem', note: 'connection lost (after, injected)' },
    ]);
  });

  test('a lost request: nothing was done', async () => {
    cloud.gateway.setFault((call) =>
      call.operation === 'PutItem' ? { when: 'before', lose: true } : undefined,
    );
    await expect(dynamo('Worker').send(put('f4'))).rejects.toThrow(/socket hang up|ECONNRESET/u);
    expect((await dynamo('Worker').send(get('f4'))).Item).toBeUndefined();
  });
});
