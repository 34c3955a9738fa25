import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalTable } from '../template/LocalTable.ts';
import type { DynamoEngine } from './DynamoEngine.ts';

interface Described {
  readonly TableStatus?: string;
  readonly LatestStreamArn?: string;
  readonly KeySchema?: readonly { readonly AttributeName: string; readonly KeyType: string }[];
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string; readonly IndexStatus?: string }[];
}

const keySchema = (partitionKey: string, sortKey: string | undefined) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' }]),
];

const creation = (table: LocalTable): Record<string, unknown> => ({
  TableName: table.name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: Object.entries(table.attributes).map(([AttributeName, AttributeType]) => ({
    AttributeName,
    AttributeType,
  })),
  KeySchema: keySchema(table.partitionKey, table.sortKey),
  ...(table.indexes.length === 0
    ? {}
    : {
        GlobalSecondaryIndexes: table.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index.partitionKey, index.sortKey),
          Projection: {
            ProjectionType: index.projection,
            ...(index.nonKeyAttributes.length === 0 ? {} : { NonKeyAttributes: index.nonKeyAttributes }),
          },
        })),
      }),
  ...(table.stream === undefined
    ? {}
    : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream.view } }),
});

const describe = async (engine: DynamoEngine, name: string): Promise<Described | undefined> => {
  try {
    const { Table } = await engine.call('DescribeTable', { TableName: name });
    return Table as Described;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const settled = ({ TableStatus, GlobalSecondaryIndexes = [] }: Described): boolean =>
  TableStatus === 'ACTIVE' &&
  GlobalSecondaryIndexes.every((one) => (one.IndexStatus ?? 'ACTIVE') === 'ACTIVE');

const POLL_MS = 20;

/** A table on disk of another shape would be read wrongly: better said at once. */
const sameShape = (table: LocalTable, found: Described): boolean => {
  const keys = (found.KeySchema ?? []).map((key) => key.AttributeName);
  const wanted = keySchema(table.partitionKey, table.sortKey).map((key) => key.AttributeName);
  const indexes = new Set((found.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName));
  return (
    keys.join() === wanted.join() &&
    table.indexes.every((index) => indexes.has(index.name)) &&
    (table.stream === undefined || found.LatestStreamArn !== undefined)
  );
};

/** An engine that cannot expire items keeps them, which DynamoDB may also do for days: readers must not rely on it. */
const setTimeToLive = async (engine: DynamoEngine, table: LocalTable): Promise<void> => {
  if (table.ttlAttribute === undefined) return;
  const TimeToLiveSpecification = { Enabled: true, AttributeName: table.ttlAttribute };
  try {
    await engine.call('UpdateTimeToLive', { TableName: table.name, TimeToLiveSpecification });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnknownOperationException') throw error;
  }
};

const makeTable = async (engine: DynamoEngine, table: LocalTable): Promise<Described> => {
  const before = await describe(engine, table.name);
  if (before !== undefined && !sameShape(table, before))
    throw new Error(`Table ${table.name} on disk has another shape than the template: start with --fresh`);
  if (before === undefined) await engine.call('CreateTable', creation(table));
  let found = before ?? (await describe(engine, table.name));
  while (found === undefined || !settled(found)) {
    await sleep(POLL_MS);
    found = await describe(engine, table.name);
  }
  if (before === undefined) await setTimeToLive(engine, table);
  return found;
};

/** Creates the tables the engine does not have yet. Gives the engine's own ARN of each table's stream, by table name. */
export const makeTables = async (
  engine: DynamoEngine,
  tables: readonly LocalTable[],
): Promise<ReadonlyMap<string, string>> => {
  const streams = new Map<string, string>();
  for (const table of tables) {
    const { LatestStreamArn } = await makeTable(engine, table);
    if (LatestStreamArn !== undefined) streams.set(table.name, LatestStreamArn);
  }
  return streams;
};
