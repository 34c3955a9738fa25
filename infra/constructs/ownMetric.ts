import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { FunctionName } from '../functions.ts';
import type { StageName } from '../stage.ts';

/** What functions write into their log as embedded metrics: service is the function, stage the deployment, and nothing finer. */
export type OwnMetric =
  | 'DueLatenessSeconds'
  | 'CasesOverdue'
  | 'TurnsPutOff'
  | 'BindingTriesWrong'
  | 'DutyUnreached';

export const ownMetric = (
  name: OwnMetric,
  service: FunctionName,
  stage: StageName,
  statistic: string,
): Metric =>
  new Metric({
    namespace: 'Wangge',
    metricName: name,
    dimensionsMap: { service, stage },
    statistic,
    period: Duration.minutes(5),
  });
