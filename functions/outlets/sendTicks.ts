import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendTicks } from '../../shared/application/ports.ts';
import type { TickBody } from '../../shared/contracts/tick.ts';

/** Ten ticks a request, each delayed to its second. */
export const sendTicks =
  (queue: string, sqs = new SQSClient({})): SendTicks =>
  async (ticks) => {
    for (let i = 0; i < ticks.length; i += 10) {
      const Entries = ticks.slice(i, i + 10).map(({ number, due, delaySeconds }, n) => {
        const body: TickBody = { v: 1, number, due };
        return {
          Id: String(n),
          MessageBody: JSON.stringify(body),
          DelaySeconds: Math.min(900, delaySeconds),
        };
      });
      const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
      if (Failed?.length) throw new Error(`${Failed.length} ticks were not taken: ${Failed[0]?.Code}`);
    }
  };
