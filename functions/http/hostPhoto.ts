import { z } from 'zod';
import { conversationSchema } from '../../shared/contracts/turn.ts';
import { photoRequestSchema } from '../../shared/contracts/web.ts';
import { verifyHost } from '../middleware/hostSignature.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody } from '../middleware/readRequest.ts';
import { offerUpload } from '../outlets/photos.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { HOST_SECRET_ARN, PHOTO_BUCKET } = environment('HOST_SECRET_ARN', 'PHOTO_BUCKET');
const readSecret = secret(HOST_SECRET_ARN);
const offer = offerUpload(PHOTO_BUCKET);

const bodySchema = z.strictObject({ conversation: conversationSchema, ...photoRequestSchema.shape });

/** POST /channels/{channel}/photos, signed: where the host uploads a photo it was sent. */
export const handler = httpDoor(async ({ event }) => {
  verifyHost(event, await readSecret());
  const { conversation, type } = readBody(event, bodySchema);
  return { status: 201, body: await offer(conversation, type) };
});
