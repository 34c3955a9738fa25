import { LOCAL } from './LOCAL.ts';
import { stableHex } from './physicalName.ts';

/** A resource as `Ref` and `Fn::GetAtt` need to know it. */
export interface Named {
  readonly type: string;
  /** `<stack>/<logicalId>`. */
  readonly path: string;
  readonly name: string;
  /** Another property, resolved to text; undefined when the template does not give it. */
  readonly property: (name: string) => string | undefined;
  readonly gatewayUrl: () => string;
  /** Where an API answers: `http…` or `ws…`. */
  readonly apiEndpoint: () => string;
}

interface Kind {
  readonly ref: (it: Named) => string;
  readonly attributes: Readonly<Record<string, (it: Named) => string>>;
}

const arn = (service: string, resource: string, region: string = LOCAL.region): string =>
  `arn:${LOCAL.partition}:${service}:${region}:${region === '' && service === 's3' ? '' : LOCAL.account}:${resource}`;

const byName = (it: Named): string => it.name;
const id =
  (digits: number) =>
  (it: Named): string =>
    stableHex(it.path, digits);

const uuid = (it: Named): string =>
  stableHex(it.path, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');

const tableArn = (it: Named): string => arn('dynamodb', `table/${it.name}`);
const TABLE: Kind = {
  ref: byName,
  attributes: {
    Arn: tableArn,
    // The engine labels its stream by time of creation; the gateway puts one for the other.
    StreamArn: (it) => `${tableArn(it)}/stream/local`,
    TableId: uuid,
  },
};
/** Secrets Manager adds six characters of its own to the name; grants by name end in `-??????`. */
const secretArn = (it: Named): string => arn('secretsmanager', `secret:${it.name}-${stableHex(it.path, 6)}`);
const functionArn = (it: Named): string => arn('lambda', `function:${it.name}`);
const queueUrl = (it: Named): string => `${it.gatewayUrl()}/${LOCAL.account}/${it.name}`;
const ALARM: Kind = { ref: byName, attributes: { Arn: (it) => arn('cloudwatch', `alarm:${it.name}`) } };

/** `<function arn>:<qualifier>`, from whatever the `FunctionName` property holds. */
const qualified = (it: Named, qualifier: string): string => {
  const of = it.property('FunctionName') ?? '';
  return `${of.startsWith('arn:') ? of : arn('lambda', `function:${of}`)}:${qualifier}`;
};

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': TABLE,
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::SQS::Queue': {
    ref: queueUrl,
    attributes: { Arn: (it) => arn('sqs', it.name), QueueName: byName, QueueUrl: queueUrl },
  },
  'AWS::S3::Bucket': {
    ref: byName,
    attributes: {
      Arn: (it) => arn('s3', it.name, ''),
      DomainName: (it) => `${it.name}.s3.${LOCAL.urlSuffix}`,
      RegionalDomainName: (it) => `${it.name}.s3.${LOCAL.region}.${LOCAL.urlSuffix}`,
    },
  },
  'AWS::Lambda::Function': { ref: byName, attributes: { Arn: functionArn } },
  'AWS::Lambda::Version': {
    ref: (it) => qualified(it, '1'),
    attributes: { Version: () => '1', FunctionArn: (it) => qualified(it, '1') },
  },
  'AWS::Lambda::Alias': {
    ref: (it) => qualified(it, it.name),
    attributes: { AliasArn: (it) => qualified(it, it.name) },
  },
  'AWS::Lambda::EventSourceMapping': { ref: uuid, attributes: { Id: uuid } },
  'AWS::IAM::Role': {
    ref: byName,
    attributes: { Arn: (it) => arn('iam', `role/${it.name}`, ''), RoleId: id(20) },
  },
  'AWS::IAM::Policy': { ref: byName, attributes: { Id: id(20) } },
  'AWS::IAM::ManagedPolicy': { ref: (it) => arn('iam', `policy/${it.name}`, ''), attributes: {} },
  'AWS::KMS::Key': { ref: uuid, attributes: { Arn: (it) => arn('kms', `key/${uuid(it)}`), KeyId: uuid } },
  'AWS::KMS::Alias': { ref: byName, attributes: {} },
  'AWS::SecretsManager::Secret': { ref: secretArn, attributes: { Id: secretArn } },
  'AWS::ApiGatewayV2::Api': {
    ref: id(10),
    attributes: { ApiId: id(10), ApiEndpoint: (it) => it.apiEndpoint() },
  },
  'AWS::ApiGatewayV2::Stage': { ref: byName, attributes: {} },
  'AWS::ApiGatewayV2::Route': { ref: id(7), attributes: { RouteId: id(7) } },
  'AWS::ApiGatewayV2::Integration': { ref: id(7), attributes: { IntegrationId: id(7) } },
  'AWS::ApiGatewayV2::Deployment': { ref: id(6), attributes: { DeploymentId: id(6) } },
  'AWS::Logs::LogGroup': { ref: byName, attributes: { Arn: (it) => arn('logs', `log-group:${it.name}:*`) } },
  'AWS::Events::Rule': { ref: byName, attributes: { Arn: (it) => arn('events', `rule/${it.name}`) } },
  'AWS::Scheduler::Schedule': {
    ref: byName,
    attributes: {
      Arn: (it) => arn('scheduler', `schedule/${it.property('GroupName') ?? 'default'}/${it.name}`),
    },
  },
  'AWS::Scheduler::ScheduleGroup': {
    ref: byName,
    attributes: { Arn: (it) => arn('scheduler', `schedule-group/${it.name}`) },
  },
  'AWS::SNS::Topic': {
    ref: (it) => arn('sns', it.name),
    attributes: { TopicArn: (it) => arn('sns', it.name), TopicName: byName },
  },
  'AWS::CloudWatch::Alarm': ALARM,
  'AWS::CloudWatch::CompositeAlarm': ALARM,
  'AWS::CloudWatch::Dashboard': { ref: byName, attributes: {} },
};

const kindOf = (it: Named): Kind => {
  const kind = KINDS[it.type];
  if (kind === undefined) throw new Error(`${it.path}: the local run knows no values of ${it.type}`);
  return kind;
};

/** What `Ref` gives for a resource. Throws for a type the local run does not know. */
export const refOf = (it: Named): string => kindOf(it).ref(it);

/** What `Fn::GetAtt` gives. Throws for an attribute the local run does not know. */
export const attributeOf = (it: Named, attribute: string): string => {
  const find = kindOf(it).attributes[attribute];
  if (find === undefined) throw new Error(`${it.path}: the local run knows no ${attribute} of ${it.type}`);
  return find(it);
};
