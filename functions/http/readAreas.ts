import { mapOfBox } from '../../shared/application/mapOfBox.ts';
import { type AreasAnswer, areasQuerySchema } from '../../shared/contracts/web.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readQuery } from '../middleware/readRequest.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const cities = cityOfTable(openTable(env.TABLE_NAME), env);

/** GET /city/areas: the areas of the city or of a box, for maps. Public: boundaries must be posted (公示). */
export const handler = httpDoor(async ({ event }) => {
  const { box, most } = readQuery(event, areasQuerySchema);
  const body: AreasAnswer = mapOfBox(await cities.current())(box, most);
  return { status: 200, body, headers: { 'cache-control': 'public, max-age=300' } };
});
