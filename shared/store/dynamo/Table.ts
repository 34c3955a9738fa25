import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** The one table and how to speak to it. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
}

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

type Query = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>;

/** Items of one partition, over pages, until `most` are read; `after`: the whole key of the one they come after. */
export const queryItems = async (
  table: Table,
  query: Query,
  most: number,
  after?: QueryCommandInput['ExclusiveStartKey'],
): Promise<readonly Item[]> => (await sieveItems(table, query, most, after)).items;

/**
 * The same through a filter. What is filtered out is read and paid for as well, so that it counts: at most `most` are looked at,
 * in pages as large as the table gives them. `more`: there may be others behind them.
 */
export const sieveItems = async (
  table: Table,
  query: Query,
  most: number,
  after?: QueryCommandInput['ExclusiveStartKey'],
): Promise<{
  readonly items: readonly Item[];
  readonly read: number;
  readonly more: boolean;
  /** Sort key of the last one that was looked at, where there may be more. */
  readonly next?: string;
}> => {
  const items: Item[] = [];
  let read = 0;
  let start = after;
  do {
    const page = await table.client.send(
      new QueryCommand({
        ...query,
        TableName: table.name,
        Limit: most - read,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    read += page.ScannedCount ?? 0;
    start = page.LastEvaluatedKey;
  } while (start && read < most);
  return { items, read, more: start !== undefined, ...(start ? { next: start.sk as string } : {}) };
};

/** Whether a fault is DynamoDB's word that a condition did not hold. */
export const isConditionFailure = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'ConditionalCheckFailedException';

/** Tries of what a batch left undone before the caller's queue or stream has to try again. */
const BATCH_TRIES = 6;

/** Sends a batch until nothing is left undone, waiting longer each time; throws when it stays throttled. */
export const sendAll = async <T>(
  wanted: readonly T[],
  send: (part: readonly T[]) => Promise<readonly T[]>,
): Promise<void> => {
  let left = wanted;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === BATCH_TRIES)
      throw new Error(`${left.length} items of a batch were not taken in ${BATCH_TRIES} tries`);
    if (attempt > 0) await setTimeout(25 * 2 ** attempt * (0.5 + Math.random() / 2));
    left = await send(left);
  }
};
