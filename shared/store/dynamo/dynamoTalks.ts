import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TalkRecord, TalkStore } from '../../application/ports.ts';
import { keys, seqOf } from '../accessPatterns.ts';
import { type Item, isConditionFailure, queryItems, type Table } from './Table.ts';

/** How long a conversation is kept after each message, in seconds (90 days). */
const KEEP = 90 * 86_400;

/** Records read at once when one is looked for. */
const PAGE = 100;

/** Conversations: one item a turn, put only where none is; the newest carries the session. */
export const dynamoTalks = <Session>(table: Table): TalkStore<Session> => ({
  latest: async (conversation) => {
    const [item] = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :turns)',
        ExpressionAttributeValues: { ':pk': keys.talk(conversation, 0).pk, ':turns': 'T#' },
        ScanIndexForward: false,
        ConsistentRead: true,
      },
      1,
    );
    return item ? toRecord<Session>(conversation, item) : undefined;
  },

  at: async (conversation, seq) => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.talk(conversation, seq), ConsistentRead: true }),
    );
    return item ? toRecord<Session>(conversation, item as Item) : undefined;
  },

  find: async (conversation, turn, since) => {
    const pk = keys.talk(conversation, 0).pk;
    let before = keys.talk(conversation, 9_999_999_999).sk;
    for (;;) {
      const items = await queryItems(
        table,
        {
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
          ExpressionAttributeValues: { ':pk': pk, ':first': 'T#', ':before': before },
          ScanIndexForward: false,
        },
        PAGE,
      );
      const found = items.find((item) => item.turn === turn && (item.at as number) >= since);
      if (found) return toRecord<Session>(conversation, found);
      const oldest = items.at(-1);
      if (!oldest || items.length < PAGE || (oldest.at as number) < since) return undefined;
      before = keys.talk(conversation, seqOf(oldest.sk) - 1).sk;
    }
  },

  append: async ({ conversation, seq, ...content }) => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.talk(conversation, seq), ...content, ttl: Math.ceil(content.at / 1000) + KEEP },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return 'appended';
    } catch (fault) {
      if (isConditionFailure(fault)) return 'conflict';
      throw fault;
    }
  },

  after: async (conversation, seq, limit) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': keys.talk(conversation, 0).pk,
          ':from': keys.talk(conversation, seq + 1).sk,
          ':to': keys.talk(conversation, 9_999_999_999).sk,
        },
      },
      limit,
    );
    return items.map((item) => toRecord<Session>(conversation, item));
  },
});

const toRecord = <Session>(conversation: string, item: Item): TalkRecord<Session> => {
  const { pk: _pk, sk, ttl: _ttl, ...content } = item;
  return { conversation, seq: seqOf(sk), ...content } as unknown as TalkRecord<Session>;
};
