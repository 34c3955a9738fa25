import { settingsOf, stageNames } from '../../../infra/stage.ts';
import { flat, type Resource, resourcesOf, targetOf } from './support/assemble.ts';
import { at, type Json } from './support/Json.ts';

describe.each(stageNames)('the watch over stage %s', (stage) => {
  const alarms = resourcesOf(stage, 'AWS::CloudWatch::Alarm');
  const on = (metric: string) => alarms.filter(({ Properties }) => Properties.MetricName === metric);
  const queueOf = ({ Properties }: Resource) =>
    targetOf(stage, 'WatchStack', at(Properties, 'Dimensions', 0, 'Value'));
  const functionOf = ({ Properties }: Resource) =>
    targetOf(stage, 'WatchStack', at(Properties, 'Dimensions', 0, 'Value'))?.replace(
      /^ServiceStack\.(\w+)Function.*/u,
      '$1',
    );

  test('rings at one message in any queue where failures end', () => {
    const final = resourcesOf(stage, 'AWS::SQS::Queue').filter(({ Properties }) => !Properties.RedrivePolicy);
    const ringing = on('ApproximateNumberOfMessagesVisible');
    expect(ringing.map(queueOf).sort()).toEqual(final.map(({ id }) => id).sort());
    for (const { Properties } of ringing) {
      expect(Properties).toMatchObject({
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Statistic: 'Maximum',
        TreatMissingData: 'notBreaching',
      });
    }
  });

  test('rings when the oldest message of any working queue has waited too long', () => {
    const working = resourcesOf(stage, 'AWS::SQS::Queue').filter(
      ({ Properties }) => Properties.RedrivePolicy,
    );
    const ringing = on('ApproximateAgeOfOldestMessage');
    expect(ringing.map(queueOf).sort()).toEqual(working.map(({ id }) => id).sort());
    for (const { Properties } of ringing) expect(Properties.Threshold).toBeLessThanOrEqual(300);
  });

  test('rings when a worker fails, a stream falls behind, or the intake is slow', () => {
    expect(on('Errors').map(functionOf).sort()).toEqual([
      'handOver',
      'notify',
      'project',
      'releaseHeld',
      'reportDuty',
      'sweepDue',
      'takeTurn',
      'tickCase',
      'watchCalendar',
      'watchPosts',
    ]);
    expect(on('IteratorAge').map(functionOf).sort()).toEqual(['notify', 'project']);
    expect(on('Duration').map(functionOf).sort()).toEqual(['hostTurn', 'postTurn']);
    expect(on('5xx')).toHaveLength(1);
  });

  test('rings when any function is throttled', () => {
    const watched = alarms
      .flatMap(({ Properties }) => (Properties.Metrics ?? []) as readonly Json[])
      .filter((metric) => at(metric, 'MetricStat', 'Metric', 'MetricName') === 'Throttles')
      .map((metric) => at(metric, 'MetricStat', 'Metric', 'Dimensions', 0, 'Value'))
      .map((value) => targetOf(stage, 'WatchStack', value));
    const functions = resourcesOf(stage, 'AWS::Lambda::Function').map(({ id }) => id);
    expect(watched.sort()).toEqual(functions.sort());
  });

  test('rings when a due instant is handled three minutes late, by the metric that tickCase writes', () => {
    expect(on('DueLatenessSeconds').map(({ Properties }) => Properties)).toMatchObject([
      {
        Namespace: 'Wangge',
        Dimensions: [
          { Name: 'service', Value: 'tickCase' },
          { Name: 'stage', Value: stage },
        ],
        ExtendedStatistic: 'p99',
        Threshold: 180,
      },
    ]);
  });

  test('rings when what runs each minute has stopped, also when nothing is known of it', () => {
    expect(on('Invocations').map(functionOf).sort()).toEqual([
      'releaseHeld',
      'reportDuty',
      'sweepDue',
      'watchCalendar',
      'watchPosts',
    ]);
    for (const { Properties } of on('Invocations'))
      expect(Properties).toMatchObject({
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      });
  });

  test('rings when somebody could not be told what was not signed for', () => {
    expect(on('DutyUnreached').map(({ Properties }) => Properties)).toMatchObject([
      {
        Namespace: 'Wangge',
        Dimensions: [
          { Name: 'service', Value: 'reportDuty' },
          { Name: 'stage', Value: stage },
        ],
        Threshold: 1,
      },
    ]);
  });

  test('rings at more overdue cases an hour than the stage accepts', () => {
    expect(on('CasesOverdue')[0]?.Properties).toMatchObject({
      Period: 3_600,
      Threshold: settingsOf(stage).overdueAlarm,
    });
  });

  test('rings when many wrong codes are tried within an hour, at whichever function', () => {
    const guessing = alarms.filter(({ id }) => id.startsWith('WatchStack.BindingTries'));
    expect(guessing.map(({ Properties }) => Properties.Threshold)).toEqual([50]);
    const text = JSON.stringify(guessing);
    expect(text.match(/"MetricName":"BindingTriesWrong"/gu)).toHaveLength(2);
    expect(text).toMatch(/"Value":"postTurn".*"Value":"takeTurn"/u);
  });

  test('rings when the table throttles or fails', () => {
    const text = JSON.stringify(alarms.map(({ Properties }) => Properties.Metrics ?? []));
    expect(text).toContain('"MetricName":"ThrottledRequests"');
    expect(text).toContain('"MetricName":"SystemErrors"');
  });

  test('is heard: every alarm says something in Chinese, to a topic that takes TLS only', () => {
    expect(alarms.length).toBeGreaterThan(20);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription).toMatch(/\p{Script=Han}/u);
      expect(targetOf(stage, 'WatchStack', at(Properties, 'AlarmActions', 0))).toMatch(
        /^WatchStack\.Alarms/u,
      );
    }
    expect(JSON.stringify(resourcesOf(stage, 'AWS::SNS::TopicPolicy'))).toContain(
      '"aws:SecureTransport":"false"',
    );
  });

  test('shows on its dashboard the cases by stage and the map, drawn by functions that may only read', () => {
    const [dashboard] = resourcesOf(stage, 'AWS::CloudWatch::Dashboard');
    const body = flat(stage, 'WatchStack', dashboard?.Properties.DashboardBody);
    const endpoints = [...body.matchAll(/"type":"custom".*?"endpoint":"(.*?)"/gu)].map(
      ([, endpoint]) => endpoint,
    );
    expect(endpoints).toEqual([
      expect.stringMatching(/^<ServiceStack\.casesByStageFunction\w+>$/u),
      expect.stringMatching(/^<ServiceStack\.cityMapFunction\w+>$/u),
    ]);
    expect(() => JSON.parse(body)).not.toThrow();
  });
});
