import { type Alarm, type IAlarmAction, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '../nag/acknowledge.ts';
import { phrases, type QueueName } from '../phrases.ts';
import { alarmWhen } from './alarmWhen.ts';
import type { ServiceFunction } from './ServiceFunction.ts';

export interface WorkQueueSettings {
  /** In order within a group, each id once within five minutes. */
  readonly fifo?: true;
  /** Seconds a message may be worked on before it is handed out again. */
  readonly visibility: number;
  /** Seconds after which the oldest message is an alarm. */
  readonly lateAfter: number;
}

/** Times a message is handed out before it is set aside. */
const ATTEMPTS = 5;
const KEPT = Duration.days(14);

/** A queue with all that a queue must have: a dead-letter queue, both alarms, encryption, TLS only. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly #name: QueueName;
  readonly deadLetters: Queue;
  readonly #lateAfter: number;

  constructor(scope: Construct, id: QueueName, settings: WorkQueueSettings) {
    super(scope, id);
    this.#name = id;
    this.#lateAfter = settings.lateAfter;
    // SQS's own encryption: a customer key would cost more in KMS requests than the queue does.
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEPT,
      // What was acknowledged must outlive a queue that is replaced or a stack that is deleted.
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const fifo = {
      fifo: true,
      contentBasedDeduplication: false,
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, ...(settings.fifo ? fifo : {}) });
    acknowledge(
      this.deadLetters,
      'Serverless-SQSRedrivePolicy',
      'This is the dead-letter queue: from here a person decides, told by its alarm.',
    );
    this.queue = new Queue(this, 'Queue', {
      ...common,
      ...(settings.fifo ? fifo : {}),
      visibilityTimeout: Duration.seconds(settings.visibility),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: ATTEMPTS },
    });
  }

  /** Lets a function work off the queue, so many (ten) at a time, each record answered for itself; it may also set one aside at once. */
  workedBy(consumer: ServiceFunction, concurrency: number, batchSize = 10): void {
    consumer
      .may(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [this.queue.queueArn])
      .sendsTo('DEAD_LETTER_URL', this.deadLetters);
    const mapping = new EventSourceMapping(consumer, this.#name, {
      target: consumer.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      reportBatchItemFailures: true,
      maxConcurrency: concurrency,
    });
    acknowledge(
      mapping,
      'Serverless-LambdaEventSourceMappingDestination',
      'SQS mappings have no on-failure destination; the queue has its dead-letter queue instead.',
    );
  }

  /** Makes the queue's alarms in the scope that watches. */
  watchedFrom(scope: Construct, action: IAlarmAction): Alarm[] {
    const name = this.#name;
    const late = alarmWhen(scope, `${name}Late`, {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      from: this.#lateAfter,
      periods: 2,
      says: phrases.late(name, this.#lateAfter),
      action,
    });
    return [late, deadLetterAlarm(scope, name, this.deadLetters, action)];
  }
}

/** One message set aside is one person not answered, or one case standing still. */
export const deadLetterAlarm = (
  scope: Construct,
  name: QueueName,
  queue: Queue,
  action: IAlarmAction,
): Alarm =>
  alarmWhen(scope, `${name}DeadLetters`, {
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: Stats.MAXIMUM,
    }),
    from: 1,
    says: phrases.deadLetters(name),
    action,
  });
