import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { type StreamRecord, streamRecord } from './streamRecord.ts';

/** Pages of one stream, shard by shard. The same calls for every engine. */
export interface ShardReader {
  readonly shards: () => Promise<readonly string[]>;
  /** Records after what was read last; at first, after the checkpoint, or from the oldest there is. */
  readonly next: (shard: string, checkpoint: () => string | undefined) => Promise<readonly StreamRecord[]>;
  /** Starts from the checkpoints again. */
  readonly forget: () => void;
}

/** New shards (an engine may rotate them) are looked for this often. */
const LOOK_AGAIN = 10_000;

/**
 * `engineArn`: the stream's name with the engine; `streamArn`: its name in the template, which functions see.
 * Without a checkpoint a shard is read from its oldest record, whatever the mapping's starting position: locally table and
 * mapping are made together, so nothing older than the mapping exists, and a run killed early must lose nothing.
 */
export const openShards = (
  client: DynamoDBStreamsClient,
  names: { readonly engineArn: string; readonly streamArn: string },
): ShardReader => {
  const iterators = new Map<string, string>();
  const finished = new Set<string>();
  let known: readonly string[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;

  const describe = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    let from: string | undefined;
    do {
      const { StreamDescription: page } = await client.send(
        new DescribeStreamCommand({ StreamArn: names.engineArn, ExclusiveStartShardId: from }),
      );
      found.push(...(page?.Shards ?? []).flatMap((shard) => shard.ShardId ?? []));
      from = page?.LastEvaluatedShardId;
    } while (from);
    return found;
  };

  const iteratorFrom = async (shard: string, after: string | undefined): Promise<string | undefined> => {
    const place = after
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const)
      : ({ ShardIteratorType: 'TRIM_HORIZON' } as const);
    try {
      const answer = await client.send(
        new GetShardIteratorCommand({ StreamArn: names.engineArn, ShardId: shard, ...place }),
      );
      return answer.ShardIterator;
    } catch (error) {
      // What followed the checkpoint is older than a stream keeps: go on with the oldest there is.
      if (after && error instanceof TrimmedDataAccessException) return iteratorFrom(shard, undefined);
      throw error;
    }
  };

  const read = async (shard: string, iterator: string): Promise<readonly StreamRecord[]> => {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
    if (page.NextShardIterator) iterators.set(shard, page.NextShardIterator);
    else {
      // A closed shard: its successors are there to be read.
      finished.add(shard);
      lookedAt = Number.NEGATIVE_INFINITY;
    }
    return (page.Records ?? []).map((each) => streamRecord(each, names.streamArn));
  };

  const next: ShardReader['next'] = async (shard, checkpoint) => {
    const iterator = iterators.get(shard) ?? (await iteratorFrom(shard, checkpoint()));
    if (!iterator) return [];
    try {
      return await read(shard, iterator);
    } catch (error) {
      if (!(error instanceof ExpiredIteratorException) || !iterators.delete(shard)) throw error;
      return next(shard, checkpoint);
    }
  };

  return {
    shards: async () => {
      if (performance.now() - lookedAt > LOOK_AGAIN) {
        known = await describe();
        lookedAt = performance.now();
      }
      return known.filter((shard) => !finished.has(shard));
    },
    next,
    forget: () => {
      iterators.clear();
      finished.clear();
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
};
