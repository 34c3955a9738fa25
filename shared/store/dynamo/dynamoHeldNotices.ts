import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Held, HeldNotices } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';
import { queryItems, sendAll, type Table } from './Table.ts';

/** Written at the same time; taken out with one request. */
const AT_ONCE = 25;

/** One item for each notice that waits, in few partitions that are empty most of the day. */
export const dynamoHeldNotices = (table: Table): HeldNotices => ({
  put: async (held) => {
    for (const some of inParts(held))
      await Promise.all(
        some.map((one) =>
          table.client.send(new PutCommand({ TableName: table.name, Item: { ...keys.held(one), ...one } })),
        ),
      );
  },

  over: async (shard, now, most) => {
    const { pk, sk } = keys.heldOver(shard, now);
    const query = {
      KeyConditionExpression: 'pk = :pk AND sk < :after',
      ExpressionAttributeValues: { ':pk': pk, ':after': sk },
      ConsistentRead: true,
    };
    return (await queryItems(table, query, most)).map(({ turn, until }) => ({ turn, until }) as Held);
  },

  remove: async (held) => {
    for (const some of inParts(held)) {
      const requests: readonly Record<string, unknown>[] = some.map((one) => ({
        DeleteRequest: { Key: keys.held(one) },
      }));
      await sendAll(requests, async (part) => {
        const { UnprocessedItems } = await table.client.send(
          new BatchWriteCommand({ RequestItems: { [table.name]: [...part] } }),
        );
        return UnprocessedItems?.[table.name] ?? [];
      });
    }
  },
});

const inParts = (held: readonly Held[]): readonly (readonly Held[])[] =>
  Array.from({ length: Math.ceil(held.length / AT_ONCE) }, (_, i) =>
    held.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
