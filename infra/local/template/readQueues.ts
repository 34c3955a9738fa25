import type { Json } from './Json.ts';
import { keyArnOf } from './keyArnOf.ts';
import type { LocalQueue } from './LocalQueue.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

const redriveOf = (properties: Properties): LocalQueue['redrive'] => {
  const given = properties.json('RedrivePolicy');
  if (given === undefined) return undefined;
  const policy = (typeof given === 'string' ? JSON.parse(given) : given) as { readonly [key: string]: Json };
  return {
    deadLetterArn: String(policy.deadLetterTargetArn),
    maxReceiveCount: Number(policy.maxReceiveCount),
  };
};

/** Queues with what decides how they behave; defaults are those of SQS. */
export const readQueues = (template: Template): readonly LocalQueue[] =>
  template.resources('AWS::SQS::Queue').map((resource) => {
    const properties = new Properties(template, resource);
    const redrive = redriveOf(properties);
    const keyArn = keyArnOf(template, properties.optional('KmsMasterKeyId'));
    return {
      path: properties.path,
      name: properties.attribute('QueueName'),
      arn: properties.attribute('Arn'),
      // Its address depends on the gateway's port, which may not be chosen yet.
      get url() {
        return properties.ref;
      },
      fifo: properties.flag('FifoQueue'),
      contentBasedDeduplication: properties.flag('ContentBasedDeduplication'),
      deduplicationPerGroup: properties.optional('DeduplicationScope') === 'messageGroup',
      visibilityTimeoutSeconds: properties.number('VisibilityTimeout', 30),
      delaySeconds: properties.number('DelaySeconds', 0),
      retentionSeconds: properties.number('MessageRetentionPeriod', 345_600),
      receiveWaitSeconds: properties.number('ReceiveMessageWaitTimeSeconds', 0),
      maximumMessageBytes: properties.number('MaximumMessageSize', 1_048_576),
      ...(redrive === undefined ? {} : { redrive }),
      ...(keyArn === undefined ? {} : { keyArn }),
    };
  });
