import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import db, { type Level } from 'dynalite/db/index.js';
import { finishDeletions } from './deleteTable.ts';
import type { Engine, Operation, Operations } from './engine.ts';
import { openJournal } from './journal.ts';
import { mendDynalite } from './mendDynalite.ts';
import { reads } from './reads.ts';
import { serve } from './serve.ts';
import { streams } from './streams.ts';
import { sweep } from './sweep.ts';
import { openTableBook } from './tableBook.ts';
import { tables } from './tables.ts';
import { timeToLive } from './timeToLive.ts';
import { openTokenBook } from './tokenBook.ts';
import { transactGet } from './transactGet.ts';
import { transactWrite } from './transactWrite.ts';
import { writeOne } from './writeOne.ts';

export interface DynamoOptions {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** The clock of expiry and of the time in change records. Epoch ms. */
  readonly now?: () => number;
  /** The clock of what is kept for a while (change records 24 h, tokens 10 min): real time, even where `now` is moved. Epoch ms. */
  readonly retention?: () => number;
  /** How often what has expired is looked for. 0: never by itself. */
  readonly sweepEveryMs?: number;
  /** For ARNs. */
  readonly region?: string;
  readonly account?: string;
  readonly port?: number;
}
export interface Dynamo {
  readonly url: string;
  readonly port: number;
  /** Deletes expired items now; how many. */
  sweepExpired(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * DynamoDB and DynamoDB Streams on loopback, on disk, without Java. What was acknowledged is with the operating system:
 * a killed process loses none of it, and of what was not acknowledged there is all or nothing. (A power cut may lose the last
 * moments: nothing is flushed to the disk itself.)
 */
export async function startDynamo(options: DynamoOptions): Promise<Dynamo> {
  mendDynalite();
  const log = options.log ?? (() => undefined);
  await mkdir(options.dataDir, { recursive: true });
  const level = db.create({ path: join(options.dataDir, 'dynamo') }).db;
  await opened(level, options.dataDir);
  const engine = await openEngine(level, options);
  await finishDeletions(engine);

  const operations = targets(engine);
  const server = serve((target) => operations.get(target), log);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const sweeping = repeat(options.sweepEveryMs ?? 60_000, () => sweep(engine), log);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sweepExpired: () => sweep(engine),
    async stop() {
      await sweeping.end();
      server.close();
      server.closeIdleConnections();
      await engine.journal.idle();
      server.closeAllConnections();
      await level.close();
    },
  };
}

async function opened(level: Level, dataDir: string): Promise<void> {
  try {
    await level.open();
  } catch (cause) {
    throw new Error(`The store in ${dataDir} cannot be opened: is it in use by another run?`, { cause });
  }
}

async function openEngine(level: Level, options: DynamoOptions): Promise<Engine> {
  return {
    level,
    journal: openJournal(level),
    tables: await openTableBook(level),
    tokens: await openTokenBook(level),
    clocks: { now: options.now ?? Date.now, retention: options.retention ?? Date.now },
    region: options.region ?? 'us-east-1',
    account: options.account ?? '000000000000',
  };
}

function targets(engine: Engine): Map<string, Operation> {
  const named = (api: string, operations: Operations) =>
    Object.entries(operations).map(([name, operation]) => [`${api}.${name}`, operation] as const);
  const own = [tables, timeToLive, writeOne, transactWrite, transactGet, reads].map((make) => make(engine));
  return new Map([
    ...own.flatMap((operations) => named('DynamoDB_20120810', operations)),
    ...named('DynamoDBStreams_20120810', streams(engine)),
  ]);
}

/** Again and again, never two at once, keeping no process alive. */
function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  log: (line: string) => void,
): { end(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  if (everyMs <= 0) return { end: async () => undefined };
  const timer = setInterval(() => {
    running = running.then(work).catch((error: unknown) => log(`dynamo: sweep failed: ${error}`));
  }, everyMs);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await running;
    },
  };
}
