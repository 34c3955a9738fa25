import { createHash } from 'node:crypto';
import { attempt, cancelUnlessAll } from './cancelUnlessAll.ts';
import { checkRequest, checkTogether } from './checkRequest.ts';
import {
  consumedByTable,
  type ReturnCapacity,
  transactionalReadUnits,
  writeCost,
} from './consumedCapacity.ts';
import { type Aimed, aim, decideWrite } from './decideWrite.ts';
import { type DynamoError, dynamoError, isDynamoError } from './dynamoError.ts';
import type { Engine, Operations } from './engine.ts';
import { indexChanges } from './indexEntries.ts';
import type { ItemChange } from './itemChange.ts';
import { itemSize } from './itemSize.ts';
import type { Decision, View } from './journal.ts';
import { recordChange } from './recordChange.ts';
import { itemKey } from './storeKeys.ts';
import type { Write } from './Write.ts';
import { ACTIONS, type ActionName, TRANSACT_WRITE } from './writeShapes.ts';

interface TransactWrite {
  readonly TransactItems: readonly Partial<Record<ActionName, Write>>[];
  readonly ClientRequestToken?: string;
  readonly ReturnConsumedCapacity?: ReturnCapacity;
}
const invalid = (message: string) => dynamoError('ValidationException', message);
const MAX_BYTES = 4 * 1024 * 1024;

/** TransactWriteItems: all of it or nothing, once for a token. */
export function transactWrite(engine: Engine): Operations {
  return {
    TransactWriteItems: (body) => {
      const request = checkRequest<TransactWrite>(body, TRANSACT_WRITE);
      const fingerprint = request.ClientRequestToken && fingerprintOf(request.TransactItems);
      const writes = request.TransactItems.map(onlyAction);
      for (const [action, write] of writes) checkTogether(write, ACTIONS[action]);
      return engine.journal.write((view) => {
        const token = request.ClientRequestToken;
        const done = token && engine.tokens.find(token, engine.clocks.retention());
        if (done && done.fingerprint !== fingerprint)
          throw dynamoError('IdempotentParameterMismatchException', '');
        if (done) return { changes: [], answer: replayed(request, done.reads) };
        return decide(engine, request, writes, { view, fingerprint: fingerprint || '' });
      });
    },
  };
}

function decide(
  engine: Engine,
  request: TransactWrite,
  writes: readonly (readonly [ActionName, Write])[],
  { view, fingerprint }: { readonly view: View; readonly fingerprint: string },
): Decision<object> {
  const changes = cancelUnlessAll(
    aimAll(engine, writes).map((aimed) =>
      isDynamoError(aimed) ? aimed : attempt(() => decideWrite(aimed, view)),
    ),
  );
  const bytes = changes.reduce((sum, { before, after }) => sum + itemSize(after ?? before ?? {}), 0);
  if (bytes > MAX_BYTES) throw invalid(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
  const indexes = changes.map(indexChanges);
  const written = changes.flatMap((change, at) => recordChange(change, indexes[at] ?? [], view, engine));
  if (request.ClientRequestToken) {
    const reads = changes.map((change): [string, number] => [nameOf(change), readAgain(change)]);
    const done = { at: engine.clocks.retention(), fingerprint, reads };
    written.push(engine.tokens.put(request.ClientRequestToken, done));
  }
  const costs = changes.map(
    (change, at) => [nameOf(change), writeCost(change, indexes[at] ?? [], 2)] as const,
  );
  const ConsumedCapacity = consumedByTable(request.ReturnConsumedCapacity, costs, 'WriteCapacityUnits');
  return { changes: written, answer: { ConsumedCapacity } };
}

/** An empty key is refused at once, and so is naming one item twice; a key of the wrong shape is that action's reason. */
function aimAll(engine: Engine, writes: readonly (readonly [ActionName, Write])[]): (Aimed | DynamoError)[] {
  const targets = new Set<string>();
  const tables = writes.map(([, write]) => engine.tables.get(write.TableName));
  return writes.map(([action, write], at) => {
    const table = tables[at];
    if (table === undefined) throw new Error('No table for an action');
    const aimed = attempt(() => aim(action, write, table));
    if (isDynamoError(aimed)) {
      if (/cannot contain an empty/.test(aimed.message)) throw aimed;
      return aimed;
    }
    const target = itemKey(write.TableName, aimed.key);
    if (targets.has(target)) {
      throw invalid('Transaction request cannot include multiple operations on one item');
    }
    targets.add(target);
    return aimed;
  });
}

function onlyAction(item: Partial<Record<ActionName, Write>>): readonly [ActionName, Write] {
  const [action, ...more] = Object.entries(item) as [ActionName, Write][];
  if (action === undefined) {
    throw invalid('Invalid Request: TransactWriteRequest should contain Delete or Put or Update request');
  }
  if (more.length > 0) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  return action;
}

/** Reading what the transaction wrote, which is what a repeated token costs. */
function readAgain({ before, after }: ItemChange): number {
  return Math.max(transactionalReadUnits(before), transactionalReadUnits(after));
}

function replayed(
  request: TransactWrite,
  reads: readonly (readonly [table: string, units: number])[],
): object {
  const costs = reads.map(([table, units]) => [table, { table: units, indexes: [] }] as const);
  const ConsumedCapacity = consumedByTable(request.ReturnConsumedCapacity, costs, 'ReadCapacityUnits');
  return { ConsumedCapacity };
}

/** The same for the same parameters, in whatever order a client spells out its objects. */
function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(ordered(value)).digest('base64');
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${ordered(one)}`).join()}}`;
}

const nameOf = (change: ItemChange) => change.table.description.TableName;
