import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface AlarmSettings {
  readonly metric: IMetric;
  /** Rings when the metric is this or more (with `below`: less than this). */
  readonly from: number;
  readonly below?: true;
  /** Periods in a row that it takes; 1 when absent. */
  readonly periods?: number;
  /** What the operator reads. */
  readonly says: string;
  readonly action: IAlarmAction;
}

/** An alarm that tells somebody. Silence is calm, except where the metric is a pulse (`below`). */
export const alarmWhen = (scope: Construct, id: string, settings: AlarmSettings): Alarm => {
  const pulse = settings.below === true;
  const alarm = new Alarm(scope, id, {
    alarmDescription: settings.says,
    metric: settings.metric,
    threshold: settings.from,
    evaluationPeriods: settings.periods ?? 1,
    comparisonOperator: pulse
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: pulse ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(settings.action);
  alarm.addOkAction(settings.action);
  return alarm;
};
