import db from 'dynalite/db/index.js';
import type { Item } from './attributeValue.ts';
import { attempt, cancelUnlessAll } from './cancelUnlessAll.ts';
import { checkRequest, checkTogether } from './checkRequest.ts';
import { consumedByTable, type ReturnCapacity, transactionalReadUnits } from './consumedCapacity.ts';
import { aim, decideWrite } from './decideWrite.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine, Operations } from './engine.ts';
import { itemKey } from './storeKeys.ts';
import { GET, TRANSACT_GET } from './writeShapes.ts';

interface TransactGet {
  readonly TransactItems: readonly { readonly Get: Get }[];
  readonly ReturnConsumedCapacity?: ReturnCapacity;
}
interface Get {
  readonly TableName: string;
  readonly Key: Item;
  readonly _projection?: { readonly paths: unknown };
}

/** TransactGetItems: a look at every item in the order of the writes, so that no half of a transaction is seen. */
export function transactGet(engine: Engine): Operations {
  return { TransactGetItems: (body) => getAll(engine, checkRequest<TransactGet>(body, TRANSACT_GET)) };
}

function getAll(engine: Engine, request: TransactGet): Promise<object> {
  for (const { Get } of request.TransactItems) checkTogether(Get, GET);
  return engine.journal.write((view) => {
    const tables = request.TransactItems.map(({ Get: get }) => engine.tables.get(get.TableName));
    const looks = request.TransactItems.map(({ Get: { TableName, Key } }, at) => {
      const table = tables[at];
      if (table === undefined) throw new Error('No table for a read');
      return attempt(() => decideWrite(aim('ConditionCheck', { TableName, Key }, table), view));
    });
    const found = cancelUnlessAll(looks);
    if (
      new Set(found.map(({ table, key }) => itemKey(table.description.TableName, key))).size < found.length
    ) {
      throw dynamoError(
        'ValidationException',
        'Transaction request cannot include multiple operations on one item',
      );
    }
    const costs = found.map(({ table, before }) => {
      const cost = { table: transactionalReadUnits(before), indexes: [] };
      return [table.description.TableName, cost] as const;
    });
    return {
      changes: [],
      answer: {
        Responses: found.map(({ before }, at) => {
          const projection = request.TransactItems[at]?.Get._projection;
          return before ? { Item: projection ? db.mapPaths(projection.paths, before) : before } : {};
        }),
        ConsumedCapacity: consumedByTable(request.ReturnConsumedCapacity, costs, 'ReadCapacityUnits'),
      },
    };
  });
}
