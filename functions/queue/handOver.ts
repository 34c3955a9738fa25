import { setTimeout } from 'node:timers/promises';
import { handOver } from '../../shared/application/handOver.ts';
import { handOverBodySchema } from '../../shared/contracts/handOver.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoWorkedBodies } from '../../shared/store/dynamo/dynamoWorkedBodies.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { queueDoor } from '../middleware/queueDoor.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { tellOfTable } from '../wiring/tellOfTable.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TURN_QUEUE_URL', 'DEAD_LETTER_URL');
const table = openTable(env.TABLE_NAME);
const cities = cityOfTable(table, env);
const tell = tellOfTable(table, cities, env.TURN_QUEUE_URL);
const hand = handOver({
  cases: dynamoCases(table),
  rows: dynamoRows(table),
  worked: dynamoWorkedBodies(table, env.CITY),
  cities,
  under: cities.under,
  sendTurns: async (turns) => void (await tell(turns)),
  onMissing: (number) => log.warn('a list names a case that is not there', { number }),
  now: Date.now,
  pause: setTimeout,
});

/** SQS hand-overs: the open cases of some posts are told that others answer for them, and the people how many. */
export const handler = queueDoor(
  { schema: handOverBodySchema, deadLetterUrl: env.DEAD_LETTER_URL, fifo: true },
  async (body, context) => {
    log.appendKeys({ correlation: body.change });
    const { cases, missing } = await hand(body, () => context.getRemainingTimeInMillis());
    log.info('posts were handed over', { posts: body.posts.length, cases, missing });
  },
);
