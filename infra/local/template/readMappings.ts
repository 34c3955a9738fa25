import { functionNameOf } from './functionNameOf.ts';
import type { Json } from './Json.ts';
import type { LocalMapping } from './LocalMapping.ts';
import type { LocalTemplateView, Resource } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

const filtersOf = (properties: Properties): LocalMapping['filters'] =>
  properties
    .list<{ Pattern: string }>('FilterCriteria.Filters')
    .map(({ Pattern }) => JSON.parse(Pattern) as { readonly [key: string]: Json });

const sourceOf = (path: string, arn: string): LocalMapping['source'] => {
  const service = arn.split(':')[2];
  if (service === 'sqs' || service === 'dynamodb') return service;
  throw new Error(`${path}: the local run does not support mappings from ${arn}`);
};

type StreamSettings = Pick<
  LocalMapping,
  | 'startingPosition'
  | 'bisect'
  | 'maximumRetries'
  | 'maximumRecordAgeSeconds'
  | 'parallelization'
  | 'onFailureArn'
>;

const streamSettings = (properties: Properties): StreamSettings => {
  const startingPosition = properties.optional('StartingPosition');
  const onFailureArn = properties.optional('DestinationConfig.OnFailure.Destination');
  return {
    ...(startingPosition === 'LATEST' || startingPosition === 'TRIM_HORIZON' ? { startingPosition } : {}),
    bisect: properties.flag('BisectBatchOnFunctionError'),
    maximumRetries: properties.number('MaximumRetryAttempts', -1),
    maximumRecordAgeSeconds: properties.number('MaximumRecordAgeInSeconds', -1),
    parallelization: properties.number('ParallelizationFactor', 1),
    ...(onFailureArn === undefined ? {} : { onFailureArn }),
  };
};

const mappingOf = (template: Template, resource: Resource): LocalMapping => {
  const properties = new Properties(template, resource);
  const sourceArn = properties.text('EventSourceArn');
  const source = sourceOf(properties.path, sourceArn);
  const functionName = functionNameOf(properties.text('FunctionName'));
  if (functionName === undefined) throw new Error(`${properties.path}.FunctionName: not a function`);
  const concurrency = properties.json('ScalingConfig.MaximumConcurrency');
  return {
    path: properties.path,
    id: properties.ref,
    functionName,
    source,
    sourceArn,
    enabled: properties.flag('Enabled', true),
    batchSize: properties.number('BatchSize', source === 'sqs' ? 10 : 100),
    batchWindowSeconds: properties.number('MaximumBatchingWindowInSeconds', 0),
    filters: filtersOf(properties),
    reportsItemFailures: properties.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
    ...(concurrency === undefined ? {} : { maximumConcurrency: Number(concurrency) }),
    ...streamSettings(properties),
  };
};

/** Event source mappings; defaults are those of Lambda. */
export const readMappings = (template: Template): readonly LocalMapping[] =>
  template.resources('AWS::Lambda::EventSourceMapping').map((resource) => mappingOf(template, resource));
