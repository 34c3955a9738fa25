import { ownerName, serviceName, stageName } from '../../bots/engine/cases/describeCase.ts';
import { describeHistory } from '../../bots/engine/cases/describeHistory.ts';
import { caseNumberSchema } from '../../shared/contracts/notice.ts';
import type { CaseAnswer } from '../../shared/contracts/web.ts';
import { mayLook } from '../../shared/domain/case/maySee.ts';
import { maskPrivate } from '../../shared/domain/privacy/maskPrivate.ts';
import { formatForPeople } from '../../shared/domain/time/Instant.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readPath } from '../middleware/readRequest.ts';
import { readBearer } from '../middleware/webToken.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const env = environment('WEB_SECRET_ARN', 'TABLE_NAME', 'CITY', 'CITY_BUCKET');
const readSecret = secret(env.WEB_SECRET_ARN);
const table = openTable(env.TABLE_NAME);
const cases = dynamoCases(table);
const cities = cityOfTable(table, env);

/** GET /web/cases/{number}: one case in plain words. A case that is not theirs does not exist for them. */
export const handler = httpDoor(async ({ event }) => {
  const conversation = await readBearer(event, await readSecret());
  const number = readPath(event, 'number', caseNumberSchema);
  const city = await cities.current();
  const state = await cases.load(number);
  if (!state || !mayLook(conversation, state, Date.now(), city))
    throw new DoorError(404, 'noSuchCase', { message: '没有找到这个受理编号。', field: 'number' });
  const history = await cases.history(number);
  const body: CaseAnswer = {
    number,
    stage: state.stage,
    stageName: stageName(state.stage),
    service: serviceName(state.service, city),
    place: maskPrivate(state.place.name),
    lng: state.place.lng,
    lat: state.place.lat,
    ownerName: ownerName(state.owner, city),
    ...(state.clock ? { due: state.clock.due } : {}),
    history: history.flatMap((entry) =>
      describeHistory([entry], city).map(({ at, words }) => ({
        at,
        atText: formatForPeople(at),
        words,
        hash: entry.hash,
      })),
    ),
  };
  return { status: 200, body };
});
