import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { countByStage } from '../../shared/application/countByStage.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { beginLog, log } from '../middleware/log.ts';
import { drawStages } from '../stages/drawStages.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { html } from './html.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const table = openTable(env.TABLE_NAME);
const counts = countByStage({ rows: dynamoRows(table), cities: cityOfTable(table, env) });

/** What the console sends: only whether it asks for the description, and that it is the console. */
const eventSchema = z.object({
  describe: z.unknown().optional(),
  widgetContext: z.object({ theme: z.string().optional() }).optional(),
});

const DESCRIPTION = `## 按环节统计的在办件 · Open cases by stage
One row a street, one column a stage, overdue in red. Read-only; takes no parameters.`;

/** CloudWatch custom widget: read-only, every value escaped, an error card instead of an error. */
export const handler = middy<unknown, string, Error, Context>()
  .before(({ context }) => beginLog(context))
  .onError((request) => {
    log.error('the widget could not count', request.error as Error);
    request.response =
      html`<p>暂时统计不了，请稍后刷新。The figures cannot be read just now; refresh in a minute.</p>`.text;
  })
  .handler(async (event) => {
    const call = eventSchema.safeParse(event);
    if (call.success && call.data.describe) return DESCRIPTION;
    if (!call.success || !call.data.widgetContext)
      return html`<p>这个小部件只在 CloudWatch 看板里使用。This widget runs in a CloudWatch dashboard.</p>`
        .text;
    return drawStages(await counts(), call.data.widgetContext.theme === 'dark').text;
  });
