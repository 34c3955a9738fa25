import { type StageName, settingsOf, stageNames } from '../../../infra/stage.ts';
import { DUE_SHARDS, TABLE } from '../../../shared/contracts/table.ts';
import { type Resource, resourcesOf } from './support/assemble.ts';
import { at } from './support/Json.ts';

const only = (stage: StageName, type: string): Resource => {
  const [resource, ...more] = resourcesOf(stage, type, 'DataStack');
  if (resource === undefined || more.length > 0) throw new Error(`${1 + more.length} of ${type}`);
  return resource;
};

describe.each(stageNames)('the data of stage %s', (stage) => {
  const table = () => only(stage, 'AWS::DynamoDB::Table');
  const buckets = () => resourcesOf(stage, 'AWS::S3::Bucket', 'DataStack');
  const bucket = (name: string) => {
    const found = buckets().find(({ id }) => id.startsWith(`DataStack.${name}`));
    if (found === undefined) throw new Error(`No bucket ${name}`);
    return found;
  };

  test('outlives its stack, and a replacement of it: tables, buckets, keys and secrets', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret'];
    for (const resource of kept.flatMap((type) => resourcesOf(stage, type))) {
      expect([resource.id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([
        resource.id,
        'Retain',
        'Retain',
      ]);
    }
  });

  test('is in a table that cannot be deleted, can be restored to any second, and is under our own key', () => {
    expect(table().Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: TABLE.ttl, Enabled: true },
    });
    expect(only(stage, 'AWS::KMS::Key').Properties.EnableKeyRotation).toBe(true);
  });

  test('is served at once at the speed the stage states, in the table and in its index', () => {
    const { warm, hotKeys } = settingsOf(stage);
    const expected = {
      WarmThroughput: { ReadUnitsPerSecond: warm.reads, WriteUnitsPerSecond: warm.writes },
      ContributorInsightsSpecification: { Enabled: hotKeys },
    };
    expect(table().Properties).toMatchObject(expected);
    expect(at(table().Properties, 'GlobalSecondaryIndexes', 0)).toMatchObject(expected);
  });

  test('has the keys and the sparse due index of the contract, which carries keys only', () => {
    expect(table().Properties.KeySchema).toEqual([
      { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
      { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
    ]);
    expect(table().Properties.GlobalSecondaryIndexes).toHaveLength(1);
    expect(at(table().Properties, 'GlobalSecondaryIndexes', 0)).toMatchObject({
      IndexName: TABLE.dueIndex.name,
      KeySchema: [
        { AttributeName: TABLE.dueIndex.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE.dueIndex.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
    expect(DUE_SHARDS).toBeGreaterThanOrEqual(16);
  });

  test('is in buckets closed to the public, spoken to over TLS only, encrypted, and logged', () => {
    expect(buckets()).toHaveLength(3);
    const policies = JSON.stringify(resourcesOf(stage, 'AWS::S3::BucketPolicy', 'DataStack'));
    for (const { id, Properties } of buckets()) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption).toBeDefined();
      expect(policies).toContain(`"Bucket":{"Ref":"${id.replace('DataStack.', '')}"}`);
      expect(Properties.LoggingConfiguration === undefined).toBe(id.includes('AccessLog'));
    }
    expect(policies.match(/"aws:SecureTransport":"false"/gu)).toHaveLength(3);
  });

  test('keeps photos as long as the stage states, under our key, and forgets broken uploads in a day', () => {
    const { Properties } = bucket('Photos');
    const rules = at(Properties, 'LifecycleConfiguration', 'Rules');
    expect(rules).toContainEqual({ ExpirationInDays: settingsOf(stage).photoDays, Status: 'Enabled' });
    expect(rules).toContainEqual({
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      Status: 'Enabled',
    });
    const encryption = at(Properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0);
    expect(encryption).toMatchObject({
      BucketKeyEnabled: true,
      ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
    });
  });

  test('lets a browser post photos from the API own pages, and nothing else across origins', () => {
    const rules = at(bucket('Photos').Properties, 'CorsConfiguration', 'CorsRules');
    expect(rules).toHaveLength(1);
    expect(at(rules, 0, 'AllowedMethods')).toEqual(['POST']);
    expect(at(rules, 0, 'AllowedOrigins')).not.toContain('*');
    expect(bucket('Cities').Properties.CorsConfiguration).toBeUndefined();
  });

  test('keeps every version of a city object', () => {
    expect(bucket('Cities').Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });
});
