import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A body that nobody can read, as it came, and why. */
export interface Unreadable {
  readonly body: string;
  readonly messageId: string;
  readonly reason: string;
  readonly group?: string;
}

/** Puts a message where people look at it, at once: trying again would not make it readable. */
export const deadLetter =
  (queue: string, sqs = new SQSClient({})) =>
  async ({ body, messageId, reason, group }: Unreadable): Promise<void> => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queue,
        MessageBody: body,
        MessageAttributes: { reason: { DataType: 'String', StringValue: reason.slice(0, 256) } },
        ...(group === undefined
          ? {}
          : {
              MessageGroupId: group,
              MessageDeduplicationId: createHash('sha256').update(messageId).digest('hex'),
            }),
      }),
    );
  };
