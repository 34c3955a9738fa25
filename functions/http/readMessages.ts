import { type MessagesAnswer, messagesQuerySchema } from '../../shared/contracts/web.ts';
import { dynamoTalks } from '../../shared/store/dynamo/dynamoTalks.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readQuery } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { signPhoto } from '../outlets/photos.ts';
import { toWire } from '../outlets/toWire.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const { WEB_SECRET_ARN, TABLE_NAME, PHOTO_BUCKET } = environment(
  'WEB_SECRET_ARN',
  'TABLE_NAME',
  'PHOTO_BUCKET',
);
const readSecret = secret(WEB_SECRET_ARN);
const talks = dynamoTalks(openTable(TABLE_NAME));
const wired = toWire(signPhoto(PHOTO_BUCKET));

/** GET /web/messages: what was said after a position, by the person and to the person, oldest first. */
export const handler = httpDoor(async ({ event }) => {
  const conversation = await readBearer(event, await readSecret());
  const { after, limit } = readQuery(event, messagesQuerySchema);
  const records = await talks.after(conversation, after, limit);
  const messages = (await Promise.all(records.map(wired))).flat();
  const body: MessagesAnswer = { messages, next: records.at(-1)?.seq ?? after };
  return { status: 200, body };
});
