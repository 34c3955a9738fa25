import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FauxqsServer } from 'fauxqs';
import { LOCAL } from '../template/LOCAL.ts';
import type { LocalBucket } from '../template/LocalBucket.ts';
import type { LocalQueue } from '../template/LocalQueue.ts';
import { withAstral, withoutAstral } from './astral.ts';
import { forgetReceives } from './forgetReceives.ts';
import { SqsFault } from './SqsFault.ts';
import { type Injectable, type Injected, startQuietly } from './startQuietly.ts';

type Members = Readonly<Record<string, unknown>>;

/** The engine looks at the last part of a queue's address only. */
const addressOf = (queueName: string): string => `http://127.0.0.1/${LOCAL.account}/${queueName}`;

const attributesOf = (queue: LocalQueue): Record<string, string> => ({
  VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
  // Delays follow the local clock: the gateway holds such messages itself.
  DelaySeconds: '0',
  MessageRetentionPeriod: String(queue.retentionSeconds),
  ReceiveMessageWaitTimeSeconds: String(queue.receiveWaitSeconds),
  MaximumMessageSize: String(queue.maximumMessageBytes),
  ...(queue.fifo
    ? { FifoQueue: 'true', ContentBasedDeduplication: String(queue.contentBasedDeduplication) }
    : {}),
  ...(queue.redrive === undefined
    ? {}
    : {
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: queue.redrive.deadLetterArn,
          maxReceiveCount: queue.redrive.maxReceiveCount,
        }),
      }),
});

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** What was received, with the texts as they were sent. */
const asSent = ({ Messages, ...rest }: Members): Members => ({
  ...rest,
  ...(Array.isArray(Messages)
    ? {
        Messages: Messages.map((message: Members) => {
          const Body = withAstral(String(message.Body));
          return { ...message, Body, MD5OfBody: md5(Body) };
        }),
      }
    : {}),
});

/**
 * "At once" is a thousandth of a second: for a plain 0 the engine takes the message out of its memory and then stumbles over
 * its own database (`approximate_receive_count` may not be null), and the message is gone until the next start.
 */
const atOnce = <T extends Members>(given: T): T =>
  given.VisibilityTimeout === 0 ? { ...given, VisibilityTimeout: 0.001 } : given;

const forEngine = (operation: string, input: Members): Members => {
  if (operation === 'ChangeMessageVisibility') return atOnce(input);
  if (operation !== 'ChangeMessageVisibilityBatch' || !Array.isArray(input.Entries)) return input;
  return { ...input, Entries: (input.Entries as readonly Members[]).map(atOnce) };
};

/** fauxqs, for queues and objects, in this process. */
export class ObjectEngine {
  readonly #server: FauxqsServer;
  readonly #app: Injectable;

  private constructor(server: FauxqsServer, app: Injectable) {
    this.#server = server;
    this.#app = app;
  }

  static async start(dataDir: string | undefined): Promise<ObjectEngine> {
    forgetReceives(dataDir);
    return new ObjectEngine(...(await startQuietly(dataDir)));
  }

  async makeQueue(queue: LocalQueue): Promise<void> {
    if (queue.fifo && queue.delaySeconds > 0)
      throw new Error(`${queue.path}: the local run does not support a delay of a whole FIFO queue`);
    const attributes = attributesOf(queue);
    if (this.#server.inspectQueue(queue.name) === undefined) {
      this.#server.createQueue(queue.name, { attributes });
      return;
    }
    const { FifoQueue: _, ...settable } = attributes;
    await this.sqs('SetQueueAttributes', { QueueUrl: addressOf(queue.name), Attributes: settable });
  }

  async makeBucket({ name }: LocalBucket): Promise<void> {
    const { statusCode } = await this.s3({ method: 'HEAD', url: `/${name}`, headers: {} });
    if (statusCode !== 200) this.#server.createBucket(name);
  }

  depth(queueName: string): { readonly visible: number; readonly inFlight: number } {
    const messages = this.#server.inspectQueue(queueName)?.messages;
    return { visible: messages?.ready.length ?? 0, inFlight: messages?.inflight.length ?? 0 };
  }

  /** Throws SqsFault for what it refuses. */
  async sqs(operation: string, input: Members): Promise<Members> {
    const { statusCode, headers, rawPayload } = await this.#app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
      payload: JSON.stringify(forEngine(operation, input)),
    });
    const body = JSON.parse(rawPayload.toString('utf8') || '{}') as Members;
    if (statusCode === 200) return operation === 'ReceiveMessage' ? asSent(body) : body;
    if (statusCode >= 500) throw new Error(`fauxqs, ${operation}: ${rawPayload.toString('utf8')}`);
    const code = String(body.__type).replace(/^.*#/u, '');
    const queryCode = String(headers['x-amzn-query-error'] ?? code).split(';')[0];
    throw new SqsFault(code, String(body.message), queryCode);
  }

  s3(request: Parameters<Injectable['inject']>[0]): Promise<Injected> {
    return this.#app.inject(request);
  }

  /** Puts a message into its queue; without a delay of its own, at once. */
  async enqueue(queueName: string, message: Members): Promise<Members> {
    const { MessageBody } = message;
    if (typeof MessageBody !== 'string')
      return this.sqs('SendMessage', { ...message, QueueUrl: addressOf(queueName) });
    const plain = { ...message, MessageBody: withoutAstral(MessageBody), QueueUrl: addressOf(queueName) };
    return { ...(await this.sqs('SendMessage', plain)), MD5OfMessageBody: md5(MessageBody) };
  }

  /** Hides a message that was received for so many seconds from now; 0 shows it at once. Throws SqsFault for a receipt it does not know. */
  async hide(queueName: string, ReceiptHandle: string, VisibilityTimeout: number): Promise<void> {
    await this.sqs('ChangeMessageVisibility', {
      QueueUrl: addressOf(queueName),
      ReceiptHandle,
      VisibilityTimeout,
    });
    // "At once" takes a thousandth of a second.
    if (VisibilityTimeout === 0) await sleep(2);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}
