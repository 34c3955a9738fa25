import deleteTableShape from 'dynalite/validations/deleteTable.js';
import { checkRequest } from './checkRequest.ts';
import { described } from './createTable.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import { existingTable } from './existingTable.ts';
import { indexesOf } from './indexEntries.ts';
import { expiryPrefix, indexKey, itemKey, recordKey, tableKey, under } from './storeKeys.ts';
import type { TableRecord } from './tableRecord.ts';

/** Its streams go with it (in DynamoDB they can be read for another day). */
export function deleteTable(engine: Engine, body: unknown): Promise<object> {
  const { TableName: name } = checkRequest<{ TableName: string }>(body, deleteTableShape);
  return engine.journal.alone(async () => {
    const table = existingTable(engine, name);
    if (table.description.DeletionProtectionEnabled) {
      throw dynamoError(
        'ValidationException',
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      );
    }
    const leaving = { ...table, description: { ...table.description, TableStatus: 'DELETING' } };
    // Said first, so that a process killed half-way goes on with it when it starts again.
    await engine.level.batch([engine.tables.put(leaving)]);
    await clear(engine, leaving);
    return { changes: [], answer: { TableDescription: described(leaving) } };
  });
}

export async function finishDeletions(engine: Engine): Promise<void> {
  for (const table of engine.tables.all()) {
    if (table.description.TableStatus === 'DELETING') await clear(engine, table);
  }
}

async function clear(engine: Engine, { description, streams }: TableRecord): Promise<void> {
  const name = description.TableName;
  engine.tables.remove(name);
  const prefixes = [
    itemKey(name, ''),
    expiryPrefix(name),
    ...indexesOf(description).map(([scope, index]) => indexKey(scope, name, index.IndexName)),
    ...streams.map(({ arn }) => recordKey(arn, '')),
  ];
  for (const prefix of prefixes) await engine.level.clear(under(prefix));
  await engine.level.batch([{ type: 'del', key: tableKey(name) }]);
}
