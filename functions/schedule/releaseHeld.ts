import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { releaseHeld } from '../../shared/application/releaseHeld.ts';
import { dynamoHeldNotices } from '../../shared/store/dynamo/dynamoHeldNotices.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { sendTurns } from '../outlets/sendTurn.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'TURN_QUEUE_URL');
const release = releaseHeld({
  held: dynamoHeldNotices(openTable(env.TABLE_NAME)),
  send: sendTurns(env.TURN_QUEUE_URL),
  now: Date.now,
});

/** Each minute: what waited for the end of the quiet hours is told when they are over. */
export const handler = middy<unknown, void, Error, Context>()
  .before(({ context }) => beginLog(context))
  .handler(async (_event, context) => {
    const { sent, stopped } = await release(() => context.getRemainingTimeInMillis());
    if (stopped) log.warn('there was no time for all that waited: the next run goes on', { sent });
    else if (sent > 0) log.info('what waited was told', { sent });
  });
