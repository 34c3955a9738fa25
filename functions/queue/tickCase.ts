import { setTimeout } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { commandCase } from '../../shared/application/commandCase.ts';
import { tickBodySchema } from '../../shared/contracts/tick.ts';
import { dynamoCases } from '../../shared/store/dynamo/dynamoCases.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { log } from '../middleware/log.ts';
import { metrics } from '../middleware/metrics.ts';
import { queueDoor } from '../middleware/queueDoor.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';

const env = environment('CITY', 'CITY_BUCKET', 'TABLE_NAME', 'DEAD_LETTER_URL');
const table = openTable(env.TABLE_NAME);
const command = commandCase({
  cases: dynamoCases(table),
  cities: cityOfTable(table, env),
  now: Date.now,
  pause: setTimeout,
});

/** SQS ticks: time passes for one case. */
export const handler = queueDoor(
  { schema: tickBodySchema, deadLetterUrl: env.DEAD_LETTER_URL, fifo: false },
  async ({ number, due }) => {
    const by = { person: 'clock', role: 'system' } as const;
    const correlation = `${number}@${due}`;
    log.appendKeys({ correlation });
    const outcome = await command(number, { type: 'tick' }, { id: `tick:${due}`, by, correlation });
    if (outcome.kind !== 'done' || !outcome.entry) return;
    const steps = outcome.entry.events.flatMap((event) => (event.type === 'rang' ? [event.step] : []));
    metrics.addMetric('DueLatenessSeconds', MetricUnit.Seconds, Math.max(0, (Date.now() - due) / 1000));
    if (steps.includes('urge')) metrics.addMetric('CasesOverdue', MetricUnit.Count, 1);
    log.info('a clock rang', { number, stage: outcome.case.stage, steps });
  },
);
