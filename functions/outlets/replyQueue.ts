import { createHash } from 'node:crypto';
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Deliver } from '../../shared/application/ports.ts';
import { type Outbound, outboundSchema } from '../../shared/contracts/reply.ts';

/** Messages waiting for a channel host, in order within a conversation, until the host says it has sent them. */
export const queueReplies =
  (queue: string, sqs = new SQSClient({})): Deliver =>
  async (messages) => {
    for (let i = 0; i < messages.length; i += 10) {
      const Entries = messages.slice(i, i + 10).map((message, n) => ({
        Id: String(n),
        MessageBody: JSON.stringify(message),
        MessageGroupId: hash(message.conversation).slice(0, 32),
        MessageDeduplicationId: hash(message.id),
      }));
      const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
      if (Failed?.length) throw new Error(`${Failed.length} replies were not taken: ${Failed[0]?.Code}`);
    }
  };

/** Up to ten waiting messages; waits for the first as long as asked. */
export const receiveReplies =
  (queue: string, sqs = new SQSClient({})) =>
  async (waitSeconds: number): Promise<readonly { receipt: string; message: Outbound }[]> => {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, WaitTimeSeconds: waitSeconds }),
    );
    return (Messages ?? []).map(({ Body, ReceiptHandle }) => ({
      receipt: ReceiptHandle ?? '',
      message: outboundSchema.parse(JSON.parse(Body ?? '')),
    }));
  };

/** Removes what was sent. A receipt that is no longer known is no fault: the message is gone or will come again. */
export const removeReplies =
  (queue: string, sqs = new SQSClient({})) =>
  async (receipts: readonly string[]): Promise<void> => {
    const Entries = receipts.map((ReceiptHandle, n) => ({ Id: String(n), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries }));
  };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
