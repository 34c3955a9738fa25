import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { numberOf, seqOf } from '../../shared/store/accessPatterns.ts';
import { beginLog, log } from './log.ts';

type TakeEntry = (number: string, seq: number) => Promise<void>;

/**
 * The outside of every function on the table's stream: one call an entry, in order. It stops at the first that fails, since
 * what comes after it must not be told before it, and the stream goes back there; a first record that fails is an error of
 * the function, so that its alarm sees it.
 */
export const streamDoor = (take: TakeEntry) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .before(({ context }) => beginLog(context))
    .handler(async ({ Records }) => {
      for (const [i, record] of Records.entries()) {
        const fault = await faultOf(record, take);
        if (fault === undefined) continue;
        if (i === 0) throw fault;
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
      return { batchItemFailures: [] };
    });

const faultOf = async (record: DynamoDBRecord, take: TakeEntry): Promise<Error | undefined> => {
  const pk = record.dynamodb?.Keys?.pk?.S ?? '';
  const sk = record.dynamodb?.Keys?.sk?.S ?? '';
  const number = numberOf(pk);
  try {
    await take(number, seqOf(sk));
    return undefined;
  } catch (fault) {
    log.error('an entry failed and will come again', { error: fault as Error, number, entry: sk });
    return fault as Error;
  }
};
