import { type Alarm, type IAlarmAction, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { alarmWhen } from '../constructs/alarmWhen.ts';
import { CityDashboard } from '../constructs/CityDashboard.ts';
import { ownMetric } from '../constructs/ownMetric.ts';
import { type FunctionName, functionNames } from '../functions.ts';
import { acknowledge } from '../nag/acknowledge.ts';
import { phrases } from '../phrases.ts';
import { type StageName, settingsOf } from '../stage.ts';
import type { DataStack } from './DataStack.ts';
import type { ServiceStack } from './ServiceStack.ts';

export interface Watched extends StackProps {
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** Who gets the alarms; more can subscribe to the topic later. */
  readonly email?: string | undefined;
}

const minutes = (count: number): { period: Duration } => ({ period: Duration.minutes(count) });

/** Functions nobody waits for: an error of theirs shows nowhere else. */
const workers = [
  'takeTurn',
  'tickCase',
  'notify',
  'project',
  'sweepDue',
  'watchPosts',
  'handOver',
  'releaseHeld',
  'reportDuty',
  'watchCalendar',
] as const satisfies readonly FunctionName[];

/** Tells somebody when the system does not do what it promised, and shows how it is doing. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, stage: StageName, watched: Watched) {
    const { data, service, email, ...props } = watched;
    super(scope, id, props);
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    if (email !== undefined) {
      const subscription = topic.addSubscription(new EmailSubscription(email));
      acknowledge(
        subscription,
        'Serverless-SNSRedrivePolicy',
        'A mail that cannot be delivered changes nothing about the alarm, which stays in its state on the dashboard.',
      );
    }
    const action = new SnsAction(topic);
    const alarms = [
      ...[service.turns, service.ticks, service.handOvers, service.replies].flatMap((queue) =>
        queue.watchedFrom(this, action),
      ),
      ...[
        service.streamFailures,
        service.sweepFailures,
        service.watchFailures,
        service.hoursFailures,
      ].flatMap((queue) => queue.watchedFrom(this, action)),
      ...this.watchFunctions(service, stage, action),
      ...this.watchTable(data, action),
      ...this.watchClock(service, stage, action),
    ];
    new CityDashboard(this, 'Dashboard', stage, { data, service, alarms });
  }

  private watchFunctions(service: ServiceStack, stage: StageName, action: IAlarmAction): Alarm[] {
    const failing = workers.map((name) =>
      alarmWhen(this, `${name}Errors`, {
        metric: service.functions[name].lambda.metricErrors(minutes(5)),
        from: 3,
        says: phrases.workerErrors(name),
        action,
      }),
    );
    const behind = (['notify', 'project'] as const).map((name) =>
      alarmWhen(this, `${name}Behind`, {
        metric: service.functions[name].lambda.metric('IteratorAge', {
          ...minutes(1),
          statistic: Stats.MAXIMUM,
        }),
        from: 120_000,
        periods: 2,
        says: phrases.streamBehind(name),
        action,
      }),
    );
    // An alarm takes ten metrics at most.
    const tens = Array.from({ length: Math.ceil(functionNames.length / 10) }, (_, i) =>
      functionNames.slice(10 * i, 10 * i + 10),
    );
    const throttled = tens.map((names, i) =>
      alarmWhen(this, `Throttled${i + 1}`, {
        metric: new MathExpression({
          expression: 'SUM(METRICS())',
          usingMetrics: Object.fromEntries(
            names.map((name) => [name, service.functions[name].lambda.metricThrottles(minutes(5))]),
          ),
          ...minutes(5),
        }),
        from: 1,
        says: phrases.throttled,
        action,
      }),
    );
    const doors = alarmWhen(this, 'DoorErrors', {
      metric: service.http.stage.metricServerError({ ...minutes(5), statistic: Stats.SUM }),
      from: 3,
      says: phrases.doorErrors,
      action,
    });
    // One only keeps a message, the other answers it too.
    const slow = [['postTurn', 3_000] as const, ['hostTurn', 1_000] as const].map(([name, from]) =>
      alarmWhen(this, `${name}Slow`, {
        metric: service.functions[name].lambda.metricDuration({ ...minutes(5), statistic: Stats.p(99) }),
        from,
        // One cold start in a quiet night is not three in a row.
        periods: 3,
        says: phrases.slowIntake(name, from / 1_000),
        action,
      }),
    );
    const putOff = alarmWhen(this, 'TurnsPutOff', {
      metric: ownMetric('TurnsPutOff', 'postTurn', stage, Stats.SUM),
      from: 3,
      says: phrases.turnsPutOff,
      action,
    });
    const guessing = alarmWhen(this, 'BindingTries', {
      metric: new MathExpression({
        expression: 'SUM(METRICS())',
        usingMetrics: Object.fromEntries(
          (['postTurn', 'takeTurn'] as const).map((name) => [
            name,
            ownMetric('BindingTriesWrong', name, stage, Stats.SUM).with(minutes(60)),
          ]),
        ),
        ...minutes(60),
      }),
      from: 50,
      says: phrases.bindingTries,
      action,
    });
    return [...failing, ...behind, ...throttled, doors, ...slow, putOff, guessing];
  }

  private watchTable(data: DataStack, action: IAlarmAction): Alarm[] {
    const operations = [
      Operation.GET_ITEM,
      Operation.QUERY,
      Operation.PUT_ITEM,
      Operation.UPDATE_ITEM,
      Operation.DELETE_ITEM,
      Operation.TRANSACT_WRITE_ITEMS,
      Operation.BATCH_WRITE_ITEM,
      Operation.BATCH_GET_ITEM,
    ];
    return [
      alarmWhen(this, 'TableThrottled', {
        metric: data.table.metricThrottledRequestsForOperations({ operations, ...minutes(5) }),
        from: 1,
        says: phrases.tableThrottled,
        action,
      }),
      alarmWhen(this, 'TableErrors', {
        metric: data.table.metricSystemErrorsForOperations({ operations, ...minutes(5) }),
        from: 5,
        says: phrases.tableErrors,
        action,
      }),
    ];
  }

  private watchClock(service: ServiceStack, stage: StageName, action: IAlarmAction): Alarm[] {
    return [
      alarmWhen(this, 'DueLate', {
        metric: ownMetric('DueLatenessSeconds', 'tickCase', stage, Stats.p(99)),
        from: 180,
        says: phrases.dueLate,
        action,
      }),
      alarmWhen(this, 'SweepStopped', {
        metric: service.functions.sweepDue.lambda.metricInvocations(minutes(5)),
        from: 1,
        below: true,
        says: phrases.sweepStopped,
        action,
      }),
      alarmWhen(this, 'WatchStopped', {
        metric: service.functions.watchPosts.lambda.metricInvocations(minutes(5)),
        from: 1,
        below: true,
        says: phrases.watchStopped,
        action,
      }),
      ...(['releaseHeld', 'reportDuty', 'watchCalendar'] as const).map((name) =>
        alarmWhen(this, `${name}Stopped`, {
          metric: service.functions[name].lambda.metricInvocations(minutes(5)),
          from: 1,
          below: true,
          says: phrases.hoursStopped[name],
          action,
        }),
      ),
      alarmWhen(this, 'DutyUnreached', {
        metric: ownMetric('DutyUnreached', 'reportDuty', stage, Stats.SUM),
        from: 1,
        says: phrases.dutyUnreached,
        action,
      }),
      alarmWhen(this, 'Overdue', {
        metric: ownMetric('CasesOverdue', 'tickCase', stage, Stats.SUM).with(minutes(60)),
        from: settingsOf(stage).overdueAlarm,
        says: phrases.overdue,
        action,
      }),
    ];
  }
}
