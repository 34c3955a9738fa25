import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sendHandOvers } from '../../functions/outlets/sendHandOvers.ts';
import { type HandOverBody, handOverBodySchema } from '../../shared/contracts/handOver.ts';

/** The largest that a body may be, many times. */
const bodies = Array.from({ length: 25 }, (_, n): HandOverBody => {
  const inForce = { version: 'v'.repeat(80), staffing: 's'.repeat(80), date: '2026-09-28' };
  const post = { role: 'supervisor', area: '9'.repeat(30), unit: 'U'.repeat(60) } as const;
  return handOverBodySchema.parse({
    v: 1,
    change: 'c',
    id: `part-${n}`,
    at: 1,
    before: inForce,
    after: inForce,
    posts: Array.from({ length: 100 }, () => post),
  });
});

/** A queue that remembers what it was sent. */
const queue = (failing = 0) => {
  const sent: NonNullable<SendMessageBatchCommand['input']['Entries']>[] = [];
  const sqs = {
    send: async ({ input }: SendMessageBatchCommand) => {
      sent.push(input.Entries ?? []);
      return sent.length === failing ? { Failed: [{ Id: '0', Code: 'Busy', SenderFault: false }] } : {};
    },
  };
  return { sent, send: sendHandOvers('q', sqs as unknown as SQSClient) };
};

test('each body is a group of its own, so that they are worked side by side; the same one again is dropped', async () => {
  const { sent, send } = queue();
  await send(bodies);
  await send(bodies);
  const entries = sent.flat();
  expect(entries.slice(0, 25).map(({ MessageGroupId }) => MessageGroupId)).toEqual(
    bodies.map(({ id }) => id),
  );
  expect(new Set(entries.map((one) => one.MessageDeduplicationId)).size).toBe(bodies.length);
});

test('ten at a time, never more than a request may hold', async () => {
  const { sent, send } = queue();
  await send(bodies);
  expect(sent.map(({ length }) => length)).toEqual([10, 10, 5]);
  for (const entries of sent) {
    const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody ?? ''), 0);
    expect(bytes).toBeLessThan(262_144);
  }
});

test('one that was not taken is a fault, so that all are sent again', async () => {
  const { send } = queue(2);
  await expect(send(bodies)).rejects.toThrow('1 hand-overs were not taken: Busy');
});
