import { LOCAL } from '../template/LOCAL.ts';
import type { LocalTable } from '../template/LocalTable.ts';
import { keyNeeds, type Need } from './AccessCheck.ts';

/** The members of DynamoDB's requests that say which permissions they need. */
export interface DynamoInput {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly StreamArn?: string;
  readonly ShardIterator?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName?: string } | undefined>>[];
  readonly ReturnConsumedCapacity?: string;
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
const ON_TABLE = new Set([
  ...['DescribeTable', 'DescribeTimeToLive', 'UpdateTimeToLive', 'DescribeContinuousBackups'],
  ...['CreateTable', 'UpdateTable', 'DeleteTable'],
]);
const ON_STREAM = new Set(['DescribeStream', 'GetShardIterator', 'GetRecords']);

const IN_TRANSACTION: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

export const isRead = (operation: string): boolean => READS.has(operation);
export const isWrite = (operation: string): boolean => WRITES.has(operation);

/** Requests may name a table or give its ARN. */
const nameOf = (table: string): string => table.replace(/^arn:.*:table\//u, '');
const arnOf = (table: string): string =>
  `arn:${LOCAL.partition}:dynamodb:${LOCAL.region}:${LOCAL.account}:table/${nameOf(table)}`;

interface Touch {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
}

const touches = (operation: string, input: DynamoInput): readonly Touch[] => {
  if (operation.startsWith('Transact'))
    return (input.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, { TableName = '' } = {}]) => ({
        action: IN_TRANSACTION[kind] ?? kind,
        table: TableName,
      })),
    );
  if (operation.startsWith('Batch'))
    return Object.keys(input.RequestItems ?? {}).map((table) => ({ action: operation, table }));
  const { TableName: table = '', IndexName: index } = input;
  return [{ action: operation, table, ...(index === undefined ? {} : { index }) }];
};

/**
 * DynamoDB opens a table's key with the permissions of whoever calls: without `kms:Decrypt` nothing can be read or written.
 * Its documentation asks for more; those are counted as used when they are granted, but not insisted on.
 */
const tableKeyNeeds = (keyArn: string | undefined, writes: boolean): readonly Need[] => [
  ...keyNeeds(keyArn, 'dynamodb', ['Decrypt']),
  ...keyNeeds(keyArn, 'dynamodb', [
    'DescribeKey',
    ...(writes
      ? ['Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo']
      : []),
  ]).map((need) => ({ ...need, optional: true as const })),
];

const dataNeeds = (operation: string, input: DynamoInput, tables: readonly LocalTable[]): readonly Need[] => {
  const touched = touches(operation, input);
  const names = new Set(touched.map((touch) => nameOf(touch.table)));
  const keys = tables.filter((table) => names.has(table.name));
  return [
    ...touched.map(({ action, table, index }) => ({
      action: `dynamodb:${action}`,
      resource: `${arnOf(table)}${index === undefined ? '' : `/index/${index}`}`,
    })),
    ...keys.flatMap(({ keyArn }) => tableKeyNeeds(keyArn, isWrite(operation))),
  ];
};

/**
 * The permissions one request needs, with the ARNs as the template has them. `streamOf` finds the stream an iterator
 * belongs to. Undefined for an operation the local run does not know.
 */
export const dynamoNeeds = (
  operation: string,
  input: DynamoInput,
  tables: readonly LocalTable[],
  streamOf: (input: DynamoInput) => string,
): readonly Need[] | undefined => {
  const action = `dynamodb:${operation}`;
  if (isRead(operation) || isWrite(operation)) return dataNeeds(operation, input, tables);
  if (ON_TABLE.has(operation)) return [{ action, resource: arnOf(input.TableName ?? '') }];
  if (ON_STREAM.has(operation)) return [{ action, resource: streamOf(input) }];
  if (operation === 'ListTables' || operation === 'ListStreams') return [{ action, resource: '*' }];
  return undefined;
};
