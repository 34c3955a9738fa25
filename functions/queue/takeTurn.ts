import { takeTurn } from '../../bots/takeTurn.ts';
import { turnBodySchema } from '../../shared/contracts/turn.ts';
import { log } from '../middleware/log.ts';
import { queueDoor } from '../middleware/queueDoor.ts';
import { queueReplies } from '../outlets/replyQueue.ts';
import { environment } from '../wiring/environment.ts';
import { talkWorld } from '../wiring/talkWorld.ts';

const env = environment(
  'CITY',
  'CITY_BUCKET',
  'TABLE_NAME',
  'PHOTO_BUCKET',
  'REPLY_QUEUE_URL',
  'TURN_QUEUE_URL',
  'SOCKET_ENDPOINT',
  'DEAD_LETTER_URL',
  'BOARD_NAMES',
  'PUBLIC_URL',
);
const { world, push } = talkWorld(env);
const toHosts = queueReplies(env.REPLY_QUEUE_URL);

const take = takeTurn({
  ...world,
  // Messages of one turn belong to one conversation, and it to one channel.
  deliver: (messages) => (messages[0]?.conversation.startsWith('web:') ? push(messages) : toHosts(messages)),
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
