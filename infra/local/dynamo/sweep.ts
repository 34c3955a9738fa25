import type { LevelChange } from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import type { Engine } from './engine.ts';
import { indexChanges } from './indexEntries.ts';
import type { View } from './journal.ts';
import { readRange } from './readRange.ts';
import { expiryOf, type KeptRecord, recordChange } from './recordChange.ts';
import { expiryKey, itemKey, recordKey, under } from './storeKeys.ts';
import { RECORDS_KEPT_MS } from './streamRecords.ts';
import type { TableRecord } from './tableRecord.ts';

const PAGE = 100;
/** DynamoDB leaves items alone that expired longer ago than this: they are taken for mistakes. */
const HEEDED_SECONDS = 5 * 365 * 86_400;

/** Deletes what has expired (each with a REMOVE record that says so), and forgets records and tokens past their keeping. How many items. */
export async function sweep(engine: Engine): Promise<number> {
  let deleted = 0;
  for (const table of engine.tables.all()) {
    if (table.ttl !== undefined) deleted += await deleteExpired(engine, table);
    for (const { arn } of table.streams) await trimRecords(engine, arn);
  }
  await forgetEndedStreams(engine);
  await engine.tokens.forgetOld(engine.clocks.retention());
  return deleted;
}

async function deleteExpired(engine: Engine, table: TableRecord): Promise<number> {
  const name = table.description.TableName;
  const now = Math.floor(engine.clocks.now() / 1000);
  const expired: string[] = [];
  const range = {
    gte: expiryKey(name, Math.max(0, now - HEEDED_SECONDS), ''),
    lt: expiryKey(name, now, ''),
  };
  for await (const [, key] of readRange(engine.level, range)) expired.push(key as string);
  let deleted = 0;
  for (let at = 0; at < expired.length; at += PAGE) {
    const page = expired.slice(at, at + PAGE);
    deleted += await engine.journal.write((view) => expire(engine, { name, now }, page, view));
  }
  return deleted;
}

/** Looks again at each: it may have been changed or deleted since. */
function expire(
  engine: Engine,
  { name, now }: { readonly name: string; readonly now: number },
  keys: readonly string[],
  view: View,
): { changes: LevelChange[]; answer: number } {
  const table = engine.tables.find(name);
  const changes: LevelChange[] = [];
  let deleted = 0;
  for (const key of table ? keys : []) {
    const before = view.get(itemKey(name, key)) as Item | undefined;
    if (table === undefined || before === undefined || (expiryOf(table, before) ?? now) >= now) continue;
    const change = { table, key, before, after: undefined };
    const by = { clocks: engine.clocks, expiry: true as const };
    changes.push(...recordChange(change, indexChanges(change), view, by));
    deleted += 1;
  }
  return { changes, answer: deleted };
}

async function trimRecords(engine: Engine, arn: string): Promise<void> {
  const horizon = engine.clocks.retention() - RECORDS_KEPT_MS;
  let last: string | undefined;
  for await (const [key, value] of readRange(engine.level, under(recordKey(arn, '')))) {
    if ((value as KeptRecord).keptFrom > horizon) break;
    last = key;
  }
  if (last !== undefined) await engine.level.clear({ gte: recordKey(arn, ''), lte: last });
}

/** A stream that was turned off can be read as long as its records are kept. */
function forgetEndedStreams(engine: Engine): Promise<void> {
  return engine.journal.write(() => {
    const horizon = engine.clocks.retention() - RECORDS_KEPT_MS;
    const changes: LevelChange[] = [];
    for (const table of engine.tables.all()) {
      const streams = table.streams.filter(({ ended }) => ended === undefined || ended.when > horizon);
      if (streams.length === table.streams.length) continue;
      const kept = { ...table, streams };
      engine.tables.set(kept);
      changes.push(engine.tables.put(kept));
    }
    return { changes, answer: undefined };
  });
}
