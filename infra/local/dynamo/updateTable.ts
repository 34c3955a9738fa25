import type { LevelChange } from 'dynalite/db/index.js';
import updateTableShape from 'dynalite/validations/updateTable.js';
import { checkRequest, type RequestShape } from './checkRequest.ts';
import { CREATE_TABLE, described, ECHOED, STREAM_SPECIFICATION } from './createTable.ts';
import { dynamoError } from './dynamoError.ts';
import type { Engine } from './engine.ts';
import { existingTable } from './existingTable.ts';
import { type StreamSpecification, streamOf } from './streamOf.ts';
import { openStream, type TableRecord } from './tableRecord.ts';
import { type IndexUpdates, updateIndexes } from './updateIndexes.ts';

interface UpdateTable extends IndexUpdates {
  readonly TableName: string;
  readonly StreamSpecification?: StreamSpecification;
  readonly DeletionProtectionEnabled?: boolean;
  readonly BillingMode?: string;
  readonly [echoed: string]: unknown;
}

const UPDATE_TABLE: RequestShape = {
  types: {
    ...updateTableShape.types,
    ...ECHOED,
    AttributeDefinitions: optional(CREATE_TABLE.types.AttributeDefinitions as object),
    GlobalSecondaryIndexUpdates: withoutThroughput(updateTableShape.types.GlobalSecondaryIndexUpdates),
    StreamSpecification: STREAM_SPECIFICATION,
  },
};
const invalid = (message: string) => dynamoError('ValidationException', message);

/** The stream, the indexes and what is only echoed; done when it answers. */
export function updateTable(engine: Engine, body: unknown): Promise<object> {
  const request = checkRequest<UpdateTable>(body, UPDATE_TABLE);
  return engine.journal.alone(async () => {
    const old = existingTable(engine, request.TableName);
    checkBilling(request);
    const table = withEchoed(request, withStream(engine, old, request.StreamSpecification));
    const changes: LevelChange[] = [];
    const indexed = await updateIndexes(engine, table, request, changes);
    engine.tables.set(indexed);
    changes.push(engine.tables.put(indexed));
    return { changes, answer: { TableDescription: described(indexed) } };
  });
}

function withStream(
  engine: Engine,
  table: TableRecord,
  wanted: StreamSpecification | undefined,
): TableRecord {
  if (wanted === undefined) return table;
  const open = openStream(table);
  if (wanted.StreamEnabled) {
    if (open) throw dynamoError('ResourceInUseException', 'Table already has an enabled stream');
    const stream = streamOf(engine, table.description.TableArn, wanted);
    return { ...table, streams: [...table.streams, stream] };
  }
  if (open === undefined) throw invalid('Table is already without a stream');
  const ended = { at: engine.journal.written(), when: engine.clocks.retention() };
  return { ...table, streams: [...table.streams.slice(0, -1), { ...open, ended }] };
}

function checkBilling({ BillingMode: billing, ProvisionedThroughput: provisioned }: UpdateTable): void {
  if (billing === 'PAY_PER_REQUEST' && provisioned !== undefined) {
    throw invalid(
      'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
}

function withEchoed(request: UpdateTable, table: TableRecord): TableRecord {
  const names = [
    'DeletionProtectionEnabled',
    'OnDemandThroughput',
    'WarmThroughput',
    'ProvisionedThroughput',
  ];
  const given = names.filter((name) => request[name] !== undefined).map((name) => [name, request[name]]);
  const billing = request.BillingMode && { BillingModeSummary: { BillingMode: request.BillingMode } };
  return { ...table, description: { ...table.description, ...Object.fromEntries(given), ...billing } };
}

/** On demand, an index has no throughput of its own; dynalite demands one. */
function withoutThroughput(shape: unknown): object {
  return JSON.parse(JSON.stringify(shape), (name, value) =>
    name === 'ProvisionedThroughput' ? optional(value) : value,
  );
}

function optional(shape: object): object {
  const { notNull: _, ...rest } = { notNull: true, ...shape };
  return rest;
}
