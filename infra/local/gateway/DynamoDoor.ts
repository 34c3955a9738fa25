import type { LocalTable } from '../template/LocalTable.ts';
import { type Answer, jsonAnswer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import type { CallMeter } from './CallMeter.ts';
import type { DynamoEngine, EngineAnswer } from './DynamoEngine.ts';
import { type DynamoInput, dynamoNeeds, isRead, isWrite } from './dynamoNeeds.ts';
import type { Operation } from './perform.ts';
import { refuse } from './refuse.ts';
import { takeCapacity } from './takeCapacity.ts';

/** Iterators remembered with the stream they walk; they live for minutes only. */
const MOST_ITERATORS = 10_000;

export interface DynamoDoorParts {
  readonly engine: DynamoEngine;
  readonly tables: readonly LocalTable[];
  /** Table name → the engine's own ARN of its stream. */
  readonly streams: ReadonlyMap<string, string>;
  readonly meter: CallMeter;
}

/** DynamoDB and its streams: reads from a request what it needs, passes it on, and counts the units it took. */
export class DynamoDoor {
  readonly #parts: DynamoDoorParts;
  /** ARNs of streams, the engine's ↔ the template's. */
  readonly #arns: readonly { readonly engine: string; readonly template: string }[];
  readonly #iterators = new Map<string, string>();

  constructor(parts: DynamoDoorParts) {
    this.#parts = parts;
    this.#arns = parts.tables.flatMap(({ name, stream }) => {
      const engine = parts.streams.get(name);
      return engine === undefined || stream === undefined ? [] : [{ engine, template: stream.arn }];
    });
  }

  /** `target`: the header `X-Amz-Target`. */
  understand(caller: Caller, target: string, body: string): Operation | Answer {
    const operation = target.slice(target.indexOf('.') + 1);
    let input: DynamoInput;
    try {
      input = JSON.parse(body) as DynamoInput;
    } catch {
      return refuse('dynamodb', { code: 'SerializationException', message: 'The request is not JSON.' });
    }
    const needs = dynamoNeeds(operation, input, this.#parts.tables, (asked) => this.#streamOf(asked));
    if (needs === undefined)
      return refuse('dynamodb', {
        code: 'UnknownOperationException',
        message: `The local run does not know dynamodb:${operation}.`,
      });
    const resources = [
      ...new Set(needs.filter((need) => need.via === undefined).map((need) => need.resource)),
    ];
    return {
      caller,
      call: { caller: caller.name, service: 'dynamodb', operation, resources, input },
      needs,
      execute: () => this.#execute(target, operation, input, body),
    };
  }

  #streamOf({ StreamArn, ShardIterator }: DynamoInput): string {
    const arn = StreamArn ?? this.#iterators.get(ShardIterator ?? '') ?? '';
    return this.#arns.find(({ engine }) => engine === arn)?.template ?? arn;
  }

  async #execute(target: string, operation: string, input: DynamoInput, body: string): Promise<Answer> {
    const answer = await this.#parts.engine.send(target, this.#forEngine(operation, input, body));
    if (answer.status === 200 && target.startsWith('DynamoDBStreams_')) return this.#ofStream(input, answer);
    return this.#metered(operation, input, answer);
  }

  /** Asks for the units whether or not the caller did. Text is put before the first member: the body is not written anew. */
  #forEngine(operation: string, input: DynamoInput, body: string): string {
    const { StreamArn } = input;
    const known = this.#arns.find(({ template }) => template === StreamArn);
    if (known !== undefined) return JSON.stringify({ ...input, StreamArn: known.engine });
    if (!isRead(operation) && !isWrite(operation)) return body;
    if (input.ReturnConsumedCapacity !== undefined)
      return JSON.stringify({ ...input, ReturnConsumedCapacity: 'INDEXES' });
    return body.replace(/^\s*\{/u, '{"ReturnConsumedCapacity":"INDEXES",');
  }

  #ofStream(input: DynamoInput, { status, body }: EngineAnswer): Answer {
    const { ShardIterator, NextShardIterator } = JSON.parse(body) as DynamoInput & {
      NextShardIterator?: string;
    };
    const arn = this.#streamOf(input);
    if (input.ShardIterator !== undefined) this.#parts.meter.dynamodb({ streamReads: 1 });
    for (const iterator of [input.ShardIterator, ShardIterator, NextShardIterator])
      if (iterator !== undefined) this.#remember(iterator, arn);
    return jsonAnswer('dynamodb', status, body);
  }

  #remember(iterator: string, arn: string): void {
    // Anew, so that one still in use is never the oldest.
    this.#iterators.delete(iterator);
    this.#iterators.set(iterator, arn);
    const [oldest] = this.#iterators.keys();
    if (this.#iterators.size > MOST_ITERATORS && oldest !== undefined) this.#iterators.delete(oldest);
  }

  #metered(operation: string, input: DynamoInput, { status, body }: EngineAnswer): Answer {
    const { meter } = this.#parts;
    if (status !== 200) {
      if (isWrite(operation) && /ConditionalCheckFailed|TransactionCanceled/u.test(body))
        meter.dynamodb({ failedWrites: 1 });
      return jsonAnswer('dynamodb', status, body);
    }
    if (!isRead(operation) && !isWrite(operation)) return jsonAnswer('dynamodb', status, body);
    const answer = JSON.parse(body) as { ConsumedCapacity?: unknown };
    const units = takeCapacity(answer, input.ReturnConsumedCapacity);
    if (units === undefined) meter.dynamodb({ unmetered: 1 });
    else meter.dynamodb(isWrite(operation) ? { writeUnits: units } : { readUnits: units });
    return jsonAnswer('dynamodb', status, answer);
  }
}
