import { randomUUID } from 'node:crypto';
import type { LevelChange } from 'dynalite/db/index.js';
import createTableShape from 'dynalite/validations/createTable.js';
import { checkRequest, type RequestShape } from './checkRequest.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import { type StreamSpecification, streamOf } from './streamOf.ts';
import type { IndexDescription, TableDescription, TableRecord } from './tableRecord.ts';

interface CreateTable extends Pick<TableDescription, 'TableName' | 'KeySchema' | 'AttributeDefinitions'> {
  readonly BillingMode?: string;
  readonly ProvisionedThroughput?: object;
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
  readonly StreamSpecification?: StreamSpecification;
  readonly SSESpecification?: { readonly Enabled?: boolean; readonly KMSMasterKeyId?: string };
  readonly TableClass?: string;
  readonly DeletionProtectionEnabled?: boolean;
}

const anything = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: 'String' }]));
const units = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'Long']));
export const STREAM_SPECIFICATION = {
  type: 'FieldStruct<StreamSpecification>',
  children: {
    StreamEnabled: { type: 'Boolean', notNull: true },
    StreamViewType: {
      type: 'String',
      enum: ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'],
    },
  },
};
/** What a local run need not do, and only says again: throughput limits, encryption, the table class. */
export const ECHOED = {
  DeletionProtectionEnabled: 'Boolean',
  TableClass: { type: 'String' },
  OnDemandThroughput: {
    type: 'FieldStruct<OnDemandThroughput>',
    children: units('MaxReadRequestUnits', 'MaxWriteRequestUnits'),
  },
  WarmThroughput: {
    type: 'FieldStruct<WarmThroughput>',
    children: units('ReadUnitsPerSecond', 'WriteUnitsPerSecond'),
  },
  SSESpecification: {
    type: 'FieldStruct<SSESpecification>',
    children: { Enabled: 'Boolean', ...anything('SSEType', 'KMSMasterKeyId') },
  },
};
export const CREATE_TABLE: RequestShape = {
  types: { ...createTableShape.types, ...ECHOED, StreamSpecification: STREAM_SPECIFICATION },
  custom: createTableShape.custom,
};

/** Active at once. */
export function createTable(engine: Engine, body: unknown): Promise<object> {
  const request = checkRequest<CreateTable>(body, CREATE_TABLE);
  return engine.journal.write(() => {
    if (engine.tables.find(request.TableName)) {
      throw dynamoError('ResourceInUseException', `Table already exists: ${request.TableName}`);
    }
    const table = tableOf(engine, request);
    engine.tables.set(table);
    const changes: LevelChange[] = [engine.tables.put(table)];
    return { changes, answer: { TableDescription: described(table) } };
  });
}

function arnOf(engine: Engine, table: string): string {
  const partition = engine.region.startsWith('cn-') ? 'aws-cn' : 'aws';
  return `arn:${partition}:dynamodb:${engine.region}:${engine.account}:table/${table}`;
}

/** A table as DescribeTable tells it. */
export function described({ description, streams }: TableRecord): object {
  const last = streams.at(-1);
  return {
    ...description,
    ...(last && { LatestStreamArn: last.arn, LatestStreamLabel: last.label }),
    ...(last && !last.ended && { StreamSpecification: { StreamEnabled: true, StreamViewType: last.view } }),
  };
}

function tableOf(engine: Engine, request: CreateTable): TableRecord {
  const {
    GlobalSecondaryIndexes: global,
    LocalSecondaryIndexes: local,
    StreamSpecification: stream,
    SSESpecification: encryption,
    BillingMode: billing,
    ProvisionedThroughput: provisioned,
    TableClass: tableClass,
    ...plain
  } = request;
  const created = engine.clocks.now() / 1000;
  const arn = arnOf(engine, request.TableName);
  const description: TableDescription = {
    ...plain,
    TableStatus: 'ACTIVE',
    TableArn: arn,
    TableId: randomUUID(),
    CreationDateTime: created,
    ItemCount: 0,
    TableSizeBytes: 0,
    DeletionProtectionEnabled: plain.DeletionProtectionEnabled === true,
    ProvisionedThroughput: throughput(provisioned),
    ...(billing === 'PAY_PER_REQUEST' && {
      BillingModeSummary: { BillingMode: billing, LastUpdateToPayPerRequestDateTime: created },
    }),
    ...(tableClass && { TableClassSummary: { TableClass: tableClass } }),
    ...(encryption?.Enabled && {
      SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: encryption.KMSMasterKeyId },
    }),
    ...(local && { LocalSecondaryIndexes: local.map((index) => indexOf(arn, index)) }),
    ...(global && { GlobalSecondaryIndexes: global.map((index) => globalIndexOf(arn, index)) }),
  };
  return { description, streams: stream?.StreamEnabled ? [streamOf(engine, arn, stream)] : [] };
}

function indexOf(tableArn: string, index: IndexDescription): IndexDescription {
  const arn = `${tableArn}/index/${index.IndexName}`;
  return { ...index, IndexArn: arn, IndexSizeBytes: 0, ItemCount: 0 };
}

export function globalIndexOf(tableArn: string, index: IndexDescription): IndexDescription {
  return {
    ...indexOf(tableArn, index),
    IndexStatus: 'ACTIVE',
    ProvisionedThroughput: throughput(index.ProvisionedThroughput as object | undefined),
  };
}

function throughput(provisioned: object | undefined): object {
  return { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0, ...provisioned };
}
