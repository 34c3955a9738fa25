import { z } from 'zod';
import { verifyHost } from '../middleware/hostSignature.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readQuery } from '../middleware/readRequest.ts';
import { signPhoto } from '../outlets/photos.ts';
import { receiveReplies } from '../outlets/replyQueue.ts';
import { toFrame } from '../outlets/toFrame.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { HOST_SECRET_ARN, REPLY_QUEUE_URL, PHOTO_BUCKET } = environment(
  'HOST_SECRET_ARN',
  'REPLY_QUEUE_URL',
  'PHOTO_BUCKET',
);
const readSecret = secret(HOST_SECRET_ARN);
const receive = receiveReplies(REPLY_QUEUE_URL);
const frame = toFrame(signPhoto(PHOTO_BUCKET));

/** Seconds to wait for the first message; the function must answer before the API gives up. */
const querySchema = z.strictObject({ wait: z.coerce.number().int().min(0).max(20).default(10) });

/** GET /channels/{channel}/replies, signed: what waits for the host, which sends it and then acknowledges. */
export const handler = httpDoor(async ({ event }) => {
  verifyHost(event, await readSecret());
  const { wait } = readQuery(event, querySchema);
  const waiting = await receive(wait);
  const replies = await Promise.all(
    waiting.map(async ({ receipt, message }) => ({ receipt, message: await frame(message) })),
  );
  return { status: 200, body: { replies } };
});
