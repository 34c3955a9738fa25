import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { sweepDue } from '../../shared/application/sweepDue.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { sendTicks } from '../outlets/sendTicks.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'TICK_QUEUE_URL');
const sweep = sweepDue({
  listDue: dynamoCases(openTable(env.TABLE_NAME)).listDue,
  sendTicks: sendTicks(env.TICK_QUEUE_URL),
  now: Date.now,
});

/** Each minute: what falls due until the next sweep is sent to be looked at, each at its second. What was sent is known while this lives. */
export const handler = middy<unknown, void, Error, Context>()
  .before(({ context }) => beginLog(context))
  .handler(async (_event, context) => {
    const { sent, again, stopped, oldestLateness } = await sweep(() => context.getRemainingTimeInMillis());
    const figures = { sent, again, oldestLatenessSeconds: Math.round(oldestLateness / 1000) };
    if (stopped) log.warn('there was no time for all that is due: the next sweep goes on', figures);
    else if (sent > 0) log.info('ticks were sent', figures);
  });
