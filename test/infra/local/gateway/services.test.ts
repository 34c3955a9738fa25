import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FunctionId, type SmallCloud, startSmallCloud } from './smallCloud.ts';

let cloud: SmallCloud;
beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(() => cloud.stop());

const secretArn = (logicalId: string): string => cloud.template.physicalId('small', logicalId);
const secrets = (who: FunctionId, SecretId: string) =>
  new SecretsManagerClient({ ...cloud.as(who), maxAttempts: 1 }).send(
    new GetSecretValueCommand({ SecretId }),
  );

describe('secrets', () => {
  test('are made as the template says and stay the same over a restart', async () => {
    const { SecretString, ARN, Name } = await secrets('Worker', secretArn('Secret'));
    expect(SecretString).toMatch(/^[A-Za-z0-9]{44}$/u);
    expect([ARN, Name]).toEqual([secretArn('Secret'), 'small-Secret']);
    expect(cloud.gateway.secret('small-Secret')).toBe(SecretString);
    await cloud.restart();
    expect((await secrets('Worker', secretArn('Secret'))).SecretString).toBe(SecretString);
  });

  test('with a template have the password in its place', async () => {
    const { SecretString = '' } = await secrets('Worker', secretArn('Login'));
    expect(JSON.parse(SecretString)).toEqual({ user: 'host', password: expect.stringMatching(/^.{32}$/u) });
  });

  test('are changed from outside', async () => {
    cloud.gateway.putSecret('small-Login', 'changed');
    expect((await secrets('Worker', secretArn('Login'))).SecretString).toBe('changed');
  });

  test('need their grant and the use of their key', async () => {
    await expect(secrets('Stranger', secretArn('Secret'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`secretsmanager:GetSecretValue on resource: ${secretArn('Secret')}`),
    });
    await expect(secrets('Keyless', secretArn('Secret'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('kms:Decrypt'),
    });
  });

  test('that do not exist are refused', async () => {
    await expect(secrets('Worker', 'nothing')).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(() => cloud.gateway.secret('nothing')).toThrow(/no secret nothing/u);
  });
});

describe('live connections', () => {
  const client = (who: FunctionId) => {
    const endpoint = cloud.template.functions().find((one) => one.logicalId === 'Worker')?.environment.SOCKET;
    return new ApiGatewayManagementApiClient({ ...cloud.as(who), endpoint: endpoint ?? '', maxAttempts: 1 });
  };
  const post = (who: FunctionId, ConnectionId: string) =>
    client(who).send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.from('{"a":1}') }));

  test('get what is posted to them', async () => {
    const sent: unknown[] = [];
    cloud.gateway.setSocketSender(async (apiId, connection, message) => {
      sent.push([apiId, connection, message.kind === 'data' ? message.data.toString() : message.kind]);
      return 'sent';
    });
    await post('Worker', 'abc=');
    expect(sent).toEqual([[cloud.template.apis()[0]?.id, 'abc=', '{"a":1}']]);
  });

  test('that are gone are told as gone', async () => {
    cloud.gateway.setSocketSender(async () => 'gone');
    await expect(post('Worker', 'x')).rejects.toMatchObject({
      name: 'GoneException',
      $metadata: { httpStatusCode: 410 },
    });
  });

  test('are reached only with the grant for that method', async () => {
    cloud.gateway.setSocketSender(async () => 'sent');
    await expect(post('Stranger', 'x')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(
      client('Worker').send(new DeleteConnectionCommand({ ConnectionId: 'x' })),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });
});

describe('the gateway', () => {
  test('answers by the local clock, so that clients keep to it', async () => {
    cloud.clock.set(Date.parse('2026-10-01T00:00:00Z'));
    const response = await fetch(cloud.gateway.url);
    expect(response.headers.get('date')).toBe('Thu, 01 Oct 2026 00:00:00 GMT');
  });

  test('gives a function the same credentials after a restart, and none to who is unknown', async () => {
    const before = cloud.as('Worker').credentials;
    await cloud.restart();
    expect(cloud.as('Worker').credentials).toEqual(before);
    expect(before).not.toEqual(cloud.as('Stranger').credentials);
    expect(() => cloud.gateway.credentialsFor('nobody')).toThrow(/no function nobody/u);
  });

  test('knows which grants were never needed, of the services it sees', async () => {
    await cloud.restart();
    const [table] = cloud.template.tables();
    const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
    await new DynamoDBClient(cloud.as('Worker')).send(new GetItemCommand({ TableName: table?.name, Key }));
    const unused = cloud.gateway.unusedGrants();
    // The same statement speaks of the table's indexes: those were not asked.
    const ofWorker = (unused['small/WorkerRole'] ?? [])
      .filter((line) => !line.includes('/index/'))
      .map((line) => line.replace(/ arn:.*$/u, ''));
    expect(ofWorker).toContain('small/WorkerPolicy#0 dynamodb:PutItem');
    expect(ofWorker).not.toContain('small/WorkerPolicy#0 dynamodb:GetItem');
    expect(ofWorker).not.toContain('small/WorkerPolicy#2 kms:Decrypt');
    // Asked for by DynamoDB's documentation when a key is used, for reading too.
    expect(ofWorker).not.toContain('small/WorkerPolicy#2 kms:DescribeKey');
    expect(unused['small/StrangerRole']).toBeUndefined();
  });
});
