import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Due } from '../shared/application/ports.ts';
import type { Case } from '../shared/domain/case/Case.ts';
import { keys } from '../shared/store/accessPatterns.ts';
import { openTable } from '../shared/store/dynamo/openTable.ts';
import type { BareCloud } from './bareCloud.ts';

const BATCH = 25;
const WRITERS = 8;

/**
 * Writes as many snapshots as there are due instants, all like one case but for number and instant; stops when the time is over.
 * Answers how many were written, in order.
 */
export const loadDue = async (
  { gateway, resources }: Pick<BareCloud, 'gateway' | 'resources'>,
  like: Case,
  all: readonly Due[],
  limit: number,
): Promise<number> => {
  const { url: endpoint, region } = gateway;
  const dynamo = new DynamoDBClient({ endpoint, region, credentials: gateway.credentialsFor('admin') });
  const { client, name } = openTable(resources.table, dynamo);
  const { number: _number, ...state } = like;
  const until = performance.now() + limit;
  let from = 0;
  const write = async (): Promise<void> => {
    while (from < all.length && performance.now() < until) {
      const part = all.slice(from, from + BATCH);
      from += BATCH;
      const puts = part.map(({ number, due }) => ({
        PutRequest: { Item: { ...state, ...keys.snapshot(number), ...keys.due(number, due) } },
      }));
      await client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  dynamo.destroy();
  return Math.min(from, all.length);
};
