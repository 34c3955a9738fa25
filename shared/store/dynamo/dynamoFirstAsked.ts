import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { FirstAsked } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';
import type { Table } from './Table.ts';

/** Seconds that it is remembered: a month. */
const KEPT = 30 * 86_400;

/** One write whoever comes first; the table itself keeps the first instant. */
export const dynamoFirstAsked =
  (table: Table): FirstAsked =>
  async (id, now) => {
    const { Attributes: kept } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.asked(id),
        UpdateExpression: 'SET #at = if_not_exists(#at, :now), #ttl = if_not_exists(#ttl, :ttl)',
        ExpressionAttributeNames: { '#at': 'at', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':now': now, ':ttl': Math.ceil(now / 1000) + KEPT },
        ReturnValues: 'ALL_NEW',
      }),
    );
    if (typeof kept?.at !== 'number') throw new Error(`When ${id} was first asked for was not answered`);
    return kept.at;
  };
