import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { reportDuty } from '../../shared/application/reportDuty.ts';
import { dynamoDutyMark } from '../../shared/store/dynamo/dynamoDutyMark.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { metrics } from '../middleware/metrics.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { tellOfTable } from '../wiring/tellOfTable.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TURN_QUEUE_URL');
const table = openTable(env.TABLE_NAME);
const cities = cityOfTable(table, env);
const report = reportDuty({
  cities,
  rows: dynamoRows(table),
  mark: dynamoDutyMark(table, env.CITY),
  tell: tellOfTable(table, cities, env.TURN_QUEUE_URL),
  now: Date.now,
});

/** Each minute: once a working day is over, superiors hear what was not signed for or not confirmed. */
export const handler = middy<unknown, void, Error, Context>()
  .before(({ context }) => beginLog(context))
  .handler(async () => {
    const done = await report();
    if (!done) return;
    const { told, unreached, cut } = done;
    log.info('what was not taken up was reported', { told, unreached });
    if (cut) log.warn('a street has more open cases than are read: the report is not complete', { told });
    if (unreached.superiors + unreached.cases === 0) return;
    metrics.addMetric('DutyUnreached', MetricUnit.Count, unreached.superiors + unreached.cases);
    metrics.publishStoredMetrics();
  });
