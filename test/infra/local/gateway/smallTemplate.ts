import { filled, functionResources, writeAssembly } from '../template/writeAssembly.ts';

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const within = (id: string, suffix: string) => ({ 'Fn::Join': ['', [arn(id), suffix]] });
const allow = (Action: string | readonly string[], Resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const key = (service: string, ...actions: string[]) =>
  allow(actions, arn('Key'), {
    Condition: {
      StringEquals: { 'kms:ViaService': { 'Fn::Sub': `${service}.\${AWS::Region}.\${AWS::URLSuffix}` } },
    },
  });

const DATA = [
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
  'Query',
  'BatchGetItem',
  'BatchWriteItem',
];
const STREAM = ['DescribeStream', 'GetShardIterator', 'GetRecords'];

const queue = (properties: object) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const keyed = { KMSMasterKeyID: arn('Key') };

const resources = {
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: ['pk', 'sk', 'dueShard'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [{ AttributeName: 'dueShard', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      SSESpecification: { SSEEnabled: true, KMSMasterKeyId: arn('Key'), SSEType: 'KMS' },
    },
  },
  Ticks: queue({
    VisibilityTimeout: 1,
    RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
  }),
  Dead: queue({}),
  Turns: queue({ FifoQueue: true, DeduplicationScope: 'messageGroup' }),
  Locked: queue({ KmsMasterKeyId: arn('Key') }),
  Photos: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: keyed }] },
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ['POST'],
            AllowedOrigins: ['http://localhost:*'],
            AllowedHeaders: ['content-type'],
            MaxAge: 60,
          },
        ],
      },
    },
  },
  Cities: { Type: 'AWS::S3::Bucket', Properties: {} },
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      GenerateSecretString: { PasswordLength: 44, ExcludePunctuation: true },
      KmsKeyId: arn('Key'),
    },
  },
  Login: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      GenerateSecretString: { SecretStringTemplate: '{"user":"host"}', GenerateStringKey: 'password' },
    },
  },
  Push: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'WEBSOCKET' } },
  Live: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Push' }, StageName: 'live' } },
  ...functionResources(
    'Worker',
    [
      allow(
        DATA.map((name) => `dynamodb:${name}`),
        [arn('Table'), within('Table', '/index/due')],
      ),
      allow(
        STREAM.map((name) => `dynamodb:${name}`),
        { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      ),
      key('dynamodb', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt'),
      allow(
        [
          'sqs:SendMessage',
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
        ],
        [arn('Ticks'), arn('Turns'), arn('Dead'), arn('Locked')],
      ),
      key('sqs', 'kms:Decrypt', 'kms:GenerateDataKey'),
      allow(
        ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        [within('Photos', '/photos/*'), within('Cities', '/*')],
      ),
      allow('s3:ListBucket', arn('Cities')),
      key('s3', 'kms:Decrypt', 'kms:GenerateDataKey'),
      allow('secretsmanager:GetSecretValue', [{ Ref: 'Secret' }, { Ref: 'Login' }]),
      key('secretsmanager', 'kms:Decrypt'),
      allow('execute-api:ManageConnections', {
        'Fn::Sub': filled(
          'arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<Push>/live/POST/@connections/*',
        ),
      }),
    ],
    {
      Environment: {
        Variables: {
          SOCKET: { 'Fn::Sub': filled('https://<Push>.execute-api.<AWS::Region>.<AWS::URLSuffix>/live') },
        },
      },
    },
  ),
  ...functionResources('Stranger', [allow('logs:PutLogEvents', '*')]),
  // All the services, but not the key: what is easily forgotten.
  ...functionResources('Keyless', [
    allow(['dynamodb:GetItem'], arn('Table')),
    allow(['sqs:SendMessage'], arn('Locked')),
    allow(['s3:GetObject', 's3:PutObject'], within('Photos', '/*')),
    allow('secretsmanager:GetSecretValue', { Ref: 'Secret' }),
  ]),
  ...functionResources('Putter', [
    allow('dynamodb:PutItem', arn('Table')),
    key('dynamodb', 'kms:Decrypt'),
    allow('s3:PutObject', within('Photos', '/photos/*')),
    key('s3', 'kms:GenerateDataKey'),
  ]),
};

/** One of everything the gateway serves, and four functions that may do more or less with it. */
export const writeSmallTemplate = (): string => writeAssembly({ small: { Resources: resources } });
