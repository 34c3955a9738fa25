import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { BatchWriteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cityBlobs } from '../../functions/wiring/cityBlobs.ts';
import { HELD_SHARDS, TABLE } from '../../shared/contracts/table.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoCodes } from '../../shared/store/dynamo/dynamoCodes.ts';
import { dynamoHeldNotices } from '../../shared/store/dynamo/dynamoHeldNotices.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { scanNumbers } from '../../shared/store/dynamo/scanNumbers.ts';
import type { Gateway } from './gateway/types.ts';

/** The stores of a local run for whoever stands outside its functions. */
export type LocalStore = ReturnType<typeof openLocalStore>;

const BATCH = 25;
const ALL = 100_000;
type Key = { readonly pk: string; readonly sk: string };

export const openLocalStore = (
  gateway: Pick<Gateway, 'url' | 'region' | 'credentialsFor'>,
  names: { readonly table: string; readonly cityBucket: string },
) => {
  const configuration = {
    endpoint: gateway.url,
    region: gateway.region,
    credentials: gateway.credentialsFor('admin'),
  };
  const dynamo = new DynamoDBClient(configuration);
  const s3 = new S3Client({ ...configuration, forcePathStyle: true });
  const table = openTable(names.table, dynamo);
  const numbersPage = scanNumbers(table);
  const held = dynamoHeldNotices(table);
  const heldUntil = async (until: number): Promise<readonly number[]> => {
    const shards = Array.from({ length: HELD_SHARDS }, (_, shard) => held.over(shard, until, ALL));
    return (await Promise.all(shards)).flat().map((one) => one.until);
  };

  const allKeys = async (): Promise<readonly Key[]> => {
    const keys: Key[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await table.client.send(
        new ScanCommand({
          TableName: names.table,
          ProjectionExpression: 'pk, sk',
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      keys.push(...((page.Items ?? []) as Key[]));
      from = page.LastEvaluatedKey;
    } while (from);
    return keys;
  };

  return {
    cases: dynamoCases(table),
    cityVersions: dynamoCityVersions(table),
    codes: dynamoCodes(table),
    cityBlobs: cityBlobs(names.cityBucket, s3),

    caseNumbers: async (): Promise<readonly string[]> => {
      const numbers: string[] = [];
      let from: string | undefined;
      do {
        const page = await numbersPage(from);
        numbers.push(...page.numbers);
        from = page.next;
      } while (from !== undefined);
      return numbers.toSorted();
    },

    /**
     * Instants after `after` and not after `until` at which a case falls due or a notice need wait no longer, ascending. One scan of the
     * sparse index, which holds open cases only, and what waits.
     */
    dueBetween: async (after: number, until: number): Promise<readonly number[]> => {
      const { name, sortKey } = TABLE.dueIndex;
      const found = (await heldUntil(until)).filter((at) => at > after);
      let from: Record<string, unknown> | undefined;
      do {
        const page = await table.client.send(
          new ScanCommand({
            TableName: names.table,
            IndexName: name,
            ...(from ? { ExclusiveStartKey: from } : {}),
          }),
        );
        for (const item of page.Items ?? []) {
          const due = Number(item[sortKey]);
          if (due > after && due <= until) found.push(due);
        }
        from = page.LastEvaluatedKey;
      } while (from);
      return found.toSorted((a, b) => a - b);
    },

    /** Takes everything out of the table but the published cities. Answers whether their staffing had been changed. */
    clear: async (): Promise<boolean> => {
      const all = await allKeys();
      const keys = all.filter(
        ({ pk, sk }) => !pk.startsWith('CITY#') || /^(?:[KP]#|(?:MARK|DUTY|CALENDAR)$)/u.test(sk),
      );
      const staffed = new Set(all.filter(({ sk }) => sk.startsWith('P#')).map(({ pk }) => pk));
      for (const pk of staffed)
        await table.client.send(
          new UpdateCommand({
            TableName: names.table,
            Key: { pk, sk: 'CURRENT' },
            UpdateExpression: 'REMOVE staffing',
          }),
        );
      for (let at = 0; at < keys.length; at += BATCH) {
        const requests = keys.slice(at, at + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
        await table.client.send(new BatchWriteCommand({ RequestItems: { [names.table]: requests } }));
      }
      return staffed.size > 0;
    },

    close: (): void => {
      dynamo.destroy();
      s3.destroy();
    },
  };
};
