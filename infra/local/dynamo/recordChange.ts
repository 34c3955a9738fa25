import { randomBytes } from 'node:crypto';
import type { LevelChange } from 'dynalite/db/index.js';
import { attributeOf, type Item } from './attributeValue.ts';
import type { IndexChange } from './indexEntries.ts';
import type { ItemChange } from './itemChange.ts';
import { itemSize } from './itemSize.ts';
import type { View } from './journal.ts';
import { expiryKey, itemKey, recordKey } from './storeKeys.ts';
import { openStream, type StreamState, type TableRecord } from './tableRecord.ts';
import { itemsEqual } from './valuesEqual.ts';

/** A change record as it lies in the store: with the instant (retention clock, ms) its 24 hours begin. */
export interface KeptRecord {
  readonly keptFrom: number;
  readonly record: {
    readonly eventID: string;
    readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
    readonly dynamodb: { readonly SequenceNumber: string; readonly SizeBytes: number };
    readonly [more: string]: unknown;
  };
}
export interface Clocks {
  /** Of the place: expiry and the time in records. Epoch ms. */
  readonly now: () => number;
  /** Of what is kept for a while: records 24 h, transaction tokens 10 min, iterators 15 min. Epoch ms. */
  readonly retention: () => number;
}

/** Everything one item's change puts into the store: the item, its index entries, its expiry, its change record. */
export function recordChange(
  change: ItemChange,
  indexes: readonly IndexChange[],
  view: View,
  by: { readonly clocks: Clocks; readonly expiry?: true },
): LevelChange[] {
  const { table, before, after } = change;
  // A write that changes nothing leaves no record and needs no writing.
  if (before === after || (before && after && itemsEqual(before, after))) return [];
  const name = table.description.TableName;
  const key = itemKey(name, change.key);
  return [
    after ? { type: 'put', key, value: after } : { type: 'del', key },
    ...indexes.flatMap((index) => index.changes),
    ...expiryChanges(change),
    ...streamChanges(change, view, by),
  ];
}

/** The instant an item expires in epoch seconds, as far as DynamoDB heeds it. */
export function expiryOf(table: TableRecord, item: Item | undefined): number | undefined {
  if (table.ttl === undefined) return undefined;
  const seconds = Math.floor(Number(attributeOf(item, table.ttl)?.N));
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e12 ? seconds : undefined;
}

function expiryChanges({ table, key, before, after }: ItemChange): LevelChange[] {
  const old = expiryOf(table, before);
  const now = expiryOf(table, after);
  if (old === now) return [];
  const at = (seconds: number) => expiryKey(table.description.TableName, seconds, key);
  return [
    ...(old === undefined ? [] : [{ type: 'del' as const, key: at(old) }]),
    ...(now === undefined ? [] : [{ type: 'put' as const, key: at(now), value: key }]),
  ];
}

function streamChanges(
  change: ItemChange,
  view: View,
  { clocks, expiry }: { readonly clocks: Clocks; readonly expiry?: true },
): LevelChange[] {
  const stream = openStream(change.table);
  if (stream === undefined) return [];
  const sequence = view.nextSequence();
  const images = imagesOf(change, stream);
  const record = {
    eventID: randomBytes(16).toString('hex'),
    eventName: change.before
      ? change.after
        ? ('MODIFY' as const)
        : ('REMOVE' as const)
      : ('INSERT' as const),
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: stream.arn.split(':')[3],
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(clocks.now() / 1000),
      ...images,
      SequenceNumber: sequence,
      SizeBytes: Object.values(images).reduce((sum, image) => sum + itemSize(image), 0),
      StreamViewType: stream.view,
    },
    ...(expiry && { userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' } }),
  };
  const kept: KeptRecord = { keptFrom: clocks.retention(), record };
  return [{ type: 'put', key: recordKey(stream.arn, sequence), value: kept }];
}

function imagesOf({ table, before, after }: ItemChange, { view }: StreamState): Record<string, Item> {
  const item = after ?? before ?? {};
  const keys: Item = {};
  for (const { AttributeName: name } of table.description.KeySchema) {
    const value = attributeOf(item, name);
    if (value) keys[name] = value;
  }
  return {
    Keys: keys,
    ...(after && view.startsWith('NEW') && { NewImage: after }),
    ...(before && view.includes('OLD') && { OldImage: before }),
  };
}
