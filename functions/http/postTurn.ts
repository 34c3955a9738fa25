import { inboundSchema } from '../../shared/contracts/turn.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { isPhotoOf } from '../outlets/photos.ts';
import { sendTurn } from '../outlets/sendTurn.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { WEB_SECRET_ARN, TURN_QUEUE_URL } = environment('WEB_SECRET_ARN', 'TURN_QUEUE_URL');
const readSecret = secret(WEB_SECRET_ARN);
const send = sendTurn(TURN_QUEUE_URL);

/** POST /web/turns: acknowledged means kept. The token says who speaks, never the body. */
export const handler = httpDoor(async ({ event, correlation }) => {
  const conversation = await readBearer(event, await readSecret());
  const { id, said } = readBody(event, inboundSchema);
  if (said.kind === 'photo' && !isPhotoOf(said.key, conversation))
    throw new DoorError(403, 'notYours', { message: '这张照片不是在这里上传的。', field: 'said.key' });
  await send({ v: 1, id, conversation, at: Date.now(), correlation, said });
  return { status: 202, body: { id } };
});
