import {
  BatchGetCommand,
  GetCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { CaseStore } from '../../application/ports.ts';
import { TABLE } from '../../contracts/table.ts';
import type { Case } from '../../domain/case/Case.ts';
import type { Entry } from '../../domain/case/CaseEvent.ts';
import { nextDue } from '../../domain/case/nextDue.ts';
import { dueShard, keys, numberOf, seqOf } from '../accessPatterns.ts';
import { isConflict } from './isConflict.ts';
import { type Item, queryItems, sendAll, type Table } from './Table.ts';

/** Cases in the table: one snapshot and one item an entry, written together. */
export const dynamoCases = (table: Table): CaseStore => ({
  load: async (number) => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.snapshot(number), ConsistentRead: true }),
    );
    return item ? toCase(item as Item) : undefined;
  },

  loadMany: async (numbers) => {
    if (numbers.length === 0) return [];
    const found = new Map<string, Case>();
    await sendAll<Record<string, unknown>>(numbers.map(keys.snapshot), async (part) => {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...part] } } }),
      );
      for (const item of (Responses?.[table.name] ?? []) as Item[])
        found.set(numberOf(item.pk), toCase(item));
      return UnprocessedKeys?.[table.name]?.Keys ?? [];
    });
    return numbers.flatMap((number) => found.get(number) ?? []);
  },

  history: async (number, after = 0) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': keys.entry(number, 0).pk,
          ':from': keys.entry(number, after + 1).sk,
          ':to': keys.entry(number, 999_999).sk,
        },
        ConsistentRead: true,
      },
      999_999,
    );
    return items.map(toEntry);
  },

  commit: async (next, entry) => {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: toWrites(table.name, next, entry) }));
      return 'committed';
    } catch (fault) {
      if (isConflict(fault)) return 'conflict';
      throw fault;
    }
  },

  listDue: async (shard, until, limit, after) => {
    const query: Omit<QueryCommandInput, 'TableName'> = {
      IndexName: TABLE.dueIndex.name,
      KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
      ExpressionAttributeValues: { ':shard': dueShard(shard), ':until': keys.due('', until).dueAt },
    };
    const start = after && { ...keys.snapshot(after.number), ...keys.due(after.number, after.due) };
    const items = await queryItems(table, query, limit, start);
    return items.map((item) => ({ number: numberOf(item.pk), due: Number(item.dueAt) }));
  },
});

const toWrites = (table: string, next: Case, entry: Entry) => {
  const { number, ...state } = next;
  const { number: _number, seq, ...content } = entry;
  const due = nextDue(next);
  const snapshot = {
    ...keys.snapshot(number),
    ...state,
    ...(due === undefined ? {} : keys.due(number, due)),
  };
  const isFirst = seq === 1;
  return [
    {
      Put: {
        TableName: table,
        Item: snapshot,
        ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : 'version = :before',
        ...(isFirst ? {} : { ExpressionAttributeValues: { ':before': seq - 1 } }),
      },
    },
    {
      Put: {
        TableName: table,
        Item: { ...keys.entry(number, seq), ...content },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
};

const toCase = (item: Item): Case => {
  const { pk, sk: _sk, dueShard: _shard, dueAt: _due, ...state } = item;
  return { number: numberOf(pk), ...state } as unknown as Case;
};

const toEntry = (item: Item): Entry => {
  const { pk, sk, ...content } = item;
  return { number: numberOf(pk), seq: seqOf(sk), ...content } as unknown as Entry;
};
