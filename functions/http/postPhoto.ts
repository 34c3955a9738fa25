import { photoRequestSchema } from '../../shared/contracts/web.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { offerUpload } from '../outlets/photos.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { WEB_SECRET_ARN, PHOTO_BUCKET } = environment('WEB_SECRET_ARN', 'PHOTO_BUCKET');
const readSecret = secret(WEB_SECRET_ARN);
const offer = offerUpload(PHOTO_BUCKET);

/** POST /web/photos: where to upload one photo. */
export const handler = httpDoor(async ({ event }) => {
  const conversation = await readBearer(event, await readSecret());
  const { type } = readBody(event, photoRequestSchema);
  return { status: 201, body: await offer(conversation, type) };
});
