import { ownerName, serviceName, stageName } from '../../bots/engine/cases/describeCase.ts';
import { listCases } from '../../shared/application/listCases.ts';
import type { CasesAnswer } from '../../shared/contracts/web.ts';
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
  const body: CasesAnswer = {
    cases: (await list(conversation)).map((row) => ({
      ...row,
      serviceName: serviceName(row.service, city),
      stageName: stageName(row.stage),
      ownerName: ownerName(row.owner, city),
      dueText: row.due === undefined ? '' : formatForPeople(row.due),
    })),
  };
  return { status: 200, body };
});
