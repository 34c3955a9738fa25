import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DataStack } from '../stacks/DataStack.ts';
import { eachMinute } from './eachMinute.ts';
import type { FailureQueue } from './FailureQueue.ts';
import type { ServiceFunction } from './ServiceFunction.ts';
import type { WorkQueue } from './WorkQueue.ts';

export interface HourKeepers {
  readonly releaseHeld: ServiceFunction;
  readonly reportDuty: ServiceFunction;
  readonly watchCalendar: ServiceFunction;
  readonly data: DataStack;
  readonly city: string;
  readonly turns: WorkQueue;
  readonly ticks: WorkQueue;
  readonly failures: FailureQueue;
}

/** What hangs on the city's hours and days: the end of the night, the end of a working day, a year's working days. */
export const keepHours = (scope: Construct, parts: HourKeepers): void => {
  const { releaseHeld, reportDuty, watchCalendar, data, city, turns, ticks, failures } = parts;
  releaseHeld
    .readsTable(data.table, 'Query')
    .writesTable(data.table, 'BatchWriteItem')
    .sendsTo('TURN_QUEUE_URL', turns.queue);
  reportDuty.sendsTo('TURN_QUEUE_URL', turns.queue);
  watchCalendar.sendsTo('TICK_QUEUE_URL', ticks.queue);
  for (const each of [reportDuty, watchCalendar])
    each
      .readsTable(data.table, 'GetItem', 'Query')
      .writesTable(data.table, 'PutItem')
      .getsCities(data.cities, city);
  // A rule of its own: one takes five targets at most.
  new Rule(scope, 'EachMinuteOfHours', {
    description:
      'Looks whether the night or a working day is over, and whether other working days were announced',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [releaseHeld, reportDuty, watchCalendar].map((each) => eachMinute(each, failures)),
  });
};
