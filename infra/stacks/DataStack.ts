import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { TABLE } from '../../shared/contracts/table.ts';
import { type StageName, settingsOf } from '../stage.ts';

/** All that must not be lost. It changes seldom, and nothing in it is removed with the stack. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly photos: Bucket;
  readonly cities: Bucket;

  constructor(scope: Construct, id: string, stage: StageName, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const settings = settingsOf(stage);
    this.key = new Key(this, 'Key', {
      description: `Wangge ${stage}: what people tell us`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = this.makeTable(stage);

    // IBucket: the class and its interface disagree about an optional property under exactOptionalPropertyTypes.
    const log = new Bucket(this, 'AccessLog', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(Math.max(settings.logDays, 90)) }, tidy],
    }) as IBucket;

    this.photos = new Bucket(this, 'Photos', {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      // One KMS request for many photos instead of one for each.
      bucketKeyEnabled: true,
      lifecycleRules: [{ expiration: Duration.days(settings.photoDays) }, tidy],
      // A presigned form is what allows an upload; this only lets the page see the answer.
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [`https://*.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, ...settings.pageOrigins],
          allowedHeaders: ['content-type'],
          maxAge: 3_600,
        },
      ],
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'photos/',
    });
    this.cities = new Bucket(this, 'Cities', {
      ...closed,
      // Areas, services and posts: what a town hall prints. Its own key would only make it slower to read.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(365) }, tidy],
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'cities/',
    });

    const outputs = { TableName: this.table.tableName, CityBucketName: this.cities.bucketName };
    for (const [name, value] of Object.entries(outputs))
      new CfnOutput(this, name, { value, description: 'For npm run city and npm run lists' });
  }

  private makeTable(stage: StageName): Table {
    const { warm, hotKeys } = settingsOf(stage);
    const warmThroughput = { readUnitsPerSecond: warm.reads, writeUnitsPerSecond: warm.writes };
    const contributorInsightsSpecification = { enabled: hotKeys };
    const table = new Table(this, 'Table', {
      partitionKey: { name: TABLE.partitionKey, type: AttributeType.STRING },
      sortKey: { name: TABLE.sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: TABLE.ttl,
      billingMode: BillingMode.PAY_PER_REQUEST,
      warmThroughput,
      contributorInsightsSpecification,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const due = TABLE.dueIndex;
    table.addGlobalSecondaryIndex({
      indexName: due.name,
      partitionKey: { name: due.partitionKey, type: AttributeType.STRING },
      sortKey: { name: due.sortKey, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
      warmThroughput,
      contributorInsightsSpecification,
    });
    return table;
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

const tidy = { abortIncompleteMultipartUploadAfter: Duration.days(1) };
