import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import { readRange } from './readRange.ts';
import type { KeptRecord } from './recordChange.ts';
import { recordKey } from './storeKeys.ts';
import type { StreamState } from './tableRecord.ts';

export const RECORDS_KEPT_MS = 24 * 3_600_000;
const ITERATOR_VALID_MS = 15 * 60_000;
const PAGE_BYTES = 1024 * 1024;

/** A place in a stream: everything after this sequence number is still to be read. */
interface Place {
  readonly arn: string;
  readonly after: string;
  readonly madeAt: number;
}

export const iteratorAt = (place: Place) =>
  Buffer.from(JSON.stringify([place.arn, place.after, place.madeAt])).toString('base64url');

export function placeOf(iterator: string, now: number): Place {
  const [arn, after, madeAt] = parsed(iterator);
  if (typeof arn !== 'string' || typeof after !== 'string' || typeof madeAt !== 'number') {
    throw dynamoError('ValidationException', 'Invalid ShardIterator');
  }
  if (now - madeAt > ITERATOR_VALID_MS) {
    throw dynamoError(
      'ExpiredIteratorException',
      'Iterator expired. The iterator was created at another time and is now too old.',
    );
  }
  return { arn, after, madeAt };
}

/** Where an iterator of the given kind begins. */
export async function startOf(
  engine: Engine,
  stream: StreamState,
  { type, sequence }: { readonly type: string; readonly sequence: string | undefined },
): Promise<string> {
  if (type === 'TRIM_HORIZON') return stream.startsAfter;
  if (type === 'LATEST') return engine.journal.written();
  if (sequence === undefined || !/^\d{1,40}$/.test(sequence)) {
    throw dynamoError('ValidationException', 'Invalid SequenceNumber');
  }
  const first = await firstKept(engine, stream);
  if (BigInt(sequence) < BigInt(first ?? stream.startsAfter)) {
    throw dynamoError(
      'TrimmedDataAccessException',
      'Attempt to access trimmed data for the stream. A record with that sequence number is no longer kept.',
    );
  }
  const after = type === 'AT_SEQUENCE_NUMBER' ? BigInt(sequence) - 1n : BigInt(sequence);
  return after.toString().padStart(stream.startsAfter.length, '0');
}

/** At most `limit` records or about 1 MB after a place, those past 24 hours left out. */
export async function recordsAfter(
  engine: Engine,
  stream: StreamState,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<KeptRecord['record'][]> {
  const horizon = engine.clocks.retention() - RECORDS_KEPT_MS;
  const records: KeptRecord['record'][] = [];
  let bytes = 0;
  const range = { gt: recordKey(stream.arn, after), lt: recordKey(stream.arn, ':') };
  for await (const [, value] of readRange(engine.level, range)) {
    const { keptFrom, record } = value as KeptRecord;
    if (keptFrom <= horizon) continue;
    records.push(record);
    bytes += record.dynamodb.SizeBytes;
    if (records.length >= limit || bytes >= PAGE_BYTES) break;
  }
  return records;
}

async function firstKept(engine: Engine, stream: StreamState): Promise<string | undefined> {
  const [first] = await recordsAfter(engine, stream, { after: stream.startsAfter, limit: 1 });
  return first?.dynamodb.SequenceNumber;
}

function parsed(iterator: string): unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(iterator, 'base64url').toString());
    return Array.isArray(place) ? place : [];
  } catch {
    return [];
  }
}
