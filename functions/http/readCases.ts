import { ownerName, serviceName, stageName } from '../../bots/engine/cases/describeCase.ts';
import { listCases } from '../../shared/application/listCases.ts';
import type { CaseRow } from '../../shared/application/ports.ts';
import type { CaseLine, CasesAnswer } from '../../shared/contracts/web.ts';
import { publicOwner } from '../../shared/domain/case/publicOwner.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { formatForPeople } from '../../shared/domain/time/Instant.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readBearer } from '../middleware/webToken.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { secret } from '../wiring/secret.ts';

const env = environment('WEB_SECRET_ARN', 'TABLE_NAME', 'CITY', 'CITY_BUCKET');
const readSecret = secret(env.WEB_SECRET_ARN);
const table = openTable(env.TABLE_NAME);
const cities = cityOfTable(table, env);
const list = listCases({ cases: dynamoCases(table), rows: dynamoRows(table), cities, now: Date.now });

/** GET /web/cases: a resident's own cases, newest first; what a staff person's posts answer for, oldest first. */
export const handler = httpDoor(async ({ event }) => {
  const conversation = await readBearer(event, await readSecret());
  const city = await cities.current();
  const body: CasesAnswer = { cases: (await list(conversation)).map((row) => lineOf(row, city)) };
  return { status: 200, body };
});

/** Field by field: what else the lists keep of a case is their own business. */
const lineOf = (row: CaseRow, city: Knowledge): CaseLine => {
  const { number, version, stage, owner, service, place, lng, lat, leaf, openedAt, overdue, due, rating } =
    row;
  return {
    number,
    version,
    stage,
    stageName: stageName(stage),
    owner: publicOwner(owner),
    ownerName: ownerName(owner, city),
    service,
    serviceName: serviceName(service, city),
    place,
    lng,
    lat,
    leaf,
    openedAt,
    ...(due === undefined ? {} : { due }),
    dueText: due === undefined ? '' : formatForPeople(due),
    overdue,
    ...(rating === undefined ? {} : { rating }),
  };
};
