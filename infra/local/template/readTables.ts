import { keyArnOf } from './keyArnOf.ts';
import type { LocalIndex, LocalTable } from './LocalTable.ts';
import type { LocalTemplateView, Resource } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

interface KeyPart {
  readonly [member: string]: string;
  readonly AttributeName: string;
  readonly KeyType: string;
}

interface RawIndex {
  readonly [member: string]: never;
}

const keysOf = (path: string, parts: readonly KeyPart[]): { partitionKey: string; sortKey?: string } => {
  const partitionKey = parts.find((part) => part.KeyType === 'HASH')?.AttributeName;
  const sortKey = parts.find((part) => part.KeyType === 'RANGE')?.AttributeName;
  if (partitionKey === undefined) throw new Error(`${path}: no partition key`);
  return { partitionKey, ...(sortKey === undefined ? {} : { sortKey }) };
};

const indexesOf = (properties: Properties): readonly LocalIndex[] => {
  if (properties.json('LocalSecondaryIndexes') !== undefined)
    throw new Error(`${properties.path}: the local run does not support local secondary indexes`);
  return properties.list<RawIndex>('GlobalSecondaryIndexes').map((raw) => {
    const index = raw as unknown as {
      readonly IndexName: string;
      readonly KeySchema: readonly KeyPart[];
      readonly Projection: {
        readonly ProjectionType?: LocalIndex['projection'];
        readonly NonKeyAttributes?: readonly string[];
      };
    };
    return {
      name: index.IndexName,
      ...keysOf(`${properties.path}/${index.IndexName}`, index.KeySchema),
      projection: index.Projection.ProjectionType ?? 'ALL',
      nonKeyAttributes: index.Projection.NonKeyAttributes ?? [],
    };
  });
};

/** A global table names its key per replica; there is one replica here. */
const keyOf = (template: Template, properties: Properties): string | undefined => {
  const [replica] = properties.list<{ SSESpecification?: { KMSMasterKeyId?: string } | null }>('Replicas');
  const inReplica = replica?.SSESpecification?.KMSMasterKeyId;
  return keyArnOf(template, inReplica ?? properties.optional('SSESpecification.KMSMasterKeyId'));
};

const tableOf = (template: Template, resource: Resource): LocalTable => {
  const properties = new Properties(template, resource);
  const view = properties.optional('StreamSpecification.StreamViewType');
  const ttlAttribute = properties.flag('TimeToLiveSpecification.Enabled')
    ? properties.optional('TimeToLiveSpecification.AttributeName')
    : undefined;
  const keyArn = keyOf(template, properties);
  const definitions = properties.list<{ AttributeName: string; AttributeType: string }>(
    'AttributeDefinitions',
  );
  return {
    path: properties.path,
    name: properties.ref,
    arn: properties.attribute('Arn'),
    attributes: Object.fromEntries(
      definitions.map(({ AttributeName, AttributeType }) => [
        AttributeName,
        AttributeType as 'S' | 'N' | 'B',
      ]),
    ),
    ...keysOf(properties.path, properties.list<KeyPart>('KeySchema')),
    indexes: indexesOf(properties),
    ...(ttlAttribute === undefined ? {} : { ttlAttribute }),
    ...(view === undefined
      ? {}
      : {
          stream: {
            arn: properties.attribute('StreamArn'),
            view: view as NonNullable<LocalTable['stream']>['view'],
          },
        }),
    ...(keyArn === undefined ? {} : { keyArn }),
  };
};

/** Tables of both kinds CDK makes. */
export const readTables = (template: Template): readonly LocalTable[] =>
  ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) =>
    template.resources(type).map((resource) => tableOf(template, resource)),
  );
