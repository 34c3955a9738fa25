import { caseNumberSchema } from '../../shared/contracts/notice.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { phrases } from '../case/phrases.ts';
import { showCase } from '../case/showCase.ts';
import { speakerOf } from '../case/speakerOf.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readPath } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { caseWorld } from '../wiring/caseWorld.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const env = environment('WEB_SECRET_ARN', 'TABLE_NAME', 'CITY', 'CITY_BUCKET');
const readSecret = secret(env.WEB_SECRET_ARN);
const world = caseWorld(openTable(env.TABLE_NAME), env);

/** GET /web/cases/{number}: one case in plain words. A case that is not theirs does not exist for them. */
export const handler = httpDoor(async ({ event }) => {
  const conversation = await readBearer(event, await readSecret());
  const number = readPath(event, 'number', caseNumberSchema);
  const state = await world.cases.load(number);
  const speaker = speakerOf(conversation, await world.cities.current());
  const body = state && (await showCase(world)(state, speaker));
  if (!body) throw new DoorError(404, 'noSuchCase', { message: phrases.noSuchCase, field: 'number' });
  return { status: 200, body };
});
