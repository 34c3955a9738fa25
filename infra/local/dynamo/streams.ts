import { checkRequest, type RequestShape } from './checkRequest.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine, Operations } from './engine.ts';
import { iteratorAt, placeOf, recordsAfter, startOf } from './streamRecords.ts';
import type { StreamState, TableRecord } from './tableRecord.ts';

const text = { type: 'String', notNull: true };
const limit = (most: number) => ({ type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: most });
const LIST: RequestShape = {
  types: {
    TableName: { type: 'String' },
    Limit: limit(100),
    ExclusiveStartStreamArn: { type: 'String' },
  },
};
const DESCRIBE: RequestShape = {
  types: { StreamArn: text, Limit: limit(100), ExclusiveStartShardId: { type: 'String' } },
};
const ITERATOR: RequestShape = {
  types: {
    StreamArn: text,
    ShardId: text,
    ShardIteratorType: {
      ...text,
      enum: ['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER'],
    },
    SequenceNumber: { type: 'String' },
  },
};
const RECORDS: RequestShape = { types: { ShardIterator: text, Limit: limit(1000) } };

interface ListStreams {
  readonly TableName?: string;
  readonly Limit?: number;
  readonly ExclusiveStartStreamArn?: string;
}
interface DescribeStream {
  readonly StreamArn: string;
  readonly ExclusiveStartShardId?: string;
}
interface GetShardIterator {
  readonly StreamArn: string;
  readonly ShardId: string;
  readonly ShardIteratorType: string;
  readonly SequenceNumber?: string;
}
interface GetRecords {
  readonly ShardIterator: string;
  readonly Limit?: number;
}

/** The DynamoDB Streams API. A stream is one shard from its beginning to its end: the order of all writes. */
export function streams(engine: Engine): Operations {
  return {
    ListStreams: (body) => listStreams(engine, checkRequest<ListStreams>(body, LIST)),
    DescribeStream: (body) => describeStream(engine, checkRequest<DescribeStream>(body, DESCRIBE)),
    GetShardIterator: (body) => shardIterator(engine, checkRequest<GetShardIterator>(body, ITERATOR)),
    GetRecords: (body) => records(engine, checkRequest<GetRecords>(body, RECORDS)),
  };
}

interface Found {
  readonly table: TableRecord;
  readonly stream: StreamState;
}

function allStreams(engine: Engine): Found[] {
  return engine.tables.all().flatMap((table) => table.streams.map((stream) => ({ table, stream })));
}

function streamBy(engine: Engine, arn: string): Found {
  const found = allStreams(engine).find(({ stream }) => stream.arn === arn);
  if (found) return found;
  throw dynamoError('ResourceNotFoundException', `Requested resource not found: Stream: ${arn} not found`);
}

function listStreams(engine: Engine, request: ListStreams): object {
  const { TableName: name, Limit: most = 100, ExclusiveStartStreamArn: after = '' } = request;
  const all = allStreams(engine)
    .filter(({ table }) => name === undefined || table.description.TableName === name)
    .filter(({ stream }) => stream.arn > after)
    .sort((a, b) => (a.stream.arn < b.stream.arn ? -1 : 1));
  const page = all.slice(0, most).map(({ table, stream }) => ({
    StreamArn: stream.arn,
    TableName: table.description.TableName,
    StreamLabel: stream.label,
  }));
  return { Streams: page, ...(all.length > most && { LastEvaluatedStreamArn: page.at(-1)?.StreamArn }) };
}

const shardOf = ({ openedAt }: StreamState) =>
  `shardId-${String(Math.floor(openedAt * 1000)).padStart(20, '0')}-00000001`;

function describeStream(engine: Engine, request: DescribeStream): object {
  const { table, stream } = streamBy(engine, request.StreamArn);
  const shard = {
    ShardId: shardOf(stream),
    SequenceNumberRange: {
      StartingSequenceNumber: (BigInt(stream.startsAfter) + 1n).toString(),
      ...(stream.ended && { EndingSequenceNumber: stream.ended.at }),
    },
  };
  return {
    StreamDescription: {
      StreamArn: stream.arn,
      StreamLabel: stream.label,
      StreamStatus: stream.ended ? 'DISABLED' : 'ENABLED',
      StreamViewType: stream.view,
      CreationRequestDateTime: stream.openedAt,
      TableName: table.description.TableName,
      KeySchema: table.description.KeySchema,
      Shards: request.ExclusiveStartShardId === undefined ? [shard] : [],
    },
  };
}

async function shardIterator(engine: Engine, request: GetShardIterator): Promise<object> {
  const { stream } = streamBy(engine, request.StreamArn);
  if (request.ShardId !== shardOf(stream)) {
    throw dynamoError('ResourceNotFoundException', 'Requested resource not found: Shard does not exist');
  }
  const from = { type: request.ShardIteratorType, sequence: request.SequenceNumber };
  const after = await startOf(engine, stream, from);
  return { ShardIterator: iteratorAt({ arn: stream.arn, after, madeAt: engine.clocks.retention() }) };
}

async function records(engine: Engine, { ShardIterator, Limit: most = 1000 }: GetRecords): Promise<object> {
  const now = engine.clocks.retention();
  const place = placeOf(ShardIterator, now);
  const { stream } = streamBy(engine, place.arn);
  const found = await recordsAfter(engine, stream, { after: place.after, limit: most });
  const after = found.at(-1)?.dynamodb.SequenceNumber ?? place.after;
  const over = stream.ended !== undefined && found.length === 0;
  return {
    Records: found,
    ...(!over && { NextShardIterator: iteratorAt({ arn: stream.arn, after, madeAt: now }) }),
  };
}
