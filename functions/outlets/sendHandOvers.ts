import { createHash } from 'node:crypto';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendHandOvers } from '../../shared/application/cityPorts.ts';

/**
 * Puts hand-overs on the FIFO queue, ten a request, each a group of its own: whoever sends them has seen that those of the change
 * before are through. Throws when any could not be sent: all are safe to send again.
 */
export const sendHandOvers =
  (queue: string, sqs = new SQSClient({})): SendHandOvers =>
  async (bodies) => {
    for (let i = 0; i < bodies.length; i += 10) {
      const Entries = bodies.slice(i, i + 10).map((body, n) => {
        const MessageBody = JSON.stringify(body);
        return {
          Id: String(n),
          MessageBody,
          MessageGroupId: body.id,
          MessageDeduplicationId: createHash('sha256').update(MessageBody).digest('hex'),
        };
      });
      const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
      if (Failed?.length) throw new Error(`${Failed.length} hand-overs were not taken: ${Failed[0]?.Code}`);
    }
  };
