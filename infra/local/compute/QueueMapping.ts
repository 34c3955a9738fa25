import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from '../gateway/types.ts';
import type { LocalMapping } from '../template/LocalMapping.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import { failedItems } from './failedItems.ts';
import { matchAny, type Pattern } from './matchPattern.ts';
import { type QueueMessage, queueRecord } from './queueRecord.ts';

export interface QueueMappingParts {
  readonly mapping: LocalMapping;
  readonly queueUrl: string;
  readonly region: string;
  /** Batches in flight at most. */
  readonly concurrency: number;
  readonly sqs: Gateway['sqs'];
  readonly giveBack: Gateway['giveBack'];
  readonly runtime: Pick<FunctionRuntime, 'invoke'>;
  readonly complain: (what: string) => void;
}

const WAIT_SECONDS = 20;
const PAUSE_AFTER_TROUBLE = 1_000;
/** What was done with and stays in the queue comes again: the poller tries to take it out a few times. */
const DELETES = 4;
const FIRST_DELETE_PAUSE = 50;

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
};

/**
 * An event source mapping of a queue, as Lambda polls it: in batches, several in flight; what a filter does not take is
 * deleted, what the function answered for is deleted, and what it failed is given back and comes when its time has come.
 */
export class QueueMapping {
  readonly #parts: QueueMappingParts;
  /** Messages it is done with. */
  done = 0;
  #inFlight = 0;
  #stopped = false;
  #freed: (() => void) | undefined;

  constructor(parts: QueueMappingParts) {
    this.#parts = parts;
  }

  start(): void {
    void this.#poll();
  }

  /** Begins no more batches. Those in flight end by themselves or come back. */
  stop(): void {
    this.#stopped = true;
    this.#freed?.();
  }

  async #poll(): Promise<void> {
    let looked = false;
    while (!this.#stopped) {
      if (this.#inFlight >= this.#parts.concurrency) await this.#oneFreed();
      if (this.#stopped) return;
      try {
        // Lambda's poller looks at the queue first, and needs the permission to.
        if (!looked) await this.#call('GetQueueAttributes', { AttributeNames: ['QueueArn'] });
        looked = true;
        const messages = await this.#receiveBatch();
        if (messages.length > 0) void this.#take(messages);
      } catch (trouble) {
        if (this.#stopped) return;
        this.#parts.complain(`cannot poll ${this.#parts.mapping.sourceArn}: ${String(trouble)}`);
        await sleep(PAUSE_AFTER_TROUBLE);
      }
    }
  }

  #oneFreed(): Promise<void> {
    return new Promise((resolve) => {
      this.#freed = resolve;
    });
  }

  async #receiveBatch(): Promise<readonly QueueMessage[]> {
    const { batchSize, batchWindowSeconds } = this.#parts.mapping;
    const messages = [...(await this.#receive(WAIT_SECONDS, batchSize))];
    const until = performance.now() + batchWindowSeconds * 1_000;
    while (messages.length > 0 && messages.length < batchSize && !this.#stopped) {
      const left = Math.ceil((until - performance.now()) / 1_000);
      if (left <= 0) break;
      messages.push(...(await this.#receive(left, batchSize - messages.length)));
    }
    return messages;
  }

  async #receive(waitSeconds: number, atMost: number): Promise<readonly QueueMessage[]> {
    const body = (await this.#call('ReceiveMessage', {
      WaitTimeSeconds: waitSeconds,
      MaxNumberOfMessages: Math.min(atMost, 10),
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    })) as { readonly Messages?: readonly QueueMessage[] };
    return body.Messages ?? [];
  }

  async #call(operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { sqs, mapping, queueUrl } = this.#parts;
    const answer = await sqs(mapping.functionName, operation, { QueueUrl: queueUrl, ...input });
    if (answer.status >= 300) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async #take(messages: readonly QueueMessage[]): Promise<void> {
    this.#inFlight += 1;
    try {
      await this.#handle(messages);
    } catch (trouble) {
      this.#parts.complain(`${this.#parts.mapping.sourceArn}: ${String(trouble)}`);
    } finally {
      this.#inFlight -= 1;
      this.#freed?.();
    }
  }

  async #handle(messages: readonly QueueMessage[]): Promise<void> {
    const { mapping, region, runtime } = this.#parts;
    const patterns = mapping.filters as readonly Pattern[];
    const wanted = messages.filter((each) => matchAny({ body: parsed(each.Body) }, patterns));
    const unwanted = messages.filter((each) => !wanted.includes(each));
    let done = unwanted;
    let failed: readonly QueueMessage[] = [];
    if (wanted.length > 0) {
      const outcome = await runtime.invoke(mapping.functionName, {
        Records: wanted.map((each) => queueRecord(each, mapping.sourceArn, region)),
      });
      const ids = wanted.map((each) => each.MessageId);
      const failedIds = new Set(outcome.ok ? failedItems(outcome.payload, ids, mapping) : ids);
      failed = wanted.filter((each) => failedIds.has(each.MessageId));
      done = [...unwanted, ...wanted.filter((each) => !failed.includes(each))];
    }
    await this.#giveBack(failed);
    await this.#delete(done);
  }

  async #delete(messages: readonly QueueMessage[]): Promise<void> {
    let left = messages;
    for (let tried = 1; left.length > 0; tried += 1) {
      try {
        left = await this.#deleteOnce(left);
        if (left.length > 0) throw new Error(`DeleteMessageBatch: ${left.length} were not deleted`);
      } catch (trouble) {
        if (tried === DELETES) await this.#giveBack(left);
        if (tried === DELETES || this.#stopped) throw trouble;
        await sleep(FIRST_DELETE_PAUSE * 2 ** (tried - 1));
      }
    }
    this.done += messages.length;
  }

  async #giveBack(messages: readonly QueueMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const receipts = messages.map(({ ReceiptHandle }) => ReceiptHandle);
    await this.#parts.giveBack(this.#parts.queueUrl, receipts);
  }

  /** Answers those that were not deleted. */
  async #deleteOnce(messages: readonly QueueMessage[]): Promise<readonly QueueMessage[]> {
    const Entries = messages.map((each, at) => ({ Id: String(at), ReceiptHandle: each.ReceiptHandle }));
    const { Failed = [] } = (await this.#call('DeleteMessageBatch', { Entries })) as {
      readonly Failed?: readonly { readonly Id: string }[];
    };
    return messages.filter((_, at) => Failed.some(({ Id }) => Id === String(at)));
  }
}
