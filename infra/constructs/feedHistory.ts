import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { TABLE } from '../../shared/contracts/table.ts';
import type { FailureQueue } from './FailureQueue.ts';
import type { ServiceFunction } from './ServiceFunction.ts';

/** Feeds a function every new entry of any case's history, in the order of each case. */
export const feedHistory = (table: Table, reader: ServiceFunction, failures: FailureQueue): void => {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error('The table has no stream to feed from');
  reader
    .may(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream])
    // IAM knows no narrower resource for it, and Lambda refuses the mapping without it.
    .may(['dynamodb:ListStreams'], ['*'])
    .may(['sqs:SendMessage'], [failures.queue.queueArn]);
  new EventSourceMapping(reader, 'History', {
    target: reader.lambda,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { [TABLE.sortKey]: { S: FilterRule.beginsWith(TABLE.entryPrefix) } } },
      }),
    ],
    batchSize: 100,
    // A person sees it sooner, and ten shares of one shard keep the order of each case.
    parallelizationFactor: 10,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 20,
    maxRecordAge: Duration.hours(6),
    onFailure: { bind: () => ({ destination: failures.queue.queueArn }) },
  });
};
