import { setTimeout } from 'node:timers/promises';
import { answerTurn } from '../../bots/engine/answerTurn.ts';
import type { Session } from '../../bots/engine/Session.ts';
import { takeTurn } from '../../bots/takeTurn.ts';
import type { Deliver } from '../../shared/application/ports.ts';
import { turnBodySchema } from '../../shared/contracts/turn.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSockets } from '../../shared/store/dynamo/dynamoSockets.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { queueDoor } from '../middleware/queueDoor.ts';
import { inspectPhoto } from '../outlets/inspectPhoto.ts';
import { signPhoto } from '../outlets/photos.ts';
import { pushToSockets } from '../outlets/pushToSockets.ts';
import { queueReplies } from '../outlets/replyQueue.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment(
  'CITY',
  'CITY_BUCKET',
  'TABLE_NAME',
  'PHOTO_BUCKET',
  'REPLY_QUEUE_URL',
  'SOCKET_ENDPOINT',
  'DEAD_LETTER_URL',
);
const table = openTable(env.TABLE_NAME);

const toSockets = pushToSockets(env.SOCKET_ENDPOINT, {
  sockets: dynamoSockets(table),
  signPhoto: signPhoto(env.PHOTO_BUCKET),
  onFault: (fault) => log.warn('a push did not arrive; the page will fetch', fault as Error),
});
const toHosts = queueReplies(env.REPLY_QUEUE_URL);

/** Messages of one turn belong to one conversation, and it to one channel. */
const deliver: Deliver = (messages) =>
  messages[0]?.conversation.startsWith('web:') ? toSockets(messages) : toHosts(messages);

const take = takeTurn({
  cases: dynamoCases(table),
  talks: dynamoTalks<Session>(table),
  rows: dynamoRows(table),
  cities: cityOfTable(table, env),
  now: Date.now,
  pause: setTimeout,
  inspectPhoto: inspectPhoto(env.PHOTO_BUCKET),
  deliver,
  dialog: answerTurn,
});

/** SQS turns: one message of a conversation, in its order. */
export const handler = queueDoor(
  { schema: turnBodySchema, deadLetterUrl: env.DEAD_LETTER_URL, fifo: true },
  async (turn) => {
    log.appendKeys({ correlation: turn.correlation });
    await take(turn);
    log.info('a turn was taken', { kind: turn.said.kind });
  },
);
