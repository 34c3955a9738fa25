import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SocketStore } from '../../application/ports.ts';
import { keys, socketOf } from '../accessPatterns.ts';
import { queryItems, type Table } from './Table.ts';

/** Most connections of one conversation that are written to: a person has few devices. */
const MOST = 10;

/** Live connections, beside the conversation they belong to; forgotten by themselves when a connection cannot live any more. */
export const dynamoSockets = (table: Table): SocketStore => ({
  add: async (conversation, socket) => {
    const { page, until } = socket;
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.socket(conversation, socket), page, ttl: Math.ceil(until / 1000) },
      }),
    );
  },
  list: async (conversation, now) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :now AND :end',
        ExpressionAttributeValues: {
          ':pk': keys.talk(conversation, 0).pk,
          ':now': keys.socket(conversation, { connection: '', until: now }).sk,
          ':end': 'W#~',
        },
        ScanIndexForward: false,
      },
      MOST,
    );
    return items.map((item) => ({
      ...socketOf(item.sk),
      ...(item.page === undefined ? {} : { page: item.page as string }),
    }));
  },
  remove: async (conversation, socket) => {
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: keys.socket(conversation, socket) }),
    );
  },
});
