import { createHash } from 'node:crypto';

/** What a service allows in the names it makes up when a template gives none. */
interface Naming {
  /** The property by which a template may give the name itself. */
  readonly property: string;
  readonly longest: number;
  readonly lowerCase?: boolean;
}

const NAMINGS: Readonly<Record<string, Naming>> = {
  'AWS::DynamoDB::Table': { property: 'TableName', longest: 255 },
  'AWS::DynamoDB::GlobalTable': { property: 'TableName', longest: 255 },
  'AWS::S3::Bucket': { property: 'BucketName', longest: 63, lowerCase: true },
  'AWS::SQS::Queue': { property: 'QueueName', longest: 80 },
  'AWS::SNS::Topic': { property: 'TopicName', longest: 256 },
  'AWS::Lambda::Function': { property: 'FunctionName', longest: 64 },
  'AWS::Lambda::Alias': { property: 'Name', longest: 128 },
  'AWS::IAM::Role': { property: 'RoleName', longest: 64 },
  'AWS::IAM::Policy': { property: 'PolicyName', longest: 128 },
  'AWS::IAM::ManagedPolicy': { property: 'ManagedPolicyName', longest: 128 },
  'AWS::KMS::Alias': { property: 'AliasName', longest: 256 },
  'AWS::SecretsManager::Secret': { property: 'Name', longest: 256 },
  'AWS::ApiGatewayV2::Stage': { property: 'StageName', longest: 128 },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', longest: 512 },
  'AWS::Events::Rule': { property: 'Name', longest: 64 },
  'AWS::Scheduler::Schedule': { property: 'Name', longest: 64 },
  'AWS::Scheduler::ScheduleGroup': { property: 'Name', longest: 64 },
  'AWS::CloudWatch::Alarm': { property: 'AlarmName', longest: 255 },
  'AWS::CloudWatch::CompositeAlarm': { property: 'AlarmName', longest: 255 },
  'AWS::CloudWatch::Dashboard': { property: 'DashboardName', longest: 255 },
};

/** The property that names resources of a type, if they have names at all. */
export const nameProperty = (type: string): string | undefined => NAMINGS[type]?.property;

/** Hex digits that stay the same as long as the place in the template does. */
export const stableHex = (text: string, digits: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);

/**
 * A name for a resource the template leaves unnamed: `<stack>-<logicalId>` as far as the service allows.
 * `ending` is kept whole (`.fifo`). The same on every start, so that data on disk is found again.
 */
export const physicalName = (type: string, stack: string, logicalId: string, ending = ''): string => {
  const { longest, lowerCase = false } = NAMINGS[type] ?? { longest: 128 };
  const wished = `${stack}-${logicalId}`;
  const legal = (lowerCase ? wished.toLowerCase() : wished).replaceAll(/[^A-Za-z0-9-]/gu, '-');
  const room = longest - ending.length;
  if (legal.length <= room) return legal + ending;
  return `${legal.slice(0, room - 9)}-${stableHex(wished, 8)}${ending}`;
};
