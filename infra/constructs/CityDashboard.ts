import {
  type Alarm,
  AlarmStatusWidget,
  CustomWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { functionNames } from '../functions.ts';
import { phrases } from '../phrases.ts';
import type { DataStack } from '../stacks/DataStack.ts';
import type { ServiceStack } from '../stacks/ServiceStack.ts';
import type { StageName } from '../stage.ts';
import { ownMetric } from './ownMetric.ts';

export interface Shown {
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly alarms: readonly Alarm[];
}

const words = phrases.dashboard;
const minute = { period: Duration.minutes(1) };
const graph = (title: string, left: readonly IMetric[], width = 8): GraphWidget =>
  new GraphWidget({ title, left: [...left], width, height: 6 });

/** One page an operator can leave open: the cases first, then whether anybody is kept waiting, then the machinery. */
export class CityDashboard extends Dashboard {
  constructor(scope: Construct, id: string, stage: StageName, { data, service, alarms }: Shown) {
    super(scope, id, { dashboardName: `wangge-${stage}`, periodOverride: PeriodOverride.AUTO });
    const { http, functions } = service;
    const queues = [service.turns, service.ticks, service.handOvers, service.replies];
    this.addWidgets(
      new CustomWidget({
        title: words.stages,
        functionArn: functions.casesByStage.lambda.functionArn,
        width: 16,
        height: 9,
        // A new size changes nothing in what is drawn.
        updateOnResize: false,
      }),
      new AlarmStatusWidget({ title: words.alarms, alarms: [...alarms], width: 8, height: 9 }),
    );
    this.addWidgets(
      new CustomWidget({
        title: words.map,
        functionArn: functions.cityMap.lambda.functionArn,
        width: 24,
        height: 16,
        // Drawn to the size it has; it shows now, whatever time the dashboard shows.
        updateOnResize: true,
        updateOnTimeRangeChange: false,
      }),
    );
    this.addWidgets(
      graph(
        words.oldest,
        queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage(minute)),
      ),
      graph(
        words.waiting,
        queues.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible(minute)),
      ),
      graph(
        words.deadLetters,
        [
          ...queues.map(({ deadLetters }) => deadLetters),
          service.streamFailures.queue,
          service.sweepFailures.queue,
          service.watchFailures.queue,
          service.hoursFailures.queue,
        ].map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ ...minute, statistic: Stats.MAXIMUM }),
        ),
      ),
    );
    this.addWidgets(
      graph(words.lateness, [
        ownMetric('DueLatenessSeconds', 'tickCase', stage, Stats.p(50)),
        ownMetric('DueLatenessSeconds', 'tickCase', stage, Stats.p(99)),
      ]),
      graph(words.overdue, [
        ownMetric('CasesOverdue', 'tickCase', stage, Stats.SUM).with({ period: Duration.hours(1) }),
      ]),
      graph(
        words.turns,
        [Stats.p(50), Stats.p(99)].map((statistic) =>
          functions.takeTurn.lambda.metricDuration({ ...minute, statistic }),
        ),
      ),
    );
    this.addWidgets(
      graph(words.requests, [
        http.stage.metricCount(minute),
        http.stage.metricClientError(minute),
        http.stage.metricServerError(minute),
      ]),
      graph(
        words.durations,
        [functions.postTurn, functions.hostTurn, functions.readMessages].map(({ lambda }) =>
          lambda.metricDuration({ ...minute, statistic: Stats.p(99) }),
        ),
      ),
      graph(
        words.streams,
        [functions.notify, functions.project].map(({ lambda }) =>
          lambda.metric('IteratorAge', { ...minute, statistic: Stats.MAXIMUM }),
        ),
      ),
    );
    this.addWidgets(
      graph(
        words.errors,
        functionNames.map((name) => functions[name].lambda.metricErrors(minute)),
      ),
      graph(
        words.throttles,
        functionNames.map((name) => functions[name].lambda.metricThrottles(minute)),
      ),
      graph(words.capacity, [
        data.table.metricConsumedReadCapacityUnits(minute),
        data.table.metricConsumedWriteCapacityUnits(minute),
      ]),
    );
  }
}
