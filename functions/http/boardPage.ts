import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { answerPage } from '../board/answerPage.ts';
import { addressOf } from '../middleware/addressOf.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { boardPolicy } from '../wiring/boardPolicy.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET', 'BOARD_NAMES', 'BOARD_PHONES');
const cities = cityOfTable(openTable(env.TABLE_NAME), env);
const policy = boardPolicy(env);

/** GET /board: the public responsibility board, as a page that works without script and prints on one sheet. */
export const handler = httpDoor(async ({ event }) =>
  answerPage(await cities.current(), event.queryStringParameters ?? {}, {
    policy,
    now: Date.now(),
    chat: addressOf(event, './chat'),
  }),
);
