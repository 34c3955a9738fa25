import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../shared/contracts/table.ts';

/** A client of an engine, or of a gateway that knows the credentials, on loopback. */
export const clientOf = (
  endpoint: string,
  credentials = { accessKeyId: 'test', secretAccessKey: 'test' },
): DynamoDBClient => new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });

/** The table as the stacks define it, for tests of the store alone. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const { partitionKey, sortKey, dueIndex } = TABLE;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [partitionKey, sortKey, dueIndex.partitionKey, dueIndex.sortKey].map(text),
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: dueIndex.name,
          KeySchema: [
            { AttributeName: dueIndex.partitionKey, KeyType: 'HASH' },
            { AttributeName: dueIndex.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
};
