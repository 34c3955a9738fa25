import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { FunctionName } from '../../infra/functions.ts';
import { prepareAssembly } from '../../infra/local/assembly/prepareAssembly.ts';
import { openClock } from '../../infra/local/compute/LocalClock.ts';
import { shortNameOf } from '../../infra/local/compute/runnableOf.ts';
import { startGateway } from '../../infra/local/gateway/startGateway.ts';
import type { Credentials, Gateway } from '../../infra/local/gateway/types.ts';
import { startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { startEngine } from '../../infra/local/startEngine.ts';
import { LocalTemplate } from '../../infra/local/template/LocalTemplate.ts';
import { reachEverything } from './support/reachEverything.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'wangge-grants-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

/** What no call of a function needs, and why it is granted all the same. */
const NOT_FOR_CALLS: readonly (readonly [RegExp, string])[] = [
  [/(notify|project)Role\S+ dynamodb:ListStreams \*$/u, 'Lambda refuses a stream mapping without it'],
  [
    /sweepDueRole\S+ sqs:SendMessage \S+SweepFailures\S+$/u,
    'Lambda itself puts there what it gave up of an asynchronous invocation; the local run has no such machinery',
  ],
  [
    /(?:releaseHeld|reportDuty|watchCalendar)Role\S+ sqs:SendMessage \S+HoursFailures\S+$/u,
    'Lambda itself puts there what it gave up of an asynchronous invocation; the local run has no such machinery',
  ],
  [
    /watchPostsRole\S+ sqs:SendMessage \S+WatchFailures\S+$/u,
    'Lambda itself puts there what it gave up of an asynchronous invocation; the local run has no such machinery',
  ],
];

test('the functions use all they are granted, and are granted all they use', async () => {
  const cloud = await startLocalCloud({ dataDir: folder(), cityDir: 'cities/example' });
  try {
    await reachEverything(cloud);
    const unused = Object.values(cloud.gateway.unusedGrants()).flat();
    const reasoned = NOT_FOR_CALLS.map(([grant]) => unused.filter((line) => grant.test(line)));
    expect(unused.filter((line) => !reasoned.flat().includes(line))).toEqual([]);
    // A reason that explains nothing any more goes too.
    expect(reasoned.map((lines) => lines.length)).toEqual([2, 1, 3, 1]);
    expect(cloud.meter.read().denied).toBe(0);
  } finally {
    await cloud.stop();
  }
}, 600_000);

/** A gateway on the real template, in which one action was taken from one function. */
const without = async <T>(
  name: FunctionName,
  action: string,
  work: (gateway: Gateway, template: LocalTemplate) => Promise<T>,
): Promise<T> => {
  const dataDir = folder();
  const clock = openClock(dataDir);
  const engine = await startEngine('dynalite', dataDir, clock);
  let gateway: Gateway | undefined;
  const template = new LocalTemplate(await prepareAssembly(() => undefined), {
    gatewayUrl: () => gateway?.url ?? 'http://127.0.0.1',
    apiUrl: () => 'http://127.0.0.1',
    socketUrl: () => 'ws://127.0.0.1',
  });
  const roles = template.roles();
  const role = template.functions().find((each) => shortNameOf(each) === name)?.roleName;
  template.roles = () =>
    roles.map((each) =>
      each.name === role
        ? {
            ...each,
            statements: each.statements.map((one) => ({
              ...one,
              actions: one.actions.filter((granted) => granted !== action),
            })),
          }
        : each,
    );
  gateway = await startGateway({ template, dynamoUrl: engine.url, clock });
  try {
    return await work(gateway, template);
  } finally {
    await gateway.stop();
    await engine.stop();
  }
};

type Variables = Readonly<Record<string, string>>;
interface Client {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
}

const item = { pk: { S: 'a' }, sk: { S: 'b' } };
const put = (env: Variables) => ({ TableName: env.TABLE_NAME, Item: item });

/** Function, what is taken from it, a call that needs it, and what the SDK makes of the refusal. */
const TAKEN: readonly (readonly [
  FunctionName,
  string,
  (env: Variables, client: Client) => Promise<unknown>,
  string,
])[] = [
  [
    'postTurn',
    'sqs:SendMessage',
    (env, client) =>
      new SQSClient(client).send(
        new SendMessageCommand({
          QueueUrl: env.TURN_QUEUE_URL,
          MessageBody: '{}',
          MessageGroupId: 'g',
          MessageDeduplicationId: 'd',
        }),
      ),
    'AccessDenied',
  ],
  [
    'takeTurn',
    'dynamodb:PutItem',
    (env, client) => new DynamoDBClient(client).send(new PutItemCommand(put(env))),
    'AccessDeniedException',
  ],
  [
    'tickCase',
    'dynamodb:PutItem',
    (env, client) =>
      new DynamoDBClient(client).send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put(env) }] })),
    'AccessDeniedException',
  ],
  [
    'sweepDue',
    'dynamodb:Query',
    (env, client) =>
      new DynamoDBClient(client).send(
        new QueryCommand({
          TableName: env.TABLE_NAME,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard',
          ExpressionAttributeValues: { ':shard': { S: 'DUE#00' } },
        }),
      ),
    'AccessDeniedException',
  ],
  [
    'connectSocket',
    'kms:Decrypt',
    (env, client) => new DynamoDBClient(client).send(new PutItemCommand(put(env))),
    'AccessDeniedException',
  ],
  [
    'openSession',
    'secretsmanager:GetSecretValue',
    (env, client) =>
      new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId: env.WEB_SECRET_ARN })),
    'AccessDeniedException',
  ],
  [
    'readAreas',
    's3:GetObject',
    (env, client) =>
      new S3Client({ ...client, forcePathStyle: true }).send(
        new GetObjectCommand({ Bucket: env.CITY_BUCKET, Key: 'cities/a/b.json.gz' }),
      ),
    'AccessDenied',
  ],
  [
    'takeTurn',
    'execute-api:ManageConnections',
    (env, client) =>
      new ApiGatewayManagementApiClient({ ...client, endpoint: env.SOCKET_ENDPOINT ?? '' }).send(
        new PostToConnectionCommand({ ConnectionId: 'c', Data: '{}' }),
      ),
    'AccessDeniedException',
  ],
];

test.each(TAKEN)('%s without %s is refused as AWS would refuse it', async (name, action, call, refusal) => {
  const attempt = (taken: string) =>
    without(name, taken, async (gateway, template) => {
      const its = template.functions().find((each) => shortNameOf(each) === name);
      const { url: endpoint, region } = gateway;
      const client = { endpoint, region, credentials: gateway.credentialsFor(its?.name ?? '') };
      return call(its?.environment ?? {}, client).then(
        () => 'done',
        (fault: Error) => `${fault.name}: ${fault.message}`,
      );
    });
  expect(await attempt(action)).toMatch(
    new RegExp(
      `^${refusal}: User: arn:aws:sts::\\d+:assumed-role/\\S+ is not authorized to perform: ${action} on resource: `,
      'u',
    ),
  );
  expect(await attempt('nothing')).not.toContain(`not authorized to perform: ${action}`);
});
