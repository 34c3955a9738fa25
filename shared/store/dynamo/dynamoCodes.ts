import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CodeStore, CodeUse, SpentCode } from '../../application/cityPorts.ts';
import type { Instant } from '../../domain/time/Instant.ts';
import { keys } from '../accessPatterns.ts';
import type { Table } from './Table.ts';

const DAY = 86_400;
/** Seconds of an hour's tries, which are asked for during that hour alone. */
const KEPT_TRIES = 2 * 3_600;

/**
 * The person's item says which code is good and whether it was used: one item, so that one condition decides. Beside it each code
 * has an item that says whose it is, which is worth nothing by itself.
 */
export const dynamoCodes = (table: Table): CodeStore => ({
  give: async (city, { hash, person, until }) => {
    // Used ones are known for another day, to whoever sends the same message again.
    const ttl = Math.ceil(until / 1000) + DAY;
    const put = (Item: Record<string, unknown>) =>
      table.client.send(new PutCommand({ TableName: table.name, Item }));
    await put({ ...keys.code(city, hash), person, ttl });
    await put({ ...keys.personCode(city, person), hash, until, ttl });
  },

  find: async (city, hash) => {
    const get = async (Key: Record<string, unknown>) =>
      (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item;
    const person = (await get(keys.code(city, hash)))?.person as string | undefined;
    if (person === undefined) return undefined;
    const item = await get(keys.personCode(city, person));
    if (item?.hash !== hash) return undefined;
    const use = item.use as CodeUse | undefined;
    return { hash, person, until: item.until as number, ...(use ? { use } : {}) };
  },

  takeBack: async (city, person, at) => {
    const Key = keys.personCode(city, person);
    const { Attributes: was } = await table.client.send(
      new DeleteCommand({ TableName: table.name, Key, ReturnValues: 'ALL_OLD' }),
    );
    return was !== undefined && was.use === undefined && (was.until as number) > at;
  },

  addTry: async (who, hour, by) => {
    const { Attributes: counted } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.tries(who, hour),
        UpdateExpression: 'SET #ttl = :ttl ADD tries :by',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':ttl': hour * 3_600 + KEPT_TRIES, ':by': by },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return (counted?.tries as number | undefined) ?? 0;
  },

  tries: async (who, hour) => {
    const { Item: item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: keys.tries(who, hour) }),
    );
    return (item?.tries as number | undefined) ?? 0;
  },
});

/** The part of a transaction that uses a code: it fails unless the code is good at that moment. */
export const spendCode = (
  table: Table,
  city: string,
  { hash, person, use, at }: SpentCode & { readonly at: Instant },
) => ({
  Update: {
    TableName: table.name,
    Key: keys.personCode(city, person),
    UpdateExpression: 'SET #use = :use',
    ConditionExpression: '#hash = :hash AND #until > :at AND attribute_not_exists(#use)',
    ExpressionAttributeNames: { '#use': 'use', '#hash': 'hash', '#until': 'until' },
    ExpressionAttributeValues: { ':hash': hash, ':at': at, ':use': use },
  },
});
