import { z } from 'zod';
import { verifyHost } from '../middleware/hostSignature.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody } from '../middleware/readRequest.ts';
import { removeReplies } from '../outlets/replyQueue.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { HOST_SECRET_ARN, REPLY_QUEUE_URL } = environment('HOST_SECRET_ARN', 'REPLY_QUEUE_URL');
const readSecret = secret(HOST_SECRET_ARN);
const remove = removeReplies(REPLY_QUEUE_URL);

const bodySchema = z.strictObject({ receipts: z.array(z.string().min(1).max(2_000)).min(1).max(10) });

/** POST /channels/{channel}/acks, signed: these were sent. */
export const handler = httpDoor(async ({ event }) => {
  verifyHost(event, await readSecret());
  await remove(readBody(event, bodySchema).receipts);
  return { status: 204 };
});
