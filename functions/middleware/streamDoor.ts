import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { numberOf, seqOf } from '../../shared/store/accessPatterns.ts';
import { beginLog, log } from './log.ts';

/** The outside of every function on the table's stream: one call an entry, in order; the stream goes back to the first that failed. */
export const streamDoor = (handle: (number: string, seq: number) => Promise<void>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .before(({ context }) => {
      beginLog(context);
    })
    .handler((event, context) =>
      processPartialResponse(event, takeRecord(handle), new BatchProcessor(EventType.DynamoDBStreams), {
        context,
        processInParallel: false,
        throwOnFullBatchFailure: false,
      }),
    );

const takeRecord =
  (handle: (number: string, seq: number) => Promise<void>) =>
  async (record: DynamoDBRecord): Promise<void> => {
    const pk = record.dynamodb?.Keys?.pk?.S;
    const sk = record.dynamodb?.Keys?.sk?.S;
    if (pk === undefined || sk === undefined) throw new Error('A stream record without keys');
    const number = numberOf(pk);
    try {
      await handle(number, seqOf(sk));
    } catch (fault) {
      log.error('an entry failed and will come again', { error: fault as Error, number, entry: sk });
      throw fault;
    }
  };
