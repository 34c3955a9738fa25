import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
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
    const streets = item.streets as ReadonlySet<string> | undefined;
    return {
      version: item.version as string,
      ...(staffing === undefined ? {} : { staffing }),
      ...(streets === undefined ? {} : { streets: [...streets].toSorted() }),
    };
  },
  setCurrent: (city, { before, after, streets, at }) =>
    writeAll(table, [
      {
        Update: {
          TableName: table.name,
          Key: keys.cityCurrent(city),
          // A set has no empty one.
          UpdateExpression: `SET version = :after, #at = :at${streets.length > 0 ? ' ADD streets :streets' : ''}`,
          ConditionExpression: before === undefined ? 'attribute_not_exists(version)' : 'version = :before',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: {
            ':after': after,
            ':at': at,
            ...(streets.length > 0 ? { ':streets': new Set(streets) } : {}),
            ...(before === undefined ? {} : { ':before': before }),
          },
        },
      },
      { Put: { TableName: table.name, Item: { ...keys.cityVersion(city, at), version: after, at } } },
    ]),
  history: async (city) =>
    (await linesOf(table, city, 'V#', 100)).map((item) => ({
      version: item.version as string,
      at: item.at as number,
    })),
  setStaffing: (city, { before, after, line, spends }) =>
    writeAll(table, [
      {
        Update: {
          TableName: table.name,
          Key: keys.cityCurrent(city),
          UpdateExpression: 'SET staffing = :after',
          ConditionExpression: before === undefined ? 'attribute_not_exists(staffing)' : 'staffing = :before',
          ExpressionAttributeValues: {
            ':after': after,
            ...(before === undefined ? {} : { ':before': before }),
          },
        },
      },
      {
        Put: {
          TableName: table.name,
          Item: { ...keys.staffingLine(city, line.at, `${line.person}#${after.slice(-8)}`), ...line },
        },
      },
      ...(spends ? [spendCode(table, city, { ...spends, at: line.at })] : []),
    ]),
  staffingLines: async (city, most) =>
    (await linesOf(table, city, 'P#', most)).map(
      ({ pk: _pk, sk: _sk, ...line }) => line as unknown as StaffingLine,
    ),
});

/** All of it or nothing. */
const writeAll = async (
  table: Table,
  TransactItems: TransactWriteCommandInput['TransactItems'],
): Promise<'set' | 'conflict'> => {
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems }));
    return 'set';
  } catch (fault) {
    if (isConflict(fault)) return 'conflict';
    throw fault;
  }
};

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
