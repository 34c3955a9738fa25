import db from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import { checkRequest } from './checkRequest.ts';
import { consumedByTable, consumedCapacity, type ReturnCapacity, writeCost } from './consumedCapacity.ts';
import { aim, decideWrite } from './decideWrite.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine, Operations } from './engine.ts';
import { indexChanges } from './indexEntries.ts';
import type { ItemChange } from './itemChange.ts';
import { recordChange } from './recordChange.ts';
import type { Write } from './Write.ts';
import { type ACTIONS, type ActionName, BATCH, DELETE, PUT, UPDATE } from './writeShapes.ts';

type Single = Write & {
  readonly ReturnValues?: 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW';
  readonly ReturnConsumedCapacity?: ReturnCapacity;
};
interface Batch {
  readonly RequestItems: Readonly<
    Record<string, readonly { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]>
  >;
  readonly ReturnConsumedCapacity?: ReturnCapacity;
}

/** PutItem, UpdateItem, DeleteItem, BatchWriteItem. */
export function writeOne(engine: Engine): Operations {
  const single = (action: ActionName, shape: (typeof ACTIONS)[ActionName]) => (body: unknown) => {
    const write = checkRequest<Single>(body, shape);
    return engine.journal.write((view) => {
      const change = decideWrite(aim(action, write, engine.tables.get(write.TableName)), view);
      const indexes = indexChanges(change);
      return {
        changes: recordChange(change, indexes, view, engine),
        answer: {
          Attributes: returned(write, change),
          ConsumedCapacity: consumedCapacity(write.ReturnConsumedCapacity, write.TableName, [
            writeCost(change, indexes, 1),
          ]),
        },
      };
    });
  };
  return {
    PutItem: single('Put', PUT),
    UpdateItem: single('Update', UPDATE),
    DeleteItem: single('Delete', DELETE),
    BatchWriteItem: (body) => writeBatch(engine, checkRequest<Batch>(body, BATCH)),
  };
}

/** DynamoDB may do a part of a batch; here it is all in one piece, which no caller can tell. */
function writeBatch(engine: Engine, batch: Batch): Promise<object> {
  return engine.journal.write((view) => {
    const aimed = Object.entries(batch.RequestItems).flatMap(([name, requests]) => {
      const table = engine.tables.get(name);
      return requests.map(({ PutRequest, DeleteRequest }) => {
        const write = { TableName: name, ...PutRequest, ...DeleteRequest };
        return aimInBatch(PutRequest ? 'Put' : 'Delete', write, table);
      });
    });
    const targets = new Set(aimed.map(({ table, key }) => `${table.description.TableName}~${key}`));
    if (targets.size < aimed.length) {
      throw dynamoError('ValidationException', 'Provided list of item keys contains duplicates');
    }
    const changes = aimed.map((one) => decideWrite(one, view));
    const indexes = changes.map(indexChanges);
    return {
      changes: changes.flatMap((change, at) => recordChange(change, indexes[at] ?? [], view, engine)),
      answer: {
        UnprocessedItems: {},
        ConsumedCapacity: consumedByTable(
          batch.ReturnConsumedCapacity,
          changes.map((change, at) => [
            change.table.description.TableName,
            writeCost(change, indexes[at] ?? [], 1),
          ]),
        ),
      },
    };
  });
}

/** A batch says less about a key that does not fit. */
function aimInBatch(...args: Parameters<typeof aim>): ReturnType<typeof aim> {
  try {
    return aim(...args);
  } catch (error) {
    if (error instanceof Error && /Missing the key|Type mismatch for key/.test(error.message)) {
      throw dynamoError('ValidationException', 'The provided key element does not match the schema');
    }
    throw error;
  }
}

function returned(write: Single, { before, after }: ItemChange): Item | undefined {
  const paths = write._updates?.paths ?? Object.keys(write.AttributeUpdates ?? {});
  switch (write.ReturnValues) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return named(paths, before);
    case 'UPDATED_NEW':
      return named(paths, after);
    default:
      return undefined;
  }
}

function named(paths: unknown, item: Item | undefined): Item | undefined {
  const found = item && db.mapPaths(paths, item);
  return found && Object.keys(found).length > 0 ? found : undefined;
}
