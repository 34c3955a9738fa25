import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { watchPosts } from '../../shared/application/watchPosts.ts';
import { dynamoCityVersions } from '../../shared/store/dynamo/dynamoCityVersions.ts';
import { dynamoPostsMark } from '../../shared/store/dynamo/dynamoPostsMark.ts';
import { dynamoWorkedBodies } from '../../shared/store/dynamo/dynamoWorkedBodies.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { sendHandOvers } from '../outlets/sendHandOvers.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { tellOfTable } from '../wiring/tellOfTable.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TURN_QUEUE_URL', 'HANDOVER_QUEUE_URL');
const table = openTable(env.TABLE_NAME);
const versions = dynamoCityVersions(table);
const cities = cityOfTable(table, env);
const tell = tellOfTable(table, cities, env.TURN_QUEUE_URL);
const watch = watchPosts({
  pointer: () => versions.pointer(env.CITY),
  mark: dynamoPostsMark(table, env.CITY),
  worked: dynamoWorkedBodies(table, env.CITY),
  under: cities.under,
  staffingLines: (most) => versions.staffingLines(env.CITY, most),
  sendHandOvers: sendHandOvers(env.HANDOVER_QUEUE_URL),
  sendTurns: async (turns) => void (await tell(turns)),
  now: Date.now,
});

/** Each minute: where others answer for a post than before, what is open in it is told. */
export const handler = middy<unknown, void, Error, Context>()
  .before(({ context }) => beginLog(context))
  .handler(async () => {
    const { did, posts } = await watch();
    if (did === 'saw') log.info('others answer for some posts, or another day has begun');
    if (did === 'sent') log.info('changes of posts were sent', { posts });
  });
