import { setTimeout } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { takeTurn } from '../../bots/takeTurn.ts';
import type { TalkRecord } from '../../shared/application/ports.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import { type TurnAnswer, webTurnSchema } from '../../shared/contracts/web.ts';
import { shortId } from '../../shared/domain/case/chain.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { log } from '../middleware/log.ts';
import { metrics } from '../middleware/metrics.ts';
import { readBody } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { isPhotoOf, signPhoto } from '../outlets/photos.ts';
import { toWire } from '../outlets/toWire.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';
import { talkWorld } from '../wiring/talkWorld.ts';

const env = environment(
  'WEB_SECRET_ARN',
  'TURN_QUEUE_URL',
  'CITY',
  'CITY_BUCKET',
  'TABLE_NAME',
  'PHOTO_BUCKET',
  'SOCKET_ENDPOINT',
  'BOARD_NAMES',
  'PUBLIC_URL',
);
const readSecret = secret(env.WEB_SECRET_ARN);
const { world, push } = talkWorld(env);
const { send } = world;
const wire = toWire(signPhoto(env.PHOTO_BUCKET));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A person is not kept waiting longer: the queue goes on with it. */
const PATIENCE = 6_000;

/** POST /web/turns: taken and answered at once; where that fails, kept in the queue. The token says who speaks, never the body. */
export const handler = httpDoor(async ({ event, correlation }) => {
  const conversation = await readBearer(event, await readSecret());
  const { id, said, page, after, upTo, at } = readBody(event, webTurnSchema);
  if (said.kind === 'photo' && !isPhotoOf(said.key, conversation))
    throw new DoorError(403, 'notYours', { message: '这张照片不是在这里上传的。', field: 'said.key' });
  const turn: Turn = {
    v: 1,
    id,
    conversation,
    at: saidAt(at),
    correlation,
    said,
    ...(upTo === undefined ? {} : { upTo }),
  };
  const record = (await isWaiting(conversation, after)) ? await send(turn) : await takeNow(turn, page);
  const body: TurnAnswer = record ? { id, messages: [...(await wire(record))] } : { id };
  return { status: record ? 200 : 202, body };
});

/** Whether what the person said before is still in the queue: what they say now goes behind it. */
const isWaiting = async (conversation: string, before: string | undefined): Promise<boolean> => {
  if (before === undefined) return false;
  try {
    const latest = await world.talks.latest(conversation);
    return latest?.session.seen.includes(shortId(before)) !== true;
  } catch (fault) {
    log.error('whether a turn must wait is not known; it waits', fault as Error);
    return true;
  }
};

/** The page's own clock, if it can be right: a case's number follows from it, so that a repetition asks for the same one. */
const saidAt = (at: number | undefined, now = Date.now()): number =>
  at !== undefined && at > now - DAY && at < now + MINUTE ? at : now;

/** Undefined when it did not go: the queue has it then, with its repetitions and its alarms. */
const takeNow = async (turn: Turn, page: string | undefined): Promise<TalkRecord | undefined> => {
  const take = takeTurn({ ...world, deliver: (messages) => push(messages, page) });
  const late = new AbortController();
  try {
    const record = await Promise.race([take(turn), tooLate(late.signal)]);
    log.info('a turn was taken', { kind: turn.said.kind });
    return record;
  } catch (fault) {
    log.error('a turn could not be taken at once and goes to the queue', fault as Error);
    metrics.addMetric('TurnsPutOff', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
    await send(turn);
    return undefined;
  } finally {
    late.abort();
  }
};

const tooLate = async (signal: AbortSignal): Promise<never> => {
  await setTimeout(PATIENCE, undefined, { signal });
  throw new Error(`A turn took more than ${PATIENCE} ms`);
};
