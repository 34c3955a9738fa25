import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SocketStore } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';
import { queryItems, type Table } from './Table.ts';

/** Most connections of one conversation that are written to: a person has few devices. */
const MOST = 10;

/** Live connections, beside the conversation they belong to; forgotten by themselves when a connection cannot live any more. */
export const dynamoSockets = (table: Table): SocketStore => ({
  add: async (conversation, connection, until) => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.socket(conversation, connection), ttl: Math.ceil(until / 1000) },
      }),
    );
  },
  list: async (conversation) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sockets)',
        ExpressionAttributeValues: { ':pk': keys.socket(conversation, '').pk, ':sockets': 'W#' },
      },
      MOST,
    );
    return items.map((item) => item.sk.slice(2));
  },
  remove: async (conversation, connection) => {
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: keys.socket(conversation, connection) }),
    );
  },
});
