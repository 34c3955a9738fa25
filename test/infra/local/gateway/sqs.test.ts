import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FunctionId, type SmallCloud, startSmallCloud } from './smallCloud.ts';

let cloud: SmallCloud;
let worker: SQSClient;
const clients: SQSClient[] = [];
const sqs = (who: FunctionId, more: object = {}): SQSClient => {
  const client = new SQSClient({ ...cloud.as(who), maxAttempts: 1, ...more });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await cloud.stop();
});
beforeEach(async () => {
  for (const id of ['Ticks', 'Turns', 'Dead', 'Locked'])
    await cloud.gateway.sqs('admin', 'PurgeQueue', { QueueUrl: cloud.queueUrl(id) });
  cloud.gateway.meter.reset();
  cloud.gateway.setFault(undefined);
  worker = sqs('Worker');
});

const send = (queue: string, MessageBody: string, more: object = {}) =>
  new SendMessageCommand({ QueueUrl: cloud.queueUrl(queue), MessageBody, ...more });
const receive = (queue: string, more: object = {}) =>
  new ReceiveMessageCommand({ QueueUrl: cloud.queueUrl(queue), MaxNumberOfMessages: 10, ...more });
const bodies = async (queue: string): Promise<readonly (string | undefined)[]> =>
  ((await worker.send(receive(queue))).Messages ?? []).map((message) => message.Body);
const fifo = (group: string, id: string) => ({ MessageGroupId: group, MessageDeduplicationId: id });
const pending = (queue: string) => cloud.gateway.pending()[cloud.queueUrl(queue).replace(/^.*\//u, '')];

describe('permissions', () => {
  test('a message is sent, received and deleted by who may', async () => {
    await worker.send(send('Ticks', 'hello'));
    const { Messages: [message] = [] } = await worker.send(receive('Ticks'));
    expect(message?.Body).toBe('hello');
    await worker.send(
      new DeleteMessageCommand({ QueueUrl: cloud.queueUrl('Ticks'), ReceiptHandle: message?.ReceiptHandle }),
    );
    expect(pending('Ticks')).toEqual({ visible: 0, inFlight: 0, held: 0 });
  });

  test('who may not is refused as SQS refuses', async () => {
    await expect(sqs('Stranger').send(send('Ticks', 'x'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(
        'small-Stranger is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:000000000000:small-Ticks',
      ),
      $metadata: { httpStatusCode: 403 },
    });
    const batch = new SendMessageBatchCommand({
      QueueUrl: cloud.queueUrl('Ticks'),
      Entries: [{ Id: '1', MessageBody: 'x' }],
    });
    await expect(sqs('Stranger').send(batch)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(pending('Ticks')?.visible).toBe(0);
  });

  test('an encrypted queue needs the use of its key', async () => {
    await worker.send(send('Locked', 'x'));
    await expect(sqs('Keyless').send(send('Locked', 'x'))).rejects.toMatchObject({
      message: expect.stringContaining('kms:GenerateDataKey on resource: arn:aws:kms:'),
    });
  });

  test('an unknown key and an unknown queue are refused by name', async () => {
    const credentials = { accessKeyId: 'NOBODY', secretAccessKey: 'x' };
    await expect(sqs('Worker', { credentials }).send(send('Ticks', 'x'))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    const QueueUrl = cloud.queueUrl('Ticks').replace('Ticks', 'Nope');
    const answer = await cloud.gateway.sqs('admin', 'ReceiveMessage', { QueueUrl });
    expect(answer).toMatchObject({ status: 400, body: { __type: 'QueueDoesNotExist' } });
  });

  test('the pollers of mappings are checked like functions', async () => {
    const input = { QueueUrl: cloud.queueUrl('Ticks') };
    expect((await cloud.gateway.sqs('small-Worker', 'ReceiveMessage', input)).status).toBe(200);
    expect((await cloud.gateway.sqs('small-Keyless', 'ReceiveMessage', input)).status).toBe(403);
  });
});

describe('queues', () => {
  test('a queue is found by its name, with its attributes', async () => {
    const { QueueUrl } = await worker.send(new GetQueueUrlCommand({ QueueName: 'small-Ticks' }));
    expect(QueueUrl).toBe(`${cloud.gateway.url}/000000000000/small-Ticks`);
    const { Attributes } = await worker.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      VisibilityTimeout: '1',
      QueueArn: 'arn:aws:sqs:us-east-1:000000000000:small-Ticks',
    });
  });

  test('what is received too often goes to the dead-letter queue', async () => {
    await worker.send(send('Ticks', 'poison'));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { Messages: [message] = [] } = await worker.send(receive('Ticks'));
      expect(message?.Body).toBe('poison');
      await worker.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: cloud.queueUrl('Ticks'),
          ReceiptHandle: message?.ReceiptHandle,
          VisibilityTimeout: 0,
        }),
      );
    }
    expect(await bodies('Ticks')).toEqual([]);
    expect(await bodies('Dead')).toEqual(['poison']);
  });

  test('a waiting receive gets what is sent meanwhile', async () => {
    const waiting = worker.send(receive('Ticks', { WaitTimeSeconds: 10 }));
    await sleep(50);
    await worker.send(send('Ticks', 'late'));
    expect((await waiting).Messages?.[0]?.Body).toBe('late');
  });

  test('messages of a group come in order, one at a time', async () => {
    for (const id of ['1', '2']) await worker.send(send('Turns', id, fifo('g', id)));
    await worker.send(send('Turns', 'other', fifo('h', '3')));
    expect(await bodies('Turns')).toEqual(['1', 'other']);
    expect(await bodies('Turns')).toEqual([]);
  });

  test('a batch answers for each of its entries, in order', async () => {
    const entry = (Id: string, more: object = {}) => ({
      Id,
      MessageBody: `m${Id}`,
      ...fifo('g', Id),
      ...more,
    });
    const answer = await worker.send(
      new SendMessageBatchCommand({
        QueueUrl: cloud.queueUrl('Turns'),
        Entries: [entry('a'), entry('b', { MessageGroupId: undefined }), entry('c')],
      }),
    );
    expect(answer.Successful?.map((one) => one.Id)).toEqual(['a', 'c']);
    expect(answer.Failed).toMatchObject([{ Id: 'b', SenderFault: true, Code: 'MissingParameter' }]);
    expect(pending('Turns')?.visible).toBe(2);
  });

  test.each([
    ['no entries', 0, 'EmptyBatchRequest'],
    ['too many entries', 11, 'TooManyEntriesInBatchRequest'],
  ])('a batch of %s is refused', async (_, count, name) => {
    const Entries = Array.from({ length: count }, (__, at) => ({ Id: String(at), MessageBody: 'x' }));
    const answer = await cloud.gateway.sqs('admin', 'SendMessageBatch', {
      QueueUrl: cloud.queueUrl('Ticks'),
      Entries,
    });
    expect(answer).toMatchObject({ status: 400, body: { __type: name } });
  });
});

describe('time', () => {
  test('a delayed message is held until the local clock reaches it', async () => {
    const start = cloud.clock.now();
    await worker.send(send('Ticks', 'later', { DelaySeconds: 900 }));
    expect(pending('Ticks')).toEqual({ visible: 0, inFlight: 0, held: 1 });
    cloud.clock.set(start + 899_000);
    await cloud.gateway.releaseDue();
    expect(await bodies('Ticks')).toEqual([]);
    cloud.clock.set(start + 900_000);
    await cloud.gateway.releaseDue();
    expect(pending('Ticks')).toEqual({ visible: 1, inFlight: 0, held: 0 });
    expect(await bodies('Ticks')).toEqual(['later']);
  });

  test('what falls due together goes out by its instant, whatever the order of sending', async () => {
    const entry = (Id: string, DelaySeconds: number) => ({ Id, MessageBody: Id, DelaySeconds });
    await worker.send(
      new SendMessageBatchCommand({
        QueueUrl: cloud.queueUrl('Ticks'),
        Entries: [entry('third', 30), entry('first', 10), entry('now', 0), entry('second', 20)],
      }),
    );
    expect(await bodies('Ticks')).toEqual(['now']);
    cloud.clock.set(cloud.clock.now() + 3_600_000);
    await cloud.gateway.releaseDue();
    expect(await bodies('Ticks')).toEqual(['first', 'second', 'third']);
  });

  test('a held message outlives a restart, and what was in flight can be received again', async () => {
    await worker.send(send('Ticks', 'held', { DelaySeconds: 60 }));
    for (const id of ['1', '2']) await worker.send(send('Turns', id, fifo('g', id)));
    expect(await bodies('Turns')).toEqual(['1']);
    await cloud.restart();
    worker = sqs('Worker');
    expect(pending('Ticks')?.held).toBe(1);
    expect(await bodies('Turns')).toEqual(['1']);
    cloud.clock.set(cloud.clock.now() + 60_000);
    await cloud.gateway.releaseDue();
    expect(await bodies('Ticks')).toEqual(['held']);
  });

  test.each([-1, 901, 1.5])('a delay of %p s is refused', async (DelaySeconds) => {
    const input = { QueueUrl: cloud.queueUrl('Ticks'), MessageBody: 'x', DelaySeconds };
    const answer = await cloud.gateway.sqs('admin', 'SendMessage', input);
    expect(answer).toMatchObject({ status: 400, body: { __type: 'InvalidParameterValue' } });
  });

  test('a message that was given back is shown again by the local clock, and counts as held until then', async () => {
    await worker.send(send('Turns', 'first', fifo('g', 'back-1')));
    await worker.send(send('Turns', 'second', fifo('g', 'back-2')));
    const { Messages: [message] = [] } = await worker.send(receive('Turns'));
    const start = cloud.clock.now();
    await cloud.gateway.giveBack(cloud.queueUrl('Turns'), [String(message?.ReceiptHandle)]);
    expect(pending('Turns')).toEqual({ visible: 1, inFlight: 0, held: 1 });
    const [due, ...more] = cloud.gateway.givenBackBetween(start, start + 3_600_000);
    expect(more).toEqual([]);
    expect(await bodies('Turns')).toEqual([]);
    cloud.clock.set(Number(due));
    await cloud.gateway.releaseDue();
    expect(await bodies('Turns')).toEqual(['first']);
  });

  test('a purge drops what is held too', async () => {
    await worker.send(send('Ticks', 'x', { DelaySeconds: 5 }));
    await cloud.gateway.sqs('admin', 'PurgeQueue', { QueueUrl: cloud.queueUrl('Ticks') });
    expect(pending('Ticks')).toEqual({ visible: 0, inFlight: 0, held: 0 });
  });

  test('a repetition within five minutes of the local clock is dropped and answered like the first', async () => {
    const first = await worker.send(send('Turns', 'a', fifo('g', 'same')));
    const again = await worker.send(send('Turns', 'a', fifo('g', 'same')));
    expect(again.MessageId).toBe(first.MessageId);
    expect(pending('Turns')?.visible).toBe(1);
    await worker.send(send('Turns', 'a', fifo('h', 'same')));
    expect(pending('Turns')?.visible).toBe(2);
    cloud.clock.set(cloud.clock.now() + 300_000);
    await worker.send(send('Turns', 'a', fifo('g', 'same')));
    expect(pending('Turns')?.visible).toBe(3);
  });

  test('the same id sent twice at once is one message', async () => {
    await Promise.all([1, 2, 3].map(() => worker.send(send('Turns', 'a', fifo('g', 'race')))));
    expect(pending('Turns')?.visible).toBe(1);
  });

  test('a received message shows its own id, and when it was sent by the local clock', async () => {
    await worker.send(send('Turns', 'a', fifo('g', 'my-id~x')));
    const { Messages: [message] = [] } = await worker.send(
      receive('Turns', { MessageSystemAttributeNames: ['All'] }),
    );
    expect(message?.Attributes).toMatchObject({
      MessageDeduplicationId: 'my-id~x',
      MessageGroupId: 'g',
      ApproximateReceiveCount: '1',
    });
    expect(Math.abs(Number(message?.Attributes?.SentTimestamp) - cloud.clock.now())).toBeLessThan(60_000);
  });
});

describe('figures and faults', () => {
  test('requests are counted by 64 KB, and receives that bring nothing apart', async () => {
    await worker.send(send('Ticks', 'x'.repeat(100_000)));
    await worker.send(receive('Ticks'));
    await worker.send(receive('Ticks'));
    expect(cloud.gateway.meter.read().sqs).toEqual({ requests: 5, emptyReceives: 1, messagesSent: 1 });
    expect(cloud.gateway.meter.read().calls).toEqual({ 'sqs.SendMessage': 1, 'sqs.ReceiveMessage': 2 });
  });

  test('a lost answer leaves the message sent', async () => {
    cloud.gateway.setFault((call) =>
      call.operation === 'SendMessage' ? { when: 'after', lose: true } : undefined,
    );
    await expect(worker.send(send('Ticks', 'x'))).rejects.toThrow(/socket hang up|ECONNRESET/u);
    await expect(
      cloud.gateway.sqs('small-Worker', 'SendMessage', {
        QueueUrl: cloud.queueUrl('Ticks'),
        MessageBody: 'y',
      }),
    ).rejects.toThrow(/connection lost/u);
    expect(pending('Ticks')?.visible).toBe(2);
  });
});
