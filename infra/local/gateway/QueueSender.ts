import { createHash, randomUUID } from 'node:crypto';
import type { LocalQueue } from '../template/LocalQueue.ts';
import type { CallMeter } from './CallMeter.ts';
import type { HeldMessages } from './HeldMessages.ts';
import type { ObjectEngine } from './ObjectEngine.ts';
import { RecentSends, type Sent } from './RecentSends.ts';
import { SqsFault } from './SqsFault.ts';
import type { LocalClock } from './types.ts';

/** One message as `SendMessage` takes it, or an entry of a batch. */
export interface Sending {
  readonly [member: string]: unknown;
  readonly Id?: string;
  readonly MessageBody?: string;
  readonly DelaySeconds?: number;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

export interface QueueSenderParts {
  readonly engine: ObjectEngine;
  readonly held: HeldMessages;
  readonly meter: CallMeter;
  readonly clock: LocalClock;
}

const LONGEST_DELAY = 900;
const MOST_ENTRIES = 10;

/** Characters SQS does not take. */
const UNSENDABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Between the sender's own deduplication id and what makes it unlike any other for the engine. */
const SEPARATOR = '~';

/** The id as its sender gave it. */
export const givenDeduplicationId = (id: string): string => id.slice(0, id.lastIndexOf(SEPARATOR));

const bytesOf = ({ MessageBody = '' }: Sending): number => Buffer.byteLength(MessageBody);
const hash = (algorithm: string, { MessageBody = '' }: Sending): string =>
  createHash(algorithm).update(MessageBody).digest('hex');

/** Puts messages into queues by the local clock: delays and deduplication follow it, not the engine's own. */
export class QueueSender {
  readonly #parts: QueueSenderParts;
  readonly #recent = new RecentSends();

  constructor(parts: QueueSenderParts) {
    this.#parts = parts;
  }

  /** Throws SqsFault for what SQS would refuse. */
  send(queue: LocalQueue, message: Sending): Promise<Sent> {
    this.#parts.meter.sqs({ bytes: bytesOf(message), sent: 1 });
    return this.#one(queue, message);
  }

  /** In the order of the entries; an entry that is refused does not keep back the others. */
  async sendBatch(queue: LocalQueue, entries: readonly Sending[]): Promise<Sent> {
    checkBatch(queue, entries);
    const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
    this.#parts.meter.sqs({ bytes, sent: entries.length });
    const Successful: object[] = [];
    const Failed: object[] = [];
    for (const { Id, ...message } of entries) {
      try {
        Successful.push({ Id, ...(await this.#one(queue, message)) });
      } catch (fault) {
        if (!(fault instanceof SqsFault)) throw fault;
        Failed.push({ Id, SenderFault: true, Code: fault.code, Message: fault.message });
      }
    }
    return { Successful, ...(Failed.length > 0 ? { Failed } : {}) };
  }

  /** All that is waiting to be sent to a queue, and the memory of what was. */
  forget(queue: LocalQueue): void {
    this.#parts.held.drop(queue.name);
    this.#recent.forget(queue.name);
  }

  async #one(queue: LocalQueue, message: Sending): Promise<Sent> {
    if (queue.fifo) return this.#toFifo(queue, message);
    const delay = message.DelaySeconds ?? queue.delaySeconds;
    return delay === 0 ? this.#now(queue, message) : this.#later(queue, message, delay);
  }

  /** Group, order and ids are the engine's to check; it sees each id once. */
  async #toFifo(queue: LocalQueue, message: Sending): Promise<Sent> {
    const byContent = queue.contentBasedDeduplication ? hash('sha256', message) : undefined;
    const id = message.MessageDeduplicationId ?? byContent;
    if (id === undefined) return this.#now(queue, message);
    const MessageDeduplicationId = `${id}${SEPARATOR}${randomUUID()}`;
    const key = queue.deduplicationPerGroup ? `${message.MessageGroupId}\n${id}` : id;
    const now = this.#parts.clock.now();
    const sent = await this.#recent.once(queue.name, key, now, () =>
      this.#now(queue, { ...message, MessageDeduplicationId }),
    );
    // The sender checks the hash of what it sent, also where that was a repetition in other words.
    return { ...sent, MD5OfMessageBody: hash('md5', message) };
  }

  #now(queue: LocalQueue, message: Sending): Promise<Sent> {
    return this.#parts.engine.enqueue(queue.name, message);
  }

  #later(queue: LocalQueue, message: Sending, delay: number): Sent {
    const fault = faultOf(queue, message, delay);
    if (fault !== undefined) throw new SqsFault('InvalidParameterValue', fault);
    const { DelaySeconds: _, ...plain } = message;
    const { held, clock } = this.#parts;
    held.hold(queue.name, clock.now() + delay * 1000, plain);
    return { MessageId: randomUUID(), MD5OfMessageBody: hash('md5', message) };
  }
}

const faultOf = (queue: LocalQueue, message: Sending, delay: number): string | undefined => {
  if (!Number.isInteger(delay) || delay < 0 || delay > LONGEST_DELAY)
    return `Value ${delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`;
  if (bytesOf(message) === 0) return 'The request must contain the parameter MessageBody.';
  if (bytesOf(message) > queue.maximumMessageBytes)
    return `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumMessageBytes} bytes.`;
  return UNSENDABLE.test(message.MessageBody ?? '') ? 'Invalid characters found.' : undefined;
};

const checkBatch = (queue: LocalQueue, entries: readonly Sending[]): void => {
  const ids = new Set(entries.map((entry) => entry.Id));
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  if (entries.length === 0)
    throw new SqsFault('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MOST_ENTRIES)
    throw new SqsFault('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  if (ids.size < entries.length)
    throw new SqsFault(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
  if (bytes > queue.maximumMessageBytes)
    throw new SqsFault(
      'BatchRequestTooLong',
      'Batch requests cannot be longer than the maximum message size.',
    );
};
