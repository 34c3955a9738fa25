import { commandId } from '../../bots/commandId.ts';
import { openerOf } from '../../shared/application/actorOf.ts';
import { openCase } from '../../shared/application/commandCase.ts';
import { openRequestSchema } from '../../shared/contracts/command.ts';
import { dynamoFirstAsked } from '../../shared/store/dynamo/dynamoFirstAsked.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { answerOutcome } from '../case/answerOutcome.ts';
import { checkReport } from '../case/checkReport.ts';
import { phrases } from '../case/phrases.ts';
import { speakerOf } from '../case/speakerOf.ts';
import { takePhotos } from '../case/takePhotos.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBody } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { inspectPhoto } from '../outlets/inspectPhoto.ts';
import { caseWorld } from '../wiring/caseWorld.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const env = environment('WEB_SECRET_ARN', 'TABLE_NAME', 'CITY', 'CITY_BUCKET', 'PHOTO_BUCKET');
const readSecret = secret(env.WEB_SECRET_ARN);
const table = openTable(env.TABLE_NAME);
const world = caseWorld(table, env);
const firstAsked = dynamoFirstAsked(table);
const inspect = inspectPhoto(env.PHOTO_BUCKET);

/** POST /web/cases: a report that is complete becomes a case. Sent again under its id it is the same case, on whatever day. */
export const handler = httpDoor(async ({ event, correlation }) => {
  const conversation = await readBearer(event, await readSecret());
  const { id: message, command } = readBody(event, openRequestSchema);
  const city = await world.cities.current();
  const speaker = speakerOf(conversation, city);
  if (command.patrol && speaker.person === undefined)
    throw new DoorError(403, 'notYours', { message: phrases.patrolByStaff, field: 'command.patrol' });
  checkReport(command, city);
  await takePhotos(command, conversation, inspect);
  const { phone, ...report } = command;
  const id = commandId(conversation, message, 'api#open');
  const outcome = await openCase(world)(
    // Whoever stays unnamed leaves no number either.
    {
      ...report,
      ...(phone === undefined || command.privacy === 'anonymous' ? {} : { phone }),
      reporter: conversation,
    },
    { id, correlation, by: openerOf(speaker, command), saidAt: await firstAsked(id, world.now()) },
  );
  return answerOutcome(world, outcome, speaker);
});
