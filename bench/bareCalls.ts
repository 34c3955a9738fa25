import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalCloud } from '../infra/local/LocalCloud.ts';
import { openTable } from '../shared/store/dynamo/openTable.ts';

/** Milliseconds of one call, the median of `ROUNDS`. */
export interface BareCalls {
  readonly get: number;
  readonly put: number;
  readonly query: number;
  readonly transact: number;
  readonly send: number;
  readonly receive: number;
  readonly remove: number;
}

const ROUNDS = 40;
/** About what a record of a conversation, and an entry with its snapshot, weigh. */
const TEXT = '路'.repeat(300);

/** The same engines behind the same gateway, called one call after the other with nothing in between: what is left is ours. */
export const bareCalls = async (cloud: LocalCloud): Promise<BareCalls> => {
  const configuration = {
    endpoint: cloud.gatewayUrl,
    region: cloud.gateway.region,
    credentials: { ...cloud.adminCredentials },
  };
  const dynamo = new DynamoDBClient(configuration);
  const sqs = new SQSClient(configuration);
  const { client, name: TableName } = openTable(cloud.resources.table, dynamo);
  // Nobody works this queue off here: without a channel host its messages wait.
  const replies = Object.keys(cloud.gateway.pending()).find((queue) => queue.includes('RepliesQueue'));
  const QueueUrl = `${cloud.gatewayUrl}/000000000000/${replies}`;
  // A sort key that the streams' filters pass over.
  const item = (of: string, round: number) => ({ pk: `BENCH#${of}`, sk: `B#${round}`, TEXT });
  let receipt: string | undefined;

  const calls: Readonly<Record<keyof BareCalls, (round: number) => Promise<unknown>>> = {
    put: (round) =>
      client.send(
        new PutCommand({
          TableName,
          Item: item('put', round),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    get: (round) =>
      client.send(
        new GetCommand({ TableName, Key: { pk: 'BENCH#put', sk: `B#${round}` }, ConsistentRead: true }),
      ),
    query: () =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'BENCH#put' },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: 1,
        }),
      ),
    transact: (round) =>
      client.send(
        new TransactWriteCommand({
          TransactItems: ['snapshot', 'entry'].map((of) => ({
            Put: {
              TableName,
              Item: item(of, round),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          })),
        }),
      ),
    send: (round) =>
      sqs.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: TEXT,
          MessageGroupId: 'bench',
          MessageDeduplicationId: `bench-${round}`,
        }),
      ),
    receive: async () => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      receipt = Messages?.[0]?.ReceiptHandle;
    },
    remove: () => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt })),
  };

  const names = Object.keys(calls) as (keyof BareCalls)[];
  const times = new Map<keyof BareCalls, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) {
      const began = performance.now();
      await calls[name](round);
      times.get(name)?.push(performance.now() - began);
    }
  dynamo.destroy();
  sqs.destroy();
  return Object.fromEntries(
    names.map((name) => [name, times.get(name)?.sort((a, b) => a - b)[ROUNDS / 2] ?? 0]),
  ) as unknown as BareCalls;
};
