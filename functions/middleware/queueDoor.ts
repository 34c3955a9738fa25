import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import { deadLetter } from '../outlets/deadLetter.ts';
import { beginLog, log, logApart } from './log.ts';
import { metrics } from './metrics.ts';

interface QueueDoorOptions<T> {
  readonly schema: z.ZodType<T>;
  readonly deadLetterUrl: string;
  /** Records of one group keep their order: after a failure the rest of its group waits too. */
  readonly fifo: boolean;
}

/**
 * The outside of every queue function: answers record by record, so that one failure repeats one record; a body that cannot be
 * read (bad JSON, unknown version) goes to the dead letters at once, since trying again cannot help.
 */
export const queueDoor = <T>(
  options: QueueDoorOptions<T>,
  handle: (body: T, context: Context) => Promise<void>,
) => {
  const bury = deadLetter(options.deadLetterUrl);

  const takeRecord: TakeRecord = (record, context) =>
    logApart(context.awsRequestId, () => takeOne(record, context));

  const takeOne = async (record: SQSRecord, context: Context): Promise<void> => {
    const read = readRecord(record, options.schema);
    if (!read.success) {
      log.error('a body cannot be read and goes to the dead letters', {
        fault: read.reason,
        messageId: record.messageId,
      });
      const group = record.attributes.MessageGroupId;
      const { messageId, body } = record;
      await bury({ messageId, body, reason: read.reason, ...(group === undefined ? {} : { group }) });
      return;
    }
    try {
      await handle(read.body, context);
    } catch (fault) {
      const { messageId, attributes } = record;
      log.appendKeys({ messageId, receives: attributes.ApproximateReceiveCount });
      log.error('a record failed and will come again', fault as Error);
      throw fault;
    }
  };

  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .before(({ context }) => {
      beginLog(context);
    })
    .after(publishMetrics)
    .onError(publishMetrics)
    .handler((event, context) => {
      return options.fifo
        ? takeGroups(event, takeRecord, context)
        : processPartialResponse(event, takeRecord, new BatchProcessor(EventType.SQS), {
            context,
            throwOnFullBatchFailure: true,
          });
    });
};

type TakeRecord = (record: SQSRecord, context: Context) => Promise<void>;

/** Groups side by side, each in its order: after a failure the rest of its group waits too, and nobody else. */
const takeGroups = async (event: SQSEvent, take: TakeRecord, context: Context): Promise<SQSBatchResponse> => {
  const groups = Map.groupBy(event.Records, (record) => record.attributes.MessageGroupId);
  const answers = await Promise.all(
    [...groups.values()].map((Records) =>
      // A processor remembers what failed: a fresh one for every group.
      processPartialResponse({ Records }, take, new SqsFifoPartialProcessorAsync(), {
        context,
        throwOnFullBatchFailure: false,
      }),
    ),
  );
  const batchItemFailures = answers.flatMap((answer) => answer.batchItemFailures);
  if (batchItemFailures.length === event.Records.length && batchItemFailures.length > 0)
    throw new Error(`All ${batchItemFailures.length} records failed; the lines before say why`);
  return { batchItemFailures };
};

/** Without any, the library would write a line to say so: paid for, every time. */
const publishMetrics = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

const readRecord = <T>(
  record: SQSRecord,
  schema: z.ZodType<T>,
): { readonly success: true; readonly body: T } | { readonly success: false; readonly reason: string } => {
  try {
    const result = schema.safeParse(JSON.parse(record.body));
    if (result.success) return { success: true, body: result.data };
    const issue = result.error.issues[0];
    return { success: false, reason: `${issue?.path.join('.') || 'body'}: ${issue?.message}` };
  } catch {
    return { success: false, reason: 'not JSON' };
  }
};
