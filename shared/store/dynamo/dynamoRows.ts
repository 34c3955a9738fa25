import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseRow, RowStore } from '../../application/ports.ts';
import { ENDED } from '../../domain/case/Case.ts';
import { keys, monthOf, streetOf } from '../accessPatterns.ts';
import { type Item, isConditionFailure, queryItems, sendAll, type Table } from './Table.ts';

/**
 * Lists of cases. The area row is written last and tells what is already done: a crash before it leads to the same writes
 * again, and an older version finds a newer row and stops. A supervisor's list is the part of the area's that is theirs, so
 * that a case costs no pointer there.
 */
export const dynamoRows = (table: Table): RowStore => ({
  save: async (row, reporter) => {
    const open = keys.openRow(row.leaf, row.number);
    const { Item: found } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: open, ConsistentRead: true }),
    );
    const before = found as CaseRow | undefined;
    if (before && before.version > row.version) return;
    const ended = ENDED.has(row.stage);
    const { puts, deletes } = ended ? leaveLists(row, before) : moveLists(row, before);
    const first = before ? [] : [keys.reported(reporter, row.number)];
    await writeAll(table, { puts: [...first, ...puts], deletes });
    // The row tells what is done: it changes last, whichever way.
    if (ended) await writeAll(table, { puts: [], deletes: [open] });
    else await putIfNewer(table, { ...open, ...row });
  },

  openInArea: async (street, limit, after) => {
    const from = after && keys.openRow(after.leaf, after.number).sk;
    return (await listItems(table, `AREA#${street}`, { limit, after: from })).map(toRow);
  },
  endedInArea: async (street, month, limit, after) =>
    (await listItems(table, keys.endedRow(street, month, '').pk, { limit, after })).map(toRow),

  numbersOfOwner: async (owner, limit, after) => {
    const leaf = supervisedBy(owner);
    if (leaf !== undefined) return numbersInCell(table, { owner, leaf, limit, after });
    return (await listItems(table, keys.owned(owner, '').pk, { limit, after })).map((item) => item.sk);
  },

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

interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}

/** Units and desks have lists of their own; a resident's is that of their reports. */
const hasList = (owner: string): boolean => /^(?:unit|dispatcher)@/u.test(owner);

/** `supervisor@<leaf>` → the leaf. */
const supervisedBy = (owner: string): string | undefined =>
  owner.startsWith('supervisor@') ? owner.slice('supervisor@'.length) : undefined;

/** From the list of whose turn it was to that of whose turn it is. */
const moveLists = (row: CaseRow, before: CaseRow | undefined): Writes =>
  before?.owner === row.owner
    ? { puts: [], deletes: [] }
    : {
        puts: hasList(row.owner) ? [{ ...keys.owned(row.owner, row.number), version: row.version }] : [],
        deletes: before && hasList(before.owner) ? [keys.owned(before.owner, row.number)] : [],
      };

/** Out of all lists of open cases, into the list of ended ones. */
const leaveLists = (row: CaseRow, before: CaseRow | undefined): Writes => ({
  puts: [{ ...keys.endedRow(streetOf(row.leaf), monthOf(row.number), row.number), ...row }],
  deletes: before && hasList(before.owner) ? [keys.owned(before.owner, row.number)] : [],
});

const listItems = (table: Table, pk: string, { limit, after }: Page): Promise<readonly Item[]> =>
  queryItems(
    table,
    {
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': pk, ...(after === undefined ? {} : { ':after': after }) },
    },
    limit,
  );

const numbersInCell = async (
  table: Table,
  { owner, leaf, limit, after }: Page & { readonly owner: string; readonly leaf: string },
): Promise<readonly string[]> => {
  const { pk, sk } = keys.openRow(leaf, '');
  const items = await queryItems(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      FilterExpression: '#owner = :owner',
      ProjectionExpression: 'pk, sk',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: {
        ':pk': pk,
        // The one it begins after is no more than the least that may follow it.
        ':from': after === undefined ? sk : `${keys.openRow(leaf, after).sk}+`,
        ':to': `${sk}~`,
        ':owner': owner,
      },
    },
    limit,
  );
  return items.map((item) => item.sk.slice(sk.length));
};

const toRow = (item: Item): CaseRow => {
  const { pk: _pk, sk: _sk, ...row } = item;
  return row as unknown as CaseRow;
};

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
