import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CityStore } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';
import { queryItems, type Table } from './Table.ts';

/** Which version of a city is in force, and which were. */
export const dynamoCityVersions = (table: Table): CityStore => ({
  currentVersion: async (city) => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.cityCurrent(city) }),
    );
    return item?.version as string | undefined;
  },
  setCurrent: async (city, version, at) => {
    const item = { version, at };
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.cityVersion(city, at), ...item } }),
    );
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.cityCurrent(city), ...item } }),
    );
  },
  history: async (city) => {
    const items = await queryItems(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :versions)',
        ExpressionAttributeValues: { ':pk': keys.cityCurrent(city).pk, ':versions': 'V#' },
        ScanIndexForward: false,
      },
      100,
    );
    return items.map((item) => ({ version: item.version as string, at: item.at as number }));
  },
});
