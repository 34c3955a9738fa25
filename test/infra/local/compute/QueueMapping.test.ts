import type { Outcome } from '../../../../infra/local/compute/Outcome.ts';
import { QueueMapping, type QueueMappingParts } from '../../../../infra/local/compute/QueueMapping.ts';
import type { LocalMapping } from '../../../../infra/local/template/LocalMapping.ts';

const mapping: LocalMapping = {
  path: 'stack/mapping',
  id: 'm',
  functionName: 'work',
  source: 'sqs',
  sourceArn: 'arn:aws:sqs:r:0:q',
  enabled: true,
  batchSize: 10,
  batchWindowSeconds: 0,
  filters: [],
  reportsItemFailures: true,
  bisect: false,
  maximumRetries: -1,
  maximumRecordAgeSeconds: -1,
  parallelization: 1,
};

/** A queue in memory: each message is handed out once; what is deleted is remembered. */
const fakeQueue = (bodies: readonly string[], faults: (() => { status: number; body: object })[] = []) => {
  const waiting = bodies.map((Body, at) => ({
    MessageId: `m${at}`,
    ReceiptHandle: `r${at}`,
    Body,
    MD5OfBody: '',
    Attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'g' },
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'x' } },
  }));
  const deleted: string[] = [];
  const callers = new Set<string>();
  const sqs = async (caller: string, operation: string, input: Readonly<Record<string, unknown>>) => {
    callers.add(caller);
    if (operation === 'GetQueueAttributes') return { status: 200, body: {} };
    if (operation === 'ReceiveMessage') {
      const Messages = waiting.splice(0, Number(input.MaxNumberOfMessages));
      if (Messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return { status: 200, body: { Messages } };
    }
    const fault = faults.shift();
    if (fault) return fault();
    deleted.push(...(input.Entries as { ReceiptHandle: string }[]).map((each) => each.ReceiptHandle));
    return { status: 200, body: {} };
  };
  return { sqs, deleted, callers };
};

interface Event {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly [key: string]: unknown;
  }[];
}

interface Play extends Partial<LocalMapping> {
  /** Instead of the first deletes. */
  readonly faults?: (() => { status: number; body: object })[];
  /** Ended when this holds; else after a moment. */
  readonly until?: (told: {
    readonly deleted: readonly string[];
    readonly complaints: readonly string[];
  }) => boolean;
}

const play = async (
  bodies: readonly string[],
  answer: (event: Event) => Promise<Outcome>,
  { faults, until, ...over }: Play = {},
) => {
  const queue = fakeQueue(bodies, faults);
  const events: Event[] = [];
  const complaints: string[] = [];
  const givenBack: string[] = [];
  const parts: QueueMappingParts = {
    mapping: { ...mapping, ...over },
    queueUrl: 'http://gateway/0/q',
    region: 'r',
    concurrency: 2,
    sqs: queue.sqs,
    giveBack: async (url, receipts) => void givenBack.push(...receipts.map((each) => `${url} ${each}`)),
    runtime: {
      invoke: (_name, event) => {
        events.push(event as Event);
        return answer(event as Event);
      },
    },
    complain: (what) => complaints.push(what),
  };
  const played = new QueueMapping(parts);
  played.start();
  const end = Date.now() + (until ? 5_000 : 60);
  while (Date.now() < end && !until?.({ deleted: queue.deleted, complaints }))
    await new Promise((resolve) => setTimeout(resolve, 5));
  played.stop();
  return { ...queue, events, complaints, givenBack };
};

const done = async (): Promise<Outcome> => ({ ok: true, payload: null });

describe('a mapping of a queue', () => {
  test('gives batches of at most its size, as the function itself', async () => {
    const { events, deleted, callers } = await play(['1', '2', '3'], done, { batchSize: 2 });
    expect(events.map((event) => event.Records.map((record) => record.body))).toEqual([['1', '2'], ['3']]);
    expect(deleted).toEqual(['r0', 'r1', 'r2']);
    expect([...callers]).toEqual(['work']);
  });

  test('gives records in the shape Lambda gives them', async () => {
    const { events } = await play(['{}'], done);
    expect(events[0]?.Records[0]).toMatchObject({
      messageId: 'm0',
      receiptHandle: 'r0',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:r:0:q',
      awsRegion: 'r',
      attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'g' },
      messageAttributes: { kind: { stringValue: 'x', dataType: 'String' } },
    });
  });

  test('deletes what did not fail, and gives the rest back', async () => {
    const { deleted, givenBack } = await play(['1', '2', '3'], async () => ({
      ok: true,
      payload: { batchItemFailures: [{ itemIdentifier: 'm1' }] },
    }));
    expect([deleted, givenBack]).toEqual([['r0', 'r2'], ['http://gateway/0/q r1']]);
  });

  test('gives the whole batch back when the function fails', async () => {
    const { deleted, givenBack } = await play(['1', '2'], async () => ({
      ok: false,
      error: { errorType: 'Error', errorMessage: 'no' },
    }));
    expect([deleted, givenBack.length]).toEqual([[], 2]);
  });

  test('tries again to delete what it is done with, as Lambda does', async () => {
    const lost = () => {
      throw new Error('connection lost');
    };
    const refused = () => ({ status: 503, body: { __type: 'ServiceUnavailable' } });
    const partly = () => ({ status: 200, body: { Failed: [{ Id: '1' }] } });
    const { deleted, events, complaints } = await play(['1', '2'], done, {
      faults: [lost, refused, partly],
      until: (told) => told.deleted.length > 0,
    });
    expect([deleted, events.length, complaints]).toEqual([['r1'], 1, []]);
  });

  test('complains of what cannot be deleted, and gives it back', async () => {
    const lost = () => {
      throw new Error('connection lost');
    };
    const { deleted, complaints, givenBack } = await play(['1'], done, {
      faults: [lost, lost, lost, lost],
      until: (told) => told.complaints.length > 0,
    });
    expect([deleted, complaints]).toEqual([[], [expect.stringContaining('connection lost')]]);
    expect(givenBack).toEqual(['http://gateway/0/q r0']);
  });

  test('deletes unseen what its filter does not take', async () => {
    const { events, deleted } = await play(['{"kind":"a"}', '{"kind":"b"}', 'not JSON'], done, {
      filters: [{ body: { kind: ['a'] } }],
    });
    expect(events.flatMap((event) => event.Records.map((record) => record.messageId))).toEqual(['m0']);
    expect(deleted.toSorted()).toEqual(['r0', 'r1', 'r2']);
  });

  test('has several batches in flight, and no more than it may', async () => {
    let running = 0;
    let most = 0;
    await play(
      ['1', '2', '3', '4', '5'],
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
        return done();
      },
      { batchSize: 1 },
    );
    expect(most).toBe(2);
  });
});
