import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalMapping } from '../template/LocalMapping.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import { failedItems } from './failedItems.ts';
import type { StreamRecord } from './streamRecord.ts';

export interface StreamBatchParts {
  readonly mapping: LocalMapping;
  readonly functionArn: string;
  readonly runtime: Pick<FunctionRuntime, 'invoke'>;
  /** Puts a message into the on-failure destination. */
  readonly giveUp: (message: object) => Promise<void>;
  /** Aborted when the run ends. */
  readonly ended: AbortSignal;
  /** The clock by which the stream stamps its records. */
  readonly now: () => number;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;

type Verdict = 'RetryAttemptsExhausted' | 'RecordAgeExceeded' | undefined;

/**
 * Gives one batch to the function until it is done with, as Lambda does with a stream: in order; halved where the mapping
 * says so; what fails too often or is too old goes to the on-failure destination. Answers false when the run stopped first.
 */
export const playStreamBatch = async (
  parts: StreamBatchParts,
  shard: string,
  records: readonly StreamRecord[],
): Promise<boolean> => {
  let rest = records;
  for (let attempt = 1; rest.length > 0; attempt += 1) {
    if (parts.ended.aborted) return false;
    const failedAt = await firstFailure(parts, rest);
    if (failedAt === undefined) return true;
    rest = rest.slice(failedAt);
    if (parts.mapping.bisect && rest.length > 1) return playHalves(parts, shard, rest);
    const verdict = judge(parts.mapping, rest, attempt, parts.now());
    if (verdict) {
      await parts.giveUp(failureMessage(parts, { shard, records: rest, verdict, attempt }));
      return true;
    }
    // Cut short by the end of the run, which the next round sees.
    const pause = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE);
    await sleep(pause, undefined, { signal: parts.ended }).catch(() => undefined);
  }
  return true;
};

const playHalves = async (
  parts: StreamBatchParts,
  shard: string,
  records: readonly StreamRecord[],
): Promise<boolean> => {
  const middle = Math.ceil(records.length / 2);
  return (
    (await playStreamBatch(parts, shard, records.slice(0, middle))) &&
    (await playStreamBatch(parts, shard, records.slice(middle)))
  );
};

/** Index of the first record that failed; undefined when none did. */
const firstFailure = async (
  parts: StreamBatchParts,
  records: readonly StreamRecord[],
): Promise<number | undefined> => {
  const outcome = await parts.runtime.invoke(parts.mapping.functionName, { Records: records });
  if (!outcome.ok) return 0;
  const sequences = records.map((each) => each.dynamodb.SequenceNumber);
  const failed = failedItems(outcome.payload, sequences, parts.mapping);
  return failed.length === 0 ? undefined : Math.min(...failed.map((each) => sequences.indexOf(each)));
};

const judge = (
  mapping: LocalMapping,
  records: readonly StreamRecord[],
  attempt: number,
  now: number,
): Verdict => {
  if (mapping.maximumRetries >= 0 && attempt > mapping.maximumRetries) return 'RetryAttemptsExhausted';
  const age = now / 1_000 - (records[0]?.dynamodb.ApproximateCreationDateTime ?? 0);
  const limit = mapping.maximumRecordAgeSeconds;
  return limit > 0 && age > limit ? 'RecordAgeExceeded' : undefined;
};

/** What Lambda puts into an on-failure queue: where the records are, not the records. */
const failureMessage = (
  parts: StreamBatchParts,
  failure: {
    readonly shard: string;
    readonly records: readonly StreamRecord[];
    readonly verdict: Verdict;
    readonly attempt: number;
  },
): object => {
  const instants = failure.records.map((each) => each.dynamodb.ApproximateCreationDateTime);
  const iso = (seconds = 0) => new Date(seconds * 1_000).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: parts.functionArn,
      condition: failure.verdict,
      approximateInvokeCount: failure.attempt,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: failure.shard,
      startSequenceNumber: failure.records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: failure.records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: iso(instants[0]),
      approximateArrivalOfLastRecord: iso(instants.at(-1)),
      batchSize: failure.records.length,
      streamArn: parts.mapping.sourceArn,
    },
  };
};
