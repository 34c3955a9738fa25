import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import type { FailureQueue } from './FailureQueue.ts';
import type { ServiceFunction } from './ServiceFunction.ts';

/** A function as a target of each minute. The next run finds what this one missed: an old one is not worth running late. */
export const eachMinute = (worker: ServiceFunction, failures: FailureQueue): FunctionTarget => {
  worker.may(['sqs:SendMessage'], [failures.queue.queueArn]);
  worker.lambda.configureAsyncInvoke({
    retryAttempts: 1,
    maxEventAge: Duration.minutes(1),
    onFailure: { bind: () => ({ destination: failures.queue.queueArn }) },
  });
  return new FunctionTarget(worker.lambda, {
    deadLetterQueue: failures.queue,
    retryAttempts: 1,
    maxEventAge: Duration.minutes(1),
  });
};
