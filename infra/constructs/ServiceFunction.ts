import { join } from 'node:path';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variable } from '../../shared/contracts/environment.ts';
import { type FunctionName, settingsOfFunction } from '../functions.ts';
import { acknowledge } from '../nag/acknowledge.ts';
import { asImported } from '../nag/asFound.ts';
import { type StageName, settingsOf } from '../stage.ts';
import type { OwnSecret } from './OwnSecret.ts';

export type TableRead = 'GetItem' | 'Query' | 'BatchGetItem';
export type TableWrite = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem';

export interface FunctionSource {
  readonly stage: StageName;
  /** Folder of the bundles, one folder a function. */
  readonly bundles: string;
}

/** What DynamoDB asks of whoever uses a table under a customer key: CDK's own list, its wildcards written out. */
const keyRead = ['kms:Decrypt', 'kms:DescribeKey'];
const keyWrite = [
  ...keyRead,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * One function with its own role and log group. Every method that gives it a variable gives the permission that goes
 * with it, and nothing else does: the two cannot drift apart.
 */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, name: FunctionName, { stage, bundles }: FunctionSource) {
    super(scope, name);
    const settings = settingsOfFunction(name);
    const { logDays, reserveConcurrency } = settingsOf(stage);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Log', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: settings.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundles, name)),
      handler: 'index.handler',
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // START, END and REPORT lines would be a tenth of the bill; durations are in the metrics.
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: settings.memory,
      timeout: Duration.seconds(settings.timeout),
      tracing: Tracing.ACTIVE,
      ...(reserveConcurrency && settings.reserved !== undefined
        ? { reservedConcurrentExecutions: settings.reserved }
        : {}),
      environment: {
        STAGE: stage,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: 'Wangge',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.acknowledgeWildcard(
      '*',
      'X-Ray takes traces and DynamoDB lists streams without naming a resource; nothing else is allowed on *.',
    );
    acknowledge(
      this.lambda,
      'Serverless-LambdaDLQ',
      'Failed events are kept where the caller can see them: the queue, the stream mapping or the on-failure destination; HTTP callers get the error themselves.',
    );
  }

  readsTable(table: Table, ...operations: readonly TableRead[]): this {
    this.may(
      operations.map((operation) => `dynamodb:${operation}`),
      [table.tableArn],
    );
    return this.usesKey(table.encryptionKey, 'dynamodb', keyRead).has('TABLE_NAME', table.tableName);
  }

  writesTable(table: Table, ...operations: readonly TableWrite[]): this {
    this.may(
      operations.map((operation) => `dynamodb:${operation}`),
      [table.tableArn],
    );
    return this.usesKey(table.encryptionKey, 'dynamodb', keyWrite).has('TABLE_NAME', table.tableName);
  }

  queriesIndex(table: Table, index: string): this {
    this.may(['dynamodb:Query'], [`${table.tableArn}/index/${index}`]);
    return this.usesKey(table.encryptionKey, 'dynamodb', keyRead).has('TABLE_NAME', table.tableName);
  }

  getsPhotos(bucket: Bucket): this {
    return this.usesObjects(bucket, 's3:GetObject', 'photos/*')
      .usesKey(bucket.encryptionKey, 's3', ['kms:Decrypt'])
      .has('PHOTO_BUCKET', bucket.bucketName);
  }

  /** Also tells a photo that is not there from one that may not be read: S3 answers 403 to whoever may not list. */
  inspectsPhotos(bucket: Bucket): this {
    return this.may(['s3:ListBucket'], [bucket.bucketArn]).getsPhotos(bucket);
  }

  putsPhotos(bucket: Bucket): this {
    return this.usesObjects(bucket, 's3:PutObject', 'photos/*')
      .usesKey(bucket.encryptionKey, 's3', ['kms:GenerateDataKey'])
      .has('PHOTO_BUCKET', bucket.bucketName);
  }

  getsCities(bucket: Bucket, city: string): this {
    return this.usesObjects(bucket, 's3:GetObject', 'cities/*')
      .has('CITY_BUCKET', bucket.bucketName)
      .has('CITY', city);
  }

  /** Puts a new staffing, and no part of a version. */
  putsStaffing(bucket: Bucket, city: string): this {
    return this.usesObjects(bucket, 's3:PutObject', `cities/${city}/staffing/*`)
      .has('CITY_BUCKET', bucket.bucketName)
      .has('CITY', city);
  }

  readsSecret(variable: Variable, secret: OwnSecret): this {
    this.may(['secretsmanager:GetSecretValue'], [secret.secretArn]);
    return this.usesKey(secret.key, 'secretsmanager', ['kms:Decrypt']).has(variable, secret.secretArn);
  }

  sendsTo(variable: Variable, queue: IQueue): this {
    return this.may(['sqs:SendMessage'], [queue.queueArn]).has(variable, queue.queueUrl);
  }

  receivesFrom(variable: Variable, queue: IQueue): this {
    return this.may(['sqs:ReceiveMessage'], [queue.queueArn]).has(variable, queue.queueUrl);
  }

  deletesFrom(variable: Variable, queue: IQueue): this {
    return this.may(['sqs:DeleteMessage'], [queue.queueArn]).has(variable, queue.queueUrl);
  }

  /** A permission that no variable goes with: what a trigger needs to read for the function. */
  may(actions: readonly string[], resources: readonly string[], conditions?: Record<string, unknown>): this {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
    return this;
  }

  has(variable: Variable, value: string): this {
    this.lambda.addEnvironment(variable, value);
    return this;
  }

  acknowledgeWildcard(resource: string, reason: string): this {
    acknowledge(this.role, `AwsSolutions-IAM5[Resource::${resource}]`, reason);
    return this;
  }

  /** The key only by way of the service that holds the data: the function cannot decrypt anything itself. */
  private usesKey(key: IKey | undefined, service: string, actions: readonly string[]): this {
    if (key === undefined) return this;
    const viaService = `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    return this.may(actions, [key.keyArn], { StringEquals: { 'kms:ViaService': viaService } });
  }

  private usesObjects(bucket: Bucket, action: string, objects: string): this {
    return this.may([action], [bucket.arnForObjects(objects)]).acknowledgeWildcard(
      `${asImported(Stack.of(bucket), bucket.bucketArn)}/${objects}`,
      'Objects are named after conversations or versions, not known here; the prefix is all that can be reached.',
    );
  }
}
