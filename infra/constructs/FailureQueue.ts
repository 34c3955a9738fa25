import type { Alarm, IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '../nag/acknowledge.ts';
import type { QueueName } from '../phrases.ts';
import { deadLetterAlarm } from './WorkQueue.ts';

const reason = 'This is itself where failures end: from here a person decides, told by its alarm.';

/** Where a stream mapping or an asynchronous invocation puts what it gave up. */
export class FailureQueue extends Construct {
  readonly queue: Queue;
  readonly #name: QueueName;

  constructor(scope: Construct, id: QueueName) {
    super(scope, id);
    this.#name = id;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.queue, 'Serverless-SQSRedrivePolicy', reason);
    acknowledge(this.queue, 'AwsSolutions-SQS3', reason);
  }

  watchedFrom(scope: Construct, action: IAlarmAction): Alarm[] {
    return [deadLetterAlarm(scope, this.#name, this.queue, action)];
  }
}
