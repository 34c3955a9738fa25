import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CityStore, StaffingLine } from '../../application/cityPorts.ts';
import { keys } from '../accessPatterns.ts';
import { spendCode } from './dynamoCodes.ts';
import { isConflict } from './isConflict.ts';
import { queryItems, type Table } from './Table.ts';

/** Which version of a city is in force, under which staffing, and which were. */
export const dynamoCityVersions = (table: Table): CityStore => ({
  pointer: async (city) => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.cityCurrent(city), ConsistentRead: true }),
    );
    if (item?.version === undefined) return undefined;
    const staffing = item.staffing as string | undefined;
    return { version: item.version as string, ...(staffing === undefined ? {} : { staffing }) };
  },
  setCurrent: async (city, version, at) => {
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.cityVersion(city, at), version, at } }),
    );
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.cityCurrent(city),
        UpdateExpression: 'SET version = :version, #at = :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':version': version, ':at': at },
      }),
    );
  },
  history: async (city) =>
    (await linesOf(table, city, 'V#', 100)).map((item) => ({
      version: item.version as string,
      at: item.at as number,
    })),
  setStaffing: async (city, { before, after, line, spends }) => {
    try {
      await table.client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                TableName: table.name,
                Key: keys.cityCurrent(city),
                UpdateExpression: 'SET staffing = :after',
                ConditionExpression:
                  before === undefined ? 'attribute_not_exists(staffing)' : 'staffing = :before',
                ExpressionAttributeValues: {
                  ':after': after,
                  ...(before === undefined ? {} : { ':before': before }),
                },
              },
            },
            {
              Put: {
                TableName: table.name,
                Item: { ...keys.staffingLine(city, line.at, `${line.person}#${after.slice(0, 8)}`), ...line },
              },
            },
            ...(spends ? [spendCode(table, city, { ...spends, at: line.at })] : []),
          ],
        }),
      );
      return 'set';
    } catch (fault) {
      if (isConflict(fault)) return 'conflict';
      throw fault;
    }
  },
  staffingLines: async (city, most) =>
    (await linesOf(table, city, 'P#', most)).map(
      ({ pk: _pk, sk: _sk, ...line }) => line as unknown as StaffingLine,
    ),
});

/** Newest first. */
const linesOf = (table: Table, city: string, prefix: string, most: number) =>
  queryItems(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': keys.cityCurrent(city).pk, ':prefix': prefix },
      ScanIndexForward: false,
    },
    most,
  );
