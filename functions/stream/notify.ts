import { setTimeout } from 'node:timers/promises';
import { followUp } from '../../shared/application/followUp.ts';
import { notifyPeople } from '../../shared/application/notifyPeople.ts';
import { turnOf } from '../../shared/application/turnOf.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { dynamoSolved } from '../../shared/store/dynamo/dynamoSolved.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { streamDoor } from '../middleware/streamDoor.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { tellOfTable } from '../wiring/tellOfTable.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'TURN_QUEUE_URL');
const table = openTable(env.TABLE_NAME);
const cities = cityOfTable(table, env);
const cases = dynamoCases(table);
const notify = notifyPeople({
  history: cases.history,
  cities,
  now: Date.now,
  rows: dynamoRows(table),
  follow: followUp({ cases, cities, now: Date.now, pause: setTimeout }),
  solved: dynamoSolved(table),
});
const tell = tellOfTable(table, cities, env.TURN_QUEUE_URL);

/** Table stream: what happened is brought about elsewhere, and told to whom it concerns, through the queue of their conversation; at night what can wait, waits. */
export const handler = streamDoor(async (number, seq) => {
  const pushes = await notify(number, seq);
  const answered = pushes.flatMap(({ answers, conversation }) => (answers ? [conversation] : []));
  const { held } = await tell(pushes.map(turnOf), new Set(answered));
  if (pushes.length === 0) return;
  log.appendKeys({ correlation: pushes[0]?.correlation });
  log.info('people were told', {
    number,
    entry: seq,
    notices: pushes.map(({ notice }) => notice.kind),
    held,
  });
});
