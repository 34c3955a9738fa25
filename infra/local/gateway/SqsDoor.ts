import { LOCAL } from '../template/LOCAL.ts';
import type { LocalQueue } from '../template/LocalQueue.ts';
import { keyNeeds, type Need } from './AccessCheck.ts';
import { type Answer, jsonAnswer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import type { FailedMessages } from './FailedMessages.ts';
import type { Operation } from './perform.ts';
import { givenDeduplicationId, QueueSender, type QueueSenderParts, type Sending } from './QueueSender.ts';
import { refuse } from './refuse.ts';
import { SqsFault } from './SqsFault.ts';

type Input = Readonly<Record<string, unknown>>;

interface Received {
  readonly Body: string;
  readonly Attributes?: Record<string, string>;
}

/** Operation → the permission it needs, and what it needs of the queue's key. */
const OPERATIONS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  SendMessage: ['SendMessage', ['GenerateDataKey', 'Decrypt']],
  SendMessageBatch: ['SendMessage', ['GenerateDataKey', 'Decrypt']],
  ReceiveMessage: ['ReceiveMessage', ['Decrypt']],
  DeleteMessage: ['DeleteMessage', []],
  DeleteMessageBatch: ['DeleteMessage', []],
  ChangeMessageVisibility: ['ChangeMessageVisibility', []],
  ChangeMessageVisibilityBatch: ['ChangeMessageVisibility', []],
  GetQueueAttributes: ['GetQueueAttributes', []],
  GetQueueUrl: ['GetQueueUrl', []],
  PurgeQueue: ['PurgeQueue', []],
};

export interface SqsDoorParts extends QueueSenderParts {
  readonly queues: readonly LocalQueue[];
  readonly failed: Pick<FailedMessages, 'drop'>;
}

/** SQS: finds the queue a request is about, checks and counts. Sending: `QueueSender`. */
export class SqsDoor {
  readonly #parts: SqsDoorParts;
  readonly #queues: ReadonlyMap<string, LocalQueue>;
  readonly #sender: QueueSender;

  constructor(parts: SqsDoorParts) {
    this.#parts = parts;
    this.#queues = new Map(parts.queues.map((queue) => [queue.name, queue]));
    this.#sender = new QueueSender(parts);
  }

  understand(caller: Caller, operation: string, input: Input): Operation | Answer {
    const known = OPERATIONS[operation];
    if (known === undefined)
      return refuse('sqs', {
        code: 'InvalidAction',
        message: `The local run does not know sqs:${operation}.`,
      });
    const name = String(input.QueueUrl ?? input.QueueName ?? '').replace(/^.*\//u, '');
    const queue = this.#queues.get(name);
    const arn = queue?.arn ?? `arn:${LOCAL.partition}:sqs:${LOCAL.region}:${LOCAL.account}:${name}`;
    const [action, keyActions] = known;
    const needs: readonly Need[] = [
      { action: `sqs:${action}`, resource: arn },
      ...keyNeeds(queue?.keyArn, 'sqs', keyActions),
    ];
    return {
      caller,
      call: { caller: caller.name, service: 'sqs', operation, resources: [arn], input },
      needs,
      execute: () => this.#execute(queue, operation, input),
    };
  }

  async #execute(queue: LocalQueue | undefined, operation: string, input: Input): Promise<Answer> {
    try {
      if (queue === undefined) throw unknownQueue();
      return jsonAnswer('sqs', 200, await this.#done(queue, operation, input));
    } catch (fault) {
      if (!(fault instanceof SqsFault)) throw fault;
      const { code, message, queryCode } = fault;
      return refuse('sqs', { code, message, queryCode });
    }
  }

  #done(queue: LocalQueue, operation: string, input: Input): object | Promise<object> {
    const { meter, engine, failed } = this.#parts;
    if (operation === 'SendMessage') return this.#sender.send(queue, input as Sending);
    if (operation === 'SendMessageBatch')
      return this.#sender.sendBatch(queue, (input.Entries ?? []) as readonly Sending[]);
    if (operation === 'ReceiveMessage') return this.#receive(queue, input);
    meter.sqs({ bytes: 0 });
    if (operation === 'GetQueueUrl') return { QueueUrl: queue.url };
    if (operation === 'PurgeQueue') {
      this.#sender.forget(queue);
      failed.drop(queue.name);
    }
    return engine.sqs(operation, input);
  }

  async #receive(queue: LocalQueue, input: Input): Promise<object> {
    const { engine, meter, clock } = this.#parts;
    const answer = await engine.sqs('ReceiveMessage', input);
    const messages = (answer.Messages ?? []) as readonly Received[];
    const bytes = messages.reduce((sum, { Body }) => sum + Buffer.byteLength(Body), 0);
    meter.sqs({ bytes, empty: messages.length === 0 });
    // The engine stamps real time; functions live by the local clock.
    const ahead = Math.round(clock.now() - Date.now());
    for (const { Attributes = {} } of messages) mend(Attributes, queue.fifo, ahead);
    return answer;
  }
}

const mend = (attributes: Record<string, string>, fifo: boolean, ahead: number): void => {
  for (const name of ['SentTimestamp', 'ApproximateFirstReceiveTimestamp']) {
    const stamp = attributes[name];
    if (stamp !== undefined) attributes[name] = String(Number(stamp) + ahead);
  }
  const id = attributes.MessageDeduplicationId;
  if (fifo && id !== undefined) attributes.MessageDeduplicationId = givenDeduplicationId(id);
};

const unknownQueue = (): SqsFault =>
  new SqsFault(
    'QueueDoesNotExist',
    'The specified queue does not exist.',
    'AWS.SimpleQueueService.NonExistentQueue',
  );
