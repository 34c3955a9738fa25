import describeTableShape from 'dynalite/validations/describeTable.js';
import listTablesShape from 'dynalite/validations/listTables.js';
import { checkRequest } from './checkRequest.ts';
import { createTable, described } from './createTable.ts';
import { deleteTable } from './deleteTable.ts';
import type { Engine, Operations } from './engine.ts';
import { existingTable } from './existingTable.ts';
import { updateTable } from './updateTable.ts';

interface Named {
  readonly TableName: string;
}

export function tables(engine: Engine): Operations {
  return {
    CreateTable: (body) => createTable(engine, body),
    UpdateTable: (body) => updateTable(engine, body),
    DeleteTable: (body) => deleteTable(engine, body),
    DescribeTable: (body) => {
      const { TableName: name } = checkRequest<Named>(body, describeTableShape);
      return { Table: described(existingTable(engine, name)) };
    },
    ListTables: (body) => listTables(engine, checkRequest(body, listTablesShape)),
    UpdateContinuousBackups: (body) => backups(engine, body),
    DescribeContinuousBackups: (body) => backups(engine, body),
  };
}

function listTables(
  engine: Engine,
  {
    ExclusiveStartTableName: after = '',
    Limit: limit = 100,
  }: { ExclusiveStartTableName?: string; Limit?: number },
): object {
  const names = engine.tables.names().filter((name) => name > after);
  const page = names.slice(0, limit);
  return { TableNames: page, ...(names.length > limit && { LastEvaluatedTableName: page.at(-1) }) };
}

/** Asked for, said to be so, not done: a local run keeps no backups. */
function backups(engine: Engine, body: unknown): object {
  const shape = { ...describeTableShape, types: { ...describeTableShape.types, ...BACKUPS } };
  const { TableName: name, PointInTimeRecoverySpecification: wanted } = checkRequest<
    Named & { PointInTimeRecoverySpecification?: { PointInTimeRecoveryEnabled?: boolean } }
  >(body, shape);
  existingTable(engine, name);
  const status = wanted?.PointInTimeRecoveryEnabled ? 'ENABLED' : 'DISABLED';
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: status },
    },
  };
}
const BACKUPS = {
  PointInTimeRecoverySpecification: {
    type: 'FieldStruct<PointInTimeRecoverySpecification>',
    children: { PointInTimeRecoveryEnabled: 'Boolean' },
  },
};
