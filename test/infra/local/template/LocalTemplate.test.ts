import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../../infra/local/template/Json.ts';
import { type LocalTemplate, loadTemplate } from '../../../../infra/local/template/LocalTemplate.ts';
import { filled, functionResources, writeAssembly } from './writeAssembly.ts';

const DATA = {
  Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } },
  Mappings: { Sizes: { small: { memory: 256 } } },
  Conditions: {
    InChina: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-cn'] },
    Elsewhere: { 'Fn::Not': [{ Condition: 'InChina' }] },
    Both: { 'Fn::And': [{ Condition: 'Elsewhere' }, { 'Fn::Equals': ['a', 'a'] }] },
    Either: { 'Fn::Or': [{ Condition: 'InChina' }, { Condition: 'Elsewhere' }] },
  },
  Resources: {
    Key: { Type: 'AWS::KMS::Key', Properties: {} },
    KeyAlias: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: 'alias/data', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    },
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
          { AttributeName: 'due', AttributeType: 'N' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['x'] },
          },
        ],
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          {
            Region: { Ref: 'AWS::Region' },
            SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
          },
        ],
      },
    },
    Photos: { Type: 'AWS::S3::Bucket', Properties: {} },
    OnlyInChina: { Type: 'AWS::S3::Bucket', Condition: 'InChina', Properties: {} },
    Cluster: { Type: 'AWS::ECS::Cluster', Properties: {} },
  },
  Outputs: {
    TableName: {
      Value: { Ref: 'Table' },
      Export: { Name: { 'Fn::Sub': filled('<AWS::StackName>:TableRef') } },
    },
    TableArn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'data:TableArn' } },
    StreamArn: { Value: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, Export: { Name: 'data:StreamArn' } },
    Unexported: { Value: { Ref: 'Cluster' } },
  },
};

const integrationUri = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':apigateway:us-east-1:lambda:path/2015-03-31/functions/',
      { 'Fn::GetAtt': ['Worker', 'Arn'] },
      '/invocations',
    ],
  ],
};

const SERVICE = {
  Resources: {
    ...functionResources(
      'Worker',
      [
        {
          Effect: 'Allow',
          Action: 'dynamodb:GetItem',
          Resource: [{ 'Fn::ImportValue': 'data:TableArn' }, { Ref: 'AWS::NoValue' }],
        },
        {
          Effect: 'Deny',
          NotAction: ['s3:*'],
          NotResource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
      {
        Environment: {
          Variables: {
            TABLE_NAME: { 'Fn::ImportValue': 'data:TableRef' },
            TURNS: { Ref: 'Turns' },
            NUMBER: 7,
            SOCKET: {
              'Fn::Join': [
                '',
                [
                  'https://',
                  { Ref: 'Push' },
                  '.execute-api.',
                  { Ref: 'AWS::Region' },
                  '.',
                  { Ref: 'AWS::URLSuffix' },
                  '/live',
                ],
              ],
            },
            CLIENT: { 'Fn::Sub': filled('wss://<Push>.execute-api.<AWS::Region>.<AWS::URLSuffix>/live') },
            API: { 'Fn::GetAtt': ['Door', 'ApiEndpoint'] },
          },
        },
        MemorySize: 512,
        Timeout: 9,
        ReservedConcurrentExecutions: 2,
      },
    ),
    Turns: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        FifoQueue: true,
        DeduplicationScope: 'messageGroup',
        VisibilityTimeout: 54,
        KmsMasterKeyId: 'alias/aws/sqs',
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
      },
    },
    Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead.fifo', FifoQueue: true } },
    Alias: {
      Type: 'AWS::Lambda::Alias',
      Properties: { Name: 'live', FunctionName: { Ref: 'Worker' }, FunctionVersion: '1' },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Turns', 'Arn'] },
        FunctionName: { Ref: 'Alias' },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 4 },
      },
    },
    StreamMapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::ImportValue': 'data:StreamArn' },
        FunctionName: { Ref: 'Worker' },
        StartingPosition: 'LATEST',
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 3,
        FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
      },
    },
    Door: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        Name: 'door',
        ProtocolType: 'HTTP',
        CorsConfiguration: { AllowOrigins: ['*'], AllowMethods: ['GET'] },
      },
    },
    DoorStage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Door' }, StageName: '$default' },
    },
    DoorRoute: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Door' },
        RouteKey: 'GET /x/{id}',
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'DoorIntegration' }]] },
      },
    },
    DoorIntegration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Door' },
        IntegrationUri: { 'Fn::GetAtt': ['Worker', 'Arn'] },
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 5000,
      },
    },
    Push: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'push', ProtocolType: 'WEBSOCKET' } },
    PushRoute: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Push' },
        RouteKey: '$connect',
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'PushIntegration' }]] },
      },
    },
    PushIntegration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ApiId: { Ref: 'Push' }, IntegrationUri: integrationUri },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        State: 'ENABLED',
        Targets: [{ Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] }, Id: 'Target0' }],
      },
    },
    Nightly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(0 3 * * ? *)',
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        State: 'DISABLED',
        Target: { Arn: { 'Fn::GetAtt': ['Turns', 'Arn'] }, Input: '{"a":1}' },
      },
    },
    Secret: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: {
        GenerateSecretString: { PasswordLength: 44, ExcludePunctuation: true },
        KmsKeyId: 'alias/data',
      },
    },
  },
};

const load = (
  stacks: Parameters<typeof writeAssembly>[0] = { data: DATA, service: SERVICE },
): LocalTemplate =>
  loadTemplate(writeAssembly(stacks), {
    gatewayUrl: () => 'http://127.0.0.1:1',
    apiUrl: () => 'http://127.0.0.1:2',
    socketUrl: () => 'ws://127.0.0.1:3',
  });

const resolved = (value: unknown): Json => load().resolve('data', value as Json, 'here');

describe('intrinsics', () => {
  test.each<[string, unknown, Json]>([
    ['Ref of a resource', { Ref: 'Table' }, 'data-Table'],
    ['Ref of a parameter', { Ref: 'BootstrapVersion' }, '/cdk/version'],
    ['Ref of the stack name', { Ref: 'AWS::StackName' }, 'data'],
    ['Ref of the account', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['GetAtt in list form', { 'Fn::GetAtt': ['Photos', 'Arn'] }, 'arn:aws:s3:::data-photos'],
    ['GetAtt in text form', { 'Fn::GetAtt': 'Photos.Arn' }, 'arn:aws:s3:::data-photos'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] }, 'a-us-east-1-3'],
    [
      'Sub with resource, attribute, own value and literal',
      { 'Fn::Sub': [filled('<Table>|<Photos.Arn>|<own>|<!kept>'), { own: 'x' }] },
      filled('data-Table|arn:aws:s3:::data-photos|x|<kept>'),
    ],
    ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
    ['If that holds', { 'Fn::If': ['Both', 'yes', 'no'] }, 'yes'],
    ['If that does not hold', { 'Fn::If': ['InChina', 'yes', 'no'] }, 'no'],
    ['Or', { 'Fn::If': ['Either', 1, 2] }, 1],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 256],
    ['Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['NoValue in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    ['NoValue in a list', [1, { Ref: 'AWS::NoValue' }], [1]],
    ['NoValue chosen by If', { a: { 'Fn::If': ['InChina', 1, { Ref: 'AWS::NoValue' }] } }, {}],
    [
      'a condition of a policy statement, which is no intrinsic',
      { Condition: { Bool: { a: 'b' } } },
      { Condition: { Bool: { a: 'b' } } },
    ],
  ])('%s is resolved', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  test.each<[string, unknown, RegExp]>([
    ['an unknown intrinsic', { a: { 'Fn::Cidr': [] } }, /here\.a: .*Fn::Cidr/u],
    ['an unknown resource', [{ Ref: 'Nobody' }], /here\[0\]: no resource data\/Nobody/u],
    ['an unknown attribute', { 'Fn::GetAtt': ['Photos', 'Colour'] }, /data\/Photos.*Colour/u],
    ['a type without local values', { Ref: 'Cluster' }, /data\/Cluster.*AWS::ECS::Cluster/u],
    ['an unknown export', { 'Fn::ImportValue': 'nothing' }, /here: no stack exports nothing/u],
    ['an unknown condition', { 'Fn::If': ['Nope', 1, 2] }, /here: no condition Nope/u],
    ['an element that is not there', { 'Fn::Select': [5, ['a']] }, /here: Fn::Select/u],
    ['an unknown mapping', { 'Fn::FindInMap': ['Sizes', 'large', 'memory'] }, /here: no mapping/u],
  ])('%s stops with its place named', (_, value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });
});

describe('resources', () => {
  test('a resource whose condition does not hold is not there', () => {
    expect(
      load()
        .buckets()
        .map((bucket) => bucket.name),
    ).toEqual(['data-photos']);
  });

  test('a name too long for its service is cut and stays unlike others', () => {
    const id = 'A'.repeat(70);
    const names = [`${id}B`, `${id}C`].map(
      (logical) =>
        load({ s: { Resources: { [logical]: { Type: 'AWS::S3::Bucket' } } } }).buckets()[0]?.name ?? '',
    );
    expect(names.every((name) => name.length <= 63)).toBe(true);
    expect(new Set(names).size).toBe(2);
  });

  test('a function has its code, its variables and its role', () => {
    const template = load();
    const [worker] = template.functions();
    expect(worker).toMatchObject({
      path: 'service/Worker',
      name: 'service-Worker',
      codeDir: join(template.assemblyDir, 'asset.abc'),
      handler: 'index.handler',
      memoryMb: 512,
      timeoutSeconds: 9,
      reservedConcurrency: 2,
      roleName: 'service-WorkerRole',
      rolePath: 'service/WorkerRole',
      ofCustomResource: false,
    });
    const [push] = template.apis().filter((api) => api.protocol === 'WEBSOCKET');
    expect(worker?.environment).toEqual({
      TABLE_NAME: 'data-Table',
      TURNS: 'http://127.0.0.1:1/000000000000/service-Turns.fifo',
      NUMBER: '7',
      SOCKET: `http://127.0.0.1:1/${push?.id}/live`,
      CLIENT: 'ws://127.0.0.1:3/live',
      API: 'http://127.0.0.1:2',
    });
  });

  test('a role has the statements of the policies attached to it', () => {
    expect(load().roles()).toEqual([
      {
        path: 'service/WorkerRole',
        name: 'service-WorkerRole',
        arn: 'arn:aws:iam::000000000000:role/service-WorkerRole',
        statements: [
          {
            source: 'service/WorkerPolicy#0',
            effect: 'Allow',
            actions: ['dynamodb:GetItem'],
            notActions: [],
            resources: ['arn:aws:dynamodb:us-east-1:000000000000:table/data-Table'],
            notResources: [],
            conditions: {},
          },
          {
            source: 'service/WorkerPolicy#1',
            effect: 'Deny',
            actions: [],
            notActions: ['s3:*'],
            resources: [],
            notResources: ['*'],
            conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
          },
        ],
      },
    ]);
  });

  test('a managed policy the local run cannot know stops the start', () => {
    const { WorkerRole, ...rest } = functionResources('Worker', []);
    const role = WorkerRole as { Type: string; Properties: object };
    const ManagedPolicyArns = ['arn:aws:iam::aws:policy/AmazonS3FullAccess'];
    const changed = {
      ...rest,
      WorkerRole: { ...role, Properties: { ...role.Properties, ManagedPolicyArns } },
    };
    expect(() => load({ s: { Resources: changed } }).roles()).toThrow(/s\/WorkerRole.*AmazonS3FullAccess/u);
  });

  test('a table has its keys, indexes, stream, expiry and key', () => {
    expect(load().tables()).toEqual([
      {
        path: 'data/Table',
        name: 'data-Table',
        arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/data-Table',
        attributes: { pk: 'S', sk: 'S', due: 'N' },
        partitionKey: 'pk',
        sortKey: 'sk',
        indexes: [{ name: 'due', partitionKey: 'due', projection: 'INCLUDE', nonKeyAttributes: ['x'] }],
        ttlAttribute: 'ttl',
        stream: {
          arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/data-Table/stream/local',
          view: 'NEW_IMAGE',
        },
        keyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:000000000000:key\/[0-9a-f-]{36}$/u),
      },
    ]);
  });

  test('a queue has what decides how it behaves; a key of AWS counts as none', () => {
    const [turns, dead] = load().queues();
    expect({ ...turns }).toEqual({
      path: 'service/Turns',
      name: 'service-Turns.fifo',
      arn: 'arn:aws:sqs:us-east-1:000000000000:service-Turns.fifo',
      url: 'http://127.0.0.1:1/000000000000/service-Turns.fifo',
      fifo: true,
      contentBasedDeduplication: false,
      deduplicationPerGroup: true,
      visibilityTimeoutSeconds: 54,
      delaySeconds: 0,
      retentionSeconds: 345_600,
      receiveWaitSeconds: 0,
      maximumMessageBytes: 1_048_576,
      redrive: { deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:dead.fifo', maxReceiveCount: 5 },
    });
    expect(dead?.name).toBe('dead.fifo');
  });

  test('mappings follow an alias to its function, and a stream has its settings', () => {
    expect(load().mappings()).toMatchObject([
      {
        functionName: 'service-Worker',
        source: 'sqs',
        sourceArn: 'arn:aws:sqs:us-east-1:000000000000:service-Turns.fifo',
        batchSize: 10,
        reportsItemFailures: true,
        maximumConcurrency: 4,
        filters: [],
      },
      {
        functionName: 'service-Worker',
        source: 'dynamodb',
        batchSize: 100,
        startingPosition: 'LATEST',
        bisect: true,
        maximumRetries: 3,
        maximumRecordAgeSeconds: -1,
        filters: [{ eventName: ['INSERT'] }],
        onFailureArn: 'arn:aws:sqs:us-east-1:000000000000:dead.fifo',
      },
    ]);
  });

  test('routes are joined with the functions behind them', () => {
    const template = load();
    const [door] = template.apis();
    expect(door).toMatchObject({
      name: 'door',
      stages: ['$default'],
      cors: { origins: ['*'], methods: ['GET'] },
    });
    expect(template.routes()).toMatchObject([
      {
        apiId: door?.id,
        routeKey: 'GET /x/{id}',
        functionName: 'service-Worker',
        payloadFormat: '2.0',
        timeoutMs: 5000,
      },
      { protocol: 'WEBSOCKET', routeKey: '$connect', functionName: 'service-Worker', payloadFormat: '1.0' },
    ]);
  });

  test('schedules of both services are found', () => {
    expect(load().schedules()).toMatchObject([
      {
        service: 'scheduler',
        expression: 'cron(0 3 * * ? *)',
        timezone: 'Asia/Shanghai',
        enabled: false,
        input: '{"a":1}',
      },
      { service: 'events', expression: 'rate(1 minute)', enabled: true, functionName: 'service-Worker' },
    ]);
  });

  test('a secret says how its value is made, and a key is found behind its alias only where the alias is', () => {
    expect(load().secrets()).toMatchObject([
      {
        name: 'service-Secret',
        generate: { length: 44, excludePunctuation: true },
        keyArn: load().tables()[0]?.keyArn,
      },
    ]);
    expect(() => load({ service: SERVICE }).secrets()).toThrow(/alias\/data/u);
  });

  test('names and ids stay the same from load to load', () => {
    const [first, second] = [load(), load()];
    expect(first.apis()).toEqual(second.apis());
    expect(first.secrets()).toEqual(second.secrets());
  });
});
