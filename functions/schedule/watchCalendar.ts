import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { watchCalendar } from '../../shared/application/watchCalendar.ts';
import { dynamoCalendarMark } from '../../shared/store/dynamo/dynamoCalendarMark.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { sendTicks } from '../outlets/sendTicks.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TICK_QUEUE_URL');
const table = openTable(env.TABLE_NAME);
const versions = dynamoCityVersions(table);
const watch = watchCalendar({
  pointer: () => versions.pointer(env.CITY),
  cities: cityOfTable(table, env),
  rows: dynamoRows(table),
  mark: dynamoCalendarMark(table, env.CITY),
  sendTicks: sendTicks(env.TICK_QUEUE_URL),
  now: Date.now,
});

/** Each minute: when other working days were announced, the open cases whose deadlines waited for them are looked at. */
export const handler = middy<unknown, void, Error, Context>()
  .before(({ context }) => beginLog(context))
  .handler(async (_event, context) => {
    const { did, sent, cut } = await watch(() => context.getRemainingTimeInMillis());
    if (did === 'saw') log.info('other working days are in force');
    if (did === 'looked') log.info('cases with provisional deadlines were sent to be looked at', { sent });
    if (did === 'stopped') log.warn('there was no time for all streets: the next run goes on', { sent });
    if (cut) log.warn('a street has more open cases than are read: not all were looked at', { sent });
  });
