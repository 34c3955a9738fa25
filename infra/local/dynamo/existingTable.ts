import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import type { TableRecord } from './tableRecord.ts';

/** Refuses as operations on the table itself do. */
export function existingTable(engine: Engine, name: string): TableRecord {
  const table = engine.tables.find(name);
  if (table) return table;
  throw dynamoError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
}
