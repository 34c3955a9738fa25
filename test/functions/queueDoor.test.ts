import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { Context, SQSEvent } from 'aws-lambda';
import { z } from 'zod';

process.env.POWERTOOLS_DEV = 'true';
process.env.POWERTOOLS_LOG_LEVEL = 'INFO';
// The logger reads its level when it is loaded.
const { queueDoor } = await import('../../functions/middleware/queueDoor.ts');
const { log } = await import('../../functions/middleware/log.ts');

const schema = z.strictObject({
  name: z.string(),
  ms: z.number().default(0),
  fails: z.boolean().default(false),
});
type Body = z.infer<typeof schema>;

const eventOf = (bodies: readonly (readonly [group: string, body: object])[]): SQSEvent =>
  ({
    Records: bodies.map(([group, body], i) => ({
      messageId: `m${i}`,
      body: JSON.stringify(body),
      attributes: { MessageGroupId: group, ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    })),
  }) as unknown as SQSEvent;

const context = { awsRequestId: 'request-1' } as Context;

const play = async (fifo: boolean, bodies: readonly (readonly [string, object])[]) => {
  const began: string[] = [];
  const ended: string[] = [];
  const door = queueDoor({ schema, deadLetterUrl: 'http://127.0.0.1:9/none', fifo }, async (body: Body) => {
    began.push(body.name);
    log.appendKeys({ correlation: body.name });
    await setTimeout(body.ms);
    if (body.fails) throw new Error('on purpose');
    log.info('was taken', { kind: body.name });
    ended.push(body.name);
  });
  const answer = await door(eventOf(bodies), context);
  return { began, ended, failed: answer.batchItemFailures.map((one) => one.itemIdentifier) };
};

let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  const keep = (line: string): void => void lines.push(JSON.parse(line));
  jest.spyOn(console, 'info').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => jest.restoreAllMocks());

test('conversations are taken side by side, each in its order', async () => {
  const { ended } = await play(true, [
    ['a', { name: 'a1', ms: 60 }],
    ['a', { name: 'a2' }],
    ['b', { name: 'b1', ms: 5 }],
    ['b', { name: 'b2' }],
  ]);
  expect(ended).toEqual(['b1', 'b2', 'a1', 'a2']);
});

test('after a failure the rest of its conversation comes again, and nobody else’s', async () => {
  const { began, failed } = await play(true, [
    ['a', { name: 'a1' }],
    ['a', { name: 'a2', fails: true }],
    ['b', { name: 'b1' }],
    ['a', { name: 'a3' }],
  ]);
  expect(failed).toEqual(['m1', 'm3']);
  expect(began.toSorted()).toEqual(['a1', 'a2', 'b1']);
});

test('a batch of which nothing went is an error of the function, so that its alarm sees it', async () => {
  const all = [
    ['a', { name: 'a1', fails: true }],
    ['b', { name: 'b1', fails: true }],
  ] as const;
  await expect(play(true, all)).rejects.toThrow('All 2 records failed');
  await expect(play(false, all)).rejects.toThrow();
});

test('records of a queue without order fail one by one', async () => {
  const { failed } = await play(false, [
    ['', { name: 'one' }],
    ['', { name: 'two', fails: true }],
  ]);
  expect(failed).toEqual(['m1']);
});

test('what is logged of one record carries its own correlation id, whatever is taken beside it', async () => {
  await play(true, [
    ['a', { name: 'a1', ms: 20 }],
    ['b', { name: 'b1', ms: 5 }],
    ['c', { name: 'c1', ms: 10 }],
  ]);
  const taken = lines.filter((line) => line.message === 'was taken');
  expect(taken.map(({ kind, correlation, request }) => [kind, correlation, request])).toEqual([
    ['b1', 'b1', 'request-1'],
    ['c1', 'c1', 'request-1'],
    ['a1', 'a1', 'request-1'],
  ]);
});
