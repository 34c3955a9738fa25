import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoints } from './Checkpoints.ts';
import { matchAny, type Pattern } from './matchPattern.ts';
import { playStreamBatch, type StreamBatchParts } from './playStreamBatch.ts';
import type { ShardReader } from './ShardReader.ts';
import type { StreamRecord } from './streamRecord.ts';

export interface StreamMappingParts extends StreamBatchParts {
  readonly checkpoints: Checkpoints;
  readonly reader: ShardReader;
  readonly complain: (what: string) => void;
}

/** Between two looks at the stream while something is going on, and at rest. A poke cuts either short. */
const BUSY_PAUSE = 25;
const GAP = 10;
const REST_PAUSE = 500;
/** How long after the last record the stream counts as busy. */
const BUSY_FOR = 2_000;
const PAUSE_AFTER_TROUBLE = 1_000;

/**
 * An event source mapping of a table's stream. A checkpoint is kept on disk for every page that is done with, so that a run
 * that was killed goes on where it was: records come at least once, and those of one item in order.
 */
export class StreamMapping {
  /** Batches it is done with. */
  done = 0;
  readonly #parts: StreamMappingParts;
  #wake: (() => void) | undefined;
  #poked = false;
  #busyUntil = 0;
  #listeners: ((empty: boolean) => void)[] = [];
  #loop: Promise<void> = Promise.resolve();

  constructor(parts: StreamMappingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Call when something may have been written. */
  poke(): void {
    this.#poked = true;
    this.#busyUntil = performance.now() + BUSY_FOR;
    this.#wake?.();
  }

  /** Looks at the whole stream once more, from now: was there nothing left? */
  isDrained(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#listeners.push(resolve);
      this.poke();
    });
  }

  async stop(): Promise<void> {
    this.#wake?.();
    await this.#loop;
    this.#parts.checkpoints.flush();
    for (const told of this.#listeners.splice(0)) told(true);
  }

  async #run(): Promise<void> {
    while (!this.#parts.ended.aborted) {
      const asked = this.#listeners.splice(0);
      this.#poked = false;
      const empty = await this.#look();
      for (const told of asked) told(empty);
      if (!empty) this.#busyUntil = performance.now() + BUSY_FOR;
      // A busy run pokes after every invocation, of what was just read too: one look serves all of a moment.
      if (this.#poked) await sleep(GAP);
      else await this.#pause(performance.now() < this.#busyUntil ? BUSY_PAUSE : REST_PAUSE);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #look(): Promise<boolean> {
    try {
      let empty = true;
      for (const shard of await this.#parts.reader.shards()) {
        const records = await this.#gather(shard);
        if (records.length === 0) continue;
        empty = false;
        await this.#play(shard, records);
      }
      return empty;
    } catch (trouble) {
      if (this.#parts.ended.aborted) return true;
      this.#parts.complain(`cannot read ${this.#parts.mapping.sourceArn}: ${String(trouble)}`);
      this.#parts.reader.forget();
      await this.#pause(PAUSE_AFTER_TROUBLE);
      return false;
    }
  }

  /** A page; where the mapping has a batching window, pages until it is over or a batch is full. */
  async #gather(shard: string): Promise<readonly StreamRecord[]> {
    const { mapping, reader, ended } = this.#parts;
    const next = () => reader.next(shard, () => this.#checkpoint(shard));
    const records = [...(await next())];
    const until = performance.now() + mapping.batchWindowSeconds * 1_000;
    while (
      records.length > 0 &&
      records.length < mapping.batchSize &&
      performance.now() < until &&
      !ended.aborted
    ) {
      await this.#pause(BUSY_PAUSE);
      records.push(...(await next()));
    }
    return records;
  }

  #checkpoint(shard: string): string | undefined {
    return this.#parts.checkpoints.get(this.#parts.mapping.id, shard);
  }

  /** A page: lanes of one partition key each run side by side, each in order. */
  async #play(shard: string, records: readonly StreamRecord[]): Promise<void> {
    const { mapping, checkpoints } = this.#parts;
    const patterns = mapping.filters as readonly Pattern[];
    const lanes = this.#lanes(records.filter((each) => matchAny(each, patterns)));
    const done = await Promise.all(lanes.map((lane) => this.#playLane(shard, lane)));
    const last = records.at(-1);
    if (last && done.every(Boolean)) checkpoints.set(mapping.id, shard, last.dynamodb.SequenceNumber);
  }

  async #playLane(shard: string, lane: readonly StreamRecord[]): Promise<boolean> {
    const size = this.#parts.mapping.batchSize;
    for (let at = 0; at < lane.length; at += size) {
      if (!(await playStreamBatch(this.#parts, shard, lane.slice(at, at + size)))) return false;
      this.done += 1;
    }
    return true;
  }

  #lanes(records: readonly StreamRecord[]): readonly (readonly StreamRecord[])[] {
    const width = this.#parts.mapping.parallelization;
    const lanes = new Map<number, StreamRecord[]>();
    for (const record of records) {
      const key = JSON.stringify(Object.values(record.dynamodb.Keys)[0]);
      const lane = width === 1 ? 0 : createHash('md5').update(key).digest().readUInt32BE(0) % width;
      lanes.set(lane, [...(lanes.get(lane) ?? []), record]);
    }
    return [...lanes.values()];
  }
}
