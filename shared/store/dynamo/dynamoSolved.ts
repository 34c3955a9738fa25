import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { SolvedStore } from '../../application/ports.ts';
import type { SolvedCase } from '../../domain/similar/SolvedCase.ts';
import { keys } from '../accessPatterns.ts';
import { type Item, queryItems, type Table } from './Table.ts';

/** One item a case, under a kilobyte: a write unit when it is filed. A hundred of them are some six read units. */
export const dynamoSolved = (table: Table): SolvedStore => ({
  save: async (solved) => {
    const { service: _inKey, ...rest } = solved;
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...keys.solved(solved), ...rest } }),
    );
  },

  ofService: async (service, leaf, most) => {
    // `~` comes after the digits of every number: backwards from there lies the street itself, then streets before it.
    const { pk, sk: end } = keys.solved({ number: '~', service, leaf });
    const read = async (comparison: '<' | '>', limit: number) =>
      (
        await queryItems(
          table,
          {
            KeyConditionExpression: `pk = :pk AND sk ${comparison} :end`,
            ExpressionAttributeValues: { ':pk': pk, ':end': end },
            ScanIndexForward: false,
          },
          limit,
        )
      ).map(toSolved);
    const first = await read('<', most);
    return first.length < most ? [...first, ...(await read('>', most - first.length))] : first;
  },

  forget: async (key) => {
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.solved(key) }));
  },

  page: async (from) => {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: 'begins_with(pk, :solved)',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':solved': 'SOLVED#' },
        ProjectionExpression: 'pk, #number, leaf',
        ...(from === undefined ? {} : { ExclusiveStartKey: JSON.parse(from) }),
      }),
    );
    return {
      keys: ((page.Items ?? []) as Item[]).map(toSolved),
      ...(page.LastEvaluatedKey ? { next: JSON.stringify(page.LastEvaluatedKey) } : {}),
    };
  },
});

const toSolved = ({ pk, sk: _sk, ...rest }: Item): SolvedCase =>
  ({ ...rest, service: pk.slice(pk.lastIndexOf('#') + 1) }) as unknown as SolvedCase;
