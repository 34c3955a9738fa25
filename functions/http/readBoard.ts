import { boardQuerySchema } from '../../shared/contracts/board.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { answerBoard } from '../board/answerBoard.ts';
import { BOARD_FRESH } from '../board/BOARD_FRESH.ts';
import { addressOf } from '../middleware/addressOf.ts';
import { httpDoor } from '../middleware/httpDoor.ts';
import { readQuery } from '../middleware/readRequest.ts';
import { boardPolicy } from '../wiring/boardPolicy.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET', 'BOARD_NAMES', 'BOARD_PHONES');
const cities = cityOfTable(openTable(env.TABLE_NAME), env);
const policy = boardPolicy(env);

/** GET /city/board: who answers for a place, for what, by when. Public: it must be posted (公示). */
export const handler = httpDoor(async ({ event }) => {
  const query = readQuery(event, boardQuerySchema);
  const terms = { policy, now: Date.now(), chat: addressOf(event, '../chat') };
  const body = answerBoard(await cities.current(), query, terms);
  return { status: 200, body, headers: { 'cache-control': BOARD_FRESH } };
});
