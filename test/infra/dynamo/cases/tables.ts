import { type Case, key, refused, S, TABLE } from '../case.ts';

const has = (what: object) => expect.objectContaining(what) as object;
const STREAM = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' };
const NEW_INDEX = {
  AttributeDefinitions: [...TABLE.AttributeDefinitions, { AttributeName: 'colour', AttributeType: 'S' }],
  GlobalSecondaryIndexUpdates: [
    {
      Create: {
        IndexName: 'coloured',
        KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    },
  ],
};
const coloured = {
  IndexName: 'coloured',
  KeyConditionExpression: 'colour = :c',
  ExpressionAttributeValues: { ':c': S('red') },
};

export const tables: Case[] = [
  {
    name: 'a table is described with its stream',
    steps: [
      [
        'DescribeTable',
        {},
        {
          Table: has({
            TableName: 'TABLE',
            TableStatus: 'ACTIVE',
            KeySchema: TABLE.KeySchema,
            StreamSpecification: TABLE.StreamSpecification,
            LatestStreamArn: expect.stringContaining('/stream/'),
            BillingModeSummary: has({ BillingMode: 'PAY_PER_REQUEST' }),
          }),
        },
      ],
      ['CreateTable', TABLE, refused('ResourceInUseException')],
      ['ListTables', { ExclusiveStartTableName: 'TABLD', Limit: 1 }, has({ TableNames: expect.any(Array) })],
    ],
  },
  {
    name: 'what a template says of a table is accepted, and said again',
    table: {
      DeletionProtectionEnabled: true,
      SSESpecification: {
        Enabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: 'arn:aws:kms:us-east-1:000000000000:key/1',
      },
      OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 10 },
      WarmThroughput: { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 },
      TableClass: 'STANDARD',
      Tags: [{ Key: 'stage', Value: 'test' }],
    },
    steps: [
      [
        'DescribeTable',
        {},
        {
          Table: has({
            DeletionProtectionEnabled: true,
            OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 10 },
          }),
        },
      ],
      ['DeleteTable', {}, refused('ValidationException')],
      [
        'UpdateTable',
        { DeletionProtectionEnabled: false },
        has({ TableDescription: has({ DeletionProtectionEnabled: false }) }),
      ],
      ['DeleteTable', {}, has({ TableDescription: has({ TableName: 'TABLE' }) })],
      ['DescribeTable', {}, refused('ResourceNotFoundException')],
    ],
  },
  {
    name: 'a table made again is empty',
    steps: [
      ['PutItem', { Item: { ...key('a'), dueShard: S('7'), dueAt: S('1') } }],
      ['DeleteTable', {}],
      ['CreateTable', TABLE, has({ TableDescription: has({ TableStatus: 'ACTIVE' }) })],
      ['Scan', {}, { Items: [], Count: 0, ScannedCount: 0 }],
      ['Scan', { IndexName: 'due' }, { Items: [], Count: 0, ScannedCount: 0 }],
      ['records', {}, { records: [] }],
    ],
  },
  {
    name: 'a stream can be turned on later',
    table: { StreamSpecification: undefined },
    steps: [
      ['PutItem', { Item: key('before') }],
      [
        'UpdateTable',
        { StreamSpecification: STREAM },
        has({ TableDescription: has({ StreamSpecification: STREAM }) }),
      ],
      ['PutItem', { Item: key('after') }],
      [
        'records',
        {},
        {
          records: [
            {
              eventName: 'INSERT',
              Keys: key('after'),
              NewImage: key('after'),
              StreamViewType: 'NEW_IMAGE',
              SizeBytes: 20,
            },
          ],
        },
      ],
    ],
  },
  {
    name: 'an index made later is filled, and one taken away is gone',
    steps: [
      ['PutItem', { Item: { ...key('a'), colour: S('red') } }],
      ['PutItem', { Item: key('b') }],
      ['UpdateTable', NEW_INDEX, has({ TableDescription: has({ TableName: 'TABLE' }) })],
      ['settled', {}],
      ['PutItem', { Item: { ...key('c'), colour: S('blue') } }],
      ['Query', coloured, { Items: [{ ...key('a'), colour: S('red') }], Count: 1, ScannedCount: 1 }],
      ['UpdateTable', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'coloured' } }] }],
      ['settled', {}],
      ['Query', coloured, refused('ValidationException')],
    ],
  },
  {
    name: 'expiry is turned on once, for one attribute',
    steps: [
      ['DescribeTimeToLive', {}, { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } }],
      [
        'UpdateTimeToLive',
        { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } },
        { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } },
      ],
      [
        'DescribeTimeToLive',
        {},
        { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } },
      ],
      [
        'UpdateTimeToLive',
        { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } },
        refused('ValidationException'),
      ],
      [
        'UpdateTimeToLive',
        { TableName: 'nowhere', TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } },
        refused('ResourceNotFoundException'),
      ],
    ],
  },
];
