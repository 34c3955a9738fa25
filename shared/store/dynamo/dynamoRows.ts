import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseRow, RowStore } from '../../application/ports.ts';
import { ENDED } from '../../domain/case/Case.ts';
import { keys, monthOf, streetOf } from '../accessPatterns.ts';
import { type Item, isConditionFailure, queryItems, sendAll, type Table } from './Table.ts';

/**
 * Lists of cases. The area row is written last and tells what is already done: a crash before it leads to the same writes
 * again, and an older version finds a newer row and stops.
 */
export const dynamoRows = (table: Table): RowStore => ({
  save: async (row, reporter) => {
    const open = keys.openRow(streetOf(row.leaf), row.number);
    const { Item: found } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: open, ConsistentRead: true }),
    );
    const before = found as CaseRow | undefined;
    if (before && before.version > row.version) return;
    const ended = ENDED.has(row.stage);
    await writeAll(table, ended ? leaveLists(row, before) : moveLists(row, before));
    if (before === undefined)
      await writeAll(table, { puts: [keys.reported(reporter, row.number)], deletes: [] });
    // The row tells what is done: it changes last, whichever way.
    if (ended) await writeAll(table, { puts: [], deletes: [open] });
    else await putIfNewer(table, { ...open, ...row });
  },

  openInArea: (street, limit, after) => listRows(table, keys.openRow(street, '').pk, limit, after),
  endedInArea: (street, month, limit, after) =>
    listRows(table, keys.endedRow(street, month, '').pk, limit, after),

  numbersOfOwner: async (owner, limit, after) =>
    (await listItems(table, keys.owned(owner, '').pk, limit, after)).map((item) => item.sk),

  numbersOfReporter: async (conversation, limit) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.reported(conversation, '').pk },
        ScanIndexForward: false,
      },
      limit,
    );
    return items.map((item) => item.sk);
  },
});

interface Writes {
  readonly puts: readonly Record<string, unknown>[];
  readonly deletes: readonly Record<string, unknown>[];
}

/** From the list of whose turn it was to that of whose turn it is. */
const moveLists = (row: CaseRow, before: CaseRow | undefined): Writes =>
  before?.owner === row.owner
    ? { puts: [], deletes: [] }
    : {
        puts: [keys.owned(row.owner, row.number)],
        deletes: before ? [keys.owned(before.owner, row.number)] : [],
      };

/** Out of all lists of open cases, into the list of ended ones. */
const leaveLists = (row: CaseRow, before: CaseRow | undefined): Writes => {
  const street = streetOf(row.leaf);
  return {
    puts: [{ ...keys.endedRow(street, monthOf(row.number), row.number), ...row }],
    deletes: [keys.openRow(street, row.number), ...(before ? [keys.owned(before.owner, row.number)] : [])],
  };
};

const listItems = (table: Table, pk: string, limit: number, after?: string): Promise<readonly Item[]> =>
  queryItems(
    table,
    {
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': pk, ...(after === undefined ? {} : { ':after': after }) },
    },
    limit,
  );

const listRows = async (
  table: Table,
  pk: string,
  limit: number,
  after?: string,
): Promise<readonly CaseRow[]> =>
  (await listItems(table, pk, limit, after)).map((item) => {
    const { pk: _pk, sk: _sk, ...row } = item;
    return row as unknown as CaseRow;
  });

const putIfNewer = async (table: Table, item: Item & { readonly version: number }): Promise<void> => {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) OR version <= :version',
        ExpressionAttributeValues: { ':version': item.version },
      }),
    );
  } catch (fault) {
    if (!isConditionFailure(fault)) throw fault;
  }
};

const writeAll = (table: Table, { puts, deletes }: Writes): Promise<void> => {
  const requests: readonly Record<string, unknown>[] = [
    ...puts.map((item) => ({ PutRequest: { Item: item } })),
    ...deletes.map((key) => ({ DeleteRequest: { Key: key } })),
  ];
  return sendAll(requests, async (part) => {
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: [...part] } }),
    );
    return UnprocessedItems?.[table.name] ?? [];
  });
};
