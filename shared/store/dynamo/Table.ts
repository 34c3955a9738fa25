import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** The one table and how to speak to it. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
}

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Items of one partition, over pages, until `most` are read. */
export const queryItems = async (
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
  most: number,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.client.send(
      new QueryCommand({
        ...query,
        TableName: table.name,
        Limit: most - items.length,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start && items.length < most);
  return items;
};

/** Whether a fault is DynamoDB's word that a condition did not hold. */
export const isConditionFailure = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'ConditionalCheckFailedException';
