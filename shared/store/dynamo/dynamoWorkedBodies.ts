import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { WorkedBodies } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { queryItems, type Table } from './Table.ts';

/** Seconds for which they are kept: as long as a body may lie in its queue. */
const KEPT = 14 * 86_400;
const MOST = 100_000;

/** One item for each body that was worked, all of a change in one partition. */
export const dynamoWorkedBodies = (table: Table, city: string): WorkedBodies => ({
  add: async ({ change, id, at }) => {
    const ttl = Math.ceil(at / 1000) + KEPT;
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.workedBody(city, change, id), ttl } }),
    );
  },
  count: async (change) => {
    const query = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.workedBody(city, change, '').pk },
      ConsistentRead: true,
    };
    return (await queryItems(table, query, MOST)).length;
  },
});
