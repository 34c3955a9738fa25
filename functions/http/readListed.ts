import { listedCursorSchema } from '../../shared/contracts/listed.ts';
import { dynamoListings } from '../../shared/store/dynamo/dynamoListings.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { answerListed } from '../listed/answerListed.ts';
import { describeListings, ON_A_PAGE } from '../listed/describeListings.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const table = openTable(env.TABLE_NAME);
const listings = dynamoListings(table);
const cities = cityOfTable(table, env);

/** GET /listed: what is under listed supervision (挂牌督办), which must be published; a page, or JSON for who asks for it. */
export const handler = httpDoor(async ({ event }) => {
  // What leads nowhere leads to the beginning: people have old addresses.
  const { data: after } = listedCursorSchema.safeParse(event.queryStringParameters?.after);
  const [city, found] = await Promise.all([cities.current(), listings.page(ON_A_PAGE + 1, after)]);
  const json = event.headers.accept?.includes('application/json') === true;
  return answerListed(describeListings(found, city, Date.now()), { json, isFirst: after === undefined });
});
