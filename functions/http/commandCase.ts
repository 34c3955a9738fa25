import { commandId } from '../../bots/commandId.ts';
import { actorOf } from '../../shared/application/actorOf.ts';
import { commandCase } from '../../shared/application/commandCase.ts';
import { mergeCase } from '../../shared/application/mergeCase.ts';
import { commandRequestSchema } from '../../shared/contracts/command.ts';
import { caseNumberSchema } from '../../shared/contracts/notice.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { answerOutcome } from '../case/answerOutcome.ts';
import { speakerOf } from '../case/speakerOf.ts';
import { takePhotos } from '../case/takePhotos.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody, readPath } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { inspectPhoto } from '../outlets/inspectPhoto.ts';
import { caseWorld } from '../wiring/caseWorld.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const env = environment('WEB_SECRET_ARN', 'TABLE_NAME', 'CITY', 'CITY_BUCKET', 'PHOTO_BUCKET');
const readSecret = secret(env.WEB_SECRET_ARN);
const world = caseWorld(openTable(env.TABLE_NAME), env);
const inspect = inspectPhoto(env.PHOTO_BUCKET);

/** POST /web/cases/{number}/commands: one command by whose turn it is. Sent again under its id it has no second effect. */
export const handler = httpDoor(async ({ event, correlation }) => {
  const conversation = await readBearer(event, await readSecret());
  const number = readPath(event, 'number', caseNumberSchema);
  const { id: message, command } = readBody(event, commandRequestSchema);
  const ledger = await world.cities.current();
  const speaker = speakerOf(conversation, ledger);
  await takePhotos(command, conversation, inspect);
  const request = {
    // Whoever counts anew for every case, or every kind of thing, loses nothing by it.
    id: commandId(conversation, message, `api#${command.type}`),
    correlation,
    by: actorOf(speaker, command, { now: world.now(), ledger }),
  };
  const outcome =
    command.type === 'merge'
      ? await mergeCase(world)(number, command.into, { request, looker: conversation })
      : await commandCase(world)(number, command, request);
  return answerOutcome(world, outcome, speaker);
});
