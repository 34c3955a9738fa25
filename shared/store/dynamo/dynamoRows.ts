import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseRow, RowStore, TaskLine } from '../../application/ports.ts';
import { ENDED, type Owner } from '../../domain/case/Case.ts';
import { hasList, type ListOwner, type TaskList } from '../../domain/case/taskLists.ts';
import { streetOf } from '../../domain/city/streetOf.ts';
import { keys, listedOf, monthOf } from '../accessPatterns.ts';
import { type Item, isConditionFailure, queryItems, sendAll, sieveItems, type Table } from './Table.ts';

/**
 * Lists of cases. The area row is written last and tells what is already done: a crash before it leads to the same writes
 * again, and an older version finds a newer row and stops. A supervisor's list is the part of the area's that is theirs, so
 * that a case costs no pointer there.
 */
export const dynamoRows = (table: Table): RowStore => ({
  save: async (row, reporter) => {
    const open = keys.openRow(row.leaf, row.number);
    const before = await readRow(table, open);
    if (before && before.version > row.version) return;
    if (await leaveLeaves(table, row)) return;
    const ended = ENDED.has(row.stage);
    const { puts, deletes } = ended ? leaveLists(row, before) : moveLists(row, before);
    const over = row.reopened ? [endedKey(row)] : [];
    const first = before ? [] : [keys.reported(reporter, row.number)];
    await writeAll(table, { puts: [...first, ...puts], deletes: [...deletes, ...over] });
    // The row tells what is done: it changes last, whichever way.
    if (ended) await writeAll(table, { puts: [], deletes: [open] });
    else await putIfNewer(table, { ...open, ...row });
  },

  openInArea: async (street, limit, after) => {
    const from = after && keys.openRow(after.leaf, after.number).sk;
    return (await listItems(table, `AREA#${street}`, { limit, after: from })).map(toRow);
  },
  openInLeaf: async (leaf, limit) => {
    const { pk, sk } = keys.openRow(leaf, '');
    const query = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :under)',
      ExpressionAttributeValues: { ':pk': pk, ':under': sk },
    };
    return (await queryItems(table, query, limit)).map(toRow);
  },
  endedInArea: async (street, month, limit, after) =>
    (await listItems(table, keys.endedRow(street, month, '').pk, { limit, after })).map(toRow),

  tasksIn: async (list, most, after) => {
    const query = list.kind === 'owned' ? ownedBy(list) : openUnder(list);
    const { items, ...page } = await sieveItems(
      table,
      after === undefined ? query : goOn(query, after),
      most,
    );
    return { lines: items.map(toLine), ...page };
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

const readRow = async (table: Table, key: Record<string, string>): Promise<CaseRow | undefined> => {
  const { Item: found } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return found as CaseRow | undefined;
};

/** A case that was found to lie elsewhere leaves the lists of where it was. Whether what lies there is newer than this. */
const leaveLeaves = async (table: Table, row: CaseRow): Promise<boolean> => {
  for (const leaf of row.leavesBefore ?? []) {
    if (leaf === row.leaf) continue;
    const open = keys.openRow(leaf, row.number);
    const there = await readRow(table, open);
    if (!there) continue;
    if (there.version > row.version) return true;
    const deletes = listsOf(there).map((owner) => keys.owned(owner, leaf, row.number));
    await writeAll(table, { puts: [], deletes: [...deletes, open] });
  }
  return false;
};

/** The lists of posts that a case is on: of whose turn it is, and of those who help or must approve. */
const listsOf = (row: Pick<CaseRow, 'owner' | 'others'> | undefined): readonly ListOwner[] =>
  row ? [row.owner, ...(row.others ?? [])].filter(hasList) : [];

/** From the lists of those whose turn it was to those of whose turn it is. */
const moveLists = (row: CaseRow, before: CaseRow | undefined): Writes => {
  const was = new Set(listsOf(before));
  const is = new Set(listsOf(row));
  return {
    puts: [...is]
      .filter((owner) => !was.has(owner))
      .map((owner) => ({ ...keys.owned(owner, row.leaf, row.number), version: row.version })),
    deletes: [...was]
      .filter((owner) => !is.has(owner))
      .map((owner) => keys.owned(owner, row.leaf, row.number)),
  };
};

const endedKey = ({ leaf, number }: CaseRow) => keys.endedRow(streetOf(leaf), monthOf(number), number);

/** Out of all lists of open cases, into the list of ended ones. */
const leaveLists = (row: CaseRow, before: CaseRow | undefined): Writes => ({
  puts: [{ ...endedKey(row), ...row }],
  deletes: listsOf(before).map((owner) => keys.owned(owner, row.leaf, row.number)),
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

/** The rows of a street or a part of it; of supervisors only those whose turn it is. */
const openUnder = ({ kind, under }: Exclude<TaskList, { kind: 'owned' }>) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :under)',
  FilterExpression:
    kind === 'supervised'
      ? 'begins_with(#owner, :role)'
      : 'NOT begins_with(#owner, :role) OR attribute_exists(#others)',
  ProjectionExpression: 'pk, sk, #owner, #others',
  ExpressionAttributeNames: { '#owner': 'owner', '#others': 'others' },
  ExpressionAttributeValues: {
    ':pk': keys.openRow(under, '').pk,
    ':under': under,
    // What residents rate is on no list of tasks.
    ':role': kind === 'supervised' ? 'supervisor@' : 'resident@',
  },
});

const ownedBy = ({ owner, under }: Extract<TaskList, { kind: 'owned' }>) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :under)',
  ProjectionExpression: 'pk, sk',
  ExpressionAttributeValues: { ':pk': keys.owned(owner, '', '').pk, ':under': under },
});

/** The same list behind a line: keys end with digits, which `~` comes after. */
const goOn = <Q extends ReturnType<typeof ownedBy | typeof openUnder>>(query: Q, after: string): Q => ({
  ...query,
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :end',
  ExpressionAttributeValues: withoutUnder({
    ...query.ExpressionAttributeValues,
    ':after': `${after}~`,
    ':end': `${query.ExpressionAttributeValues[':under']}~`,
  }),
});

/** A value that no expression names is a fault to DynamoDB. */
const withoutUnder = ({ ':under': _under, ...values }: Record<string, string>) => values;

const toLine = (item: Item): TaskLine => {
  const { number, leaf = '', owner = item.owner } = listedOf(item);
  const others = item.others as readonly Owner[] | undefined;
  return { number, leaf, owner: owner as Owner, ...(others ? { others } : {}) };
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
