import { z } from 'zod';
import { channelSchema, conversationSchema, inboundSchema } from '../../shared/contracts/turn.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { verifyHost } from '../middleware/hostSignature.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody, readPath } from '../middleware/readRequest.ts';
import { isPhotoOf } from '../outlets/photos.ts';
import { sendTurn } from '../outlets/sendTurn.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { HOST_SECRET_ARN, TURN_QUEUE_URL } = environment('HOST_SECRET_ARN', 'TURN_QUEUE_URL');
const readSecret = secret(HOST_SECRET_ARN);
const send = sendTurn(TURN_QUEUE_URL);

const bodySchema = z.strictObject({ conversation: conversationSchema, ...inboundSchema.shape });
/** A host speaks for people of its own product only; nobody else's. */
const hostedSchema = channelSchema.exclude(['web']);

/** POST /channels/{channel}/turns, signed by the channel's host. */
export const handler = httpDoor(async ({ event, correlation }) => {
  verifyHost(event, await readSecret());
  const channel = readPath(event, 'channel', hostedSchema);
  const { conversation, id, said } = readBody(event, bodySchema);
  const foreignPhoto = said.kind === 'photo' && !isPhotoOf(said.key, conversation);
  if (!conversation.startsWith(`${channel}:`) || foreignPhoto)
    throw new DoorError(403, 'notYours', {
      message: `The host of ${channel} cannot speak for this conversation.`,
      field: foreignPhoto ? 'said.key' : 'conversation',
    });
  await send({ v: 1, id, conversation, at: Date.now(), correlation, said });
  return { status: 202, body: { id } };
});
