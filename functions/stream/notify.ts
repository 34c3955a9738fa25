import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import { turnOf } from '../../shared/application/turnOf.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { streamDoor } from '../middleware/streamDoor.ts';
import { sendTurns } from '../outlets/sendTurn.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TURN_QUEUE_URL');
const table = openTable(env.TABLE_NAME);
const notify = notifyPeople({
  history: dynamoCases(table).history,
  cities: cityOfTable(table, env),
  now: Date.now,
});
const send = sendTurns(env.TURN_QUEUE_URL);

/** Table stream: what happened is told to whom it concerns, through the queue of their conversation. */
export const handler = streamDoor(async (number, seq) => {
  const pushes = await notify(number, seq);
  await send(pushes.map(turnOf));
  if (pushes.length === 0) return;
  log.appendKeys({ correlation: pushes[0]?.correlation });
  log.info('people were told', { number, entry: seq, notices: pushes.map(({ notice }) => notice.kind) });
});
