import { createHash } from 'node:crypto';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendTurn } from '../../shared/application/ports.ts';
import type { Turn } from '../../shared/contracts/turn.ts';

/** Puts turns on the FIFO queue, grouped by conversation; the same turn again within five minutes is dropped by the queue. */
export const sendTurn =
  (queue: string, sqs = new SQSClient({})): SendTurn =>
  async (turn) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queue, ...toMessage(turn) }));
  };

/** The same for several at once, ten a request. Throws when any could not be sent: all are safe to send again. */
export const sendTurns =
  (queue: string, sqs = new SQSClient({})) =>
  async (turns: readonly Turn[]): Promise<void> => {
    for (let i = 0; i < turns.length; i += 10) {
      const Entries = turns.slice(i, i + 10).map((turn, n) => ({ Id: String(n), ...toMessage(turn) }));
      const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
      if (Failed?.length) throw new Error(`${Failed.length} turns were not taken: ${Failed[0]?.Code}`);
    }
  };

const toMessage = (turn: Turn) => ({
  MessageBody: JSON.stringify(turn),
  MessageGroupId: groupOf(turn.conversation),
  MessageDeduplicationId: createHash('sha256').update(`${turn.conversation}\n${turn.id}`).digest('hex'),
});

/** Group ids allow fewer signs than conversations do. */
const groupOf = (conversation: string): string =>
  createHash('sha256').update(conversation).digest('base64url').slice(0, 32);
