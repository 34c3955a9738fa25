import { verifyReceipt } from '../../shared/application/verifyReceipt.ts';
import { caseNumberSchema } from '../../shared/contracts/notice.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { answerReceipt } from '../verify/answerReceipt.ts';
import { readAsked } from '../verify/readAsked.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const table = openTable(env.TABLE_NAME);
const verify = verifyReceipt(dynamoCases(table));
const cities = cityOfTable(table, env);

/** GET /verify/{number}?receipt=…: whether the history is whole, and what of it is public. Nobody is asked who they are. */
export const handler = httpDoor(async ({ event }) => {
  const { number = '', receipt = '' } = readAsked(event);
  const verified = caseNumberSchema.safeParse(number).success ? await verify(number, receipt) : undefined;
  const json = event.headers.accept?.includes('application/json') === true;
  return answerReceipt(verified, await cities.current(), { json, number, receipt });
});
