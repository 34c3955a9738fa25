import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { mapOfArea } from '../../shared/application/mapOfArea.ts';
import { dateText, dayOf } from '../../shared/domain/time/Instant.ts';
import { dynamoRows } from '../../shared/store/dynamo/dynamoRows.ts';
import { openTable } from '../../shared/store/dynamo/openTable.ts';
import { drawAreaMap } from '../map/drawAreaMap.ts';
import { drawLedger } from '../map/drawLedger.ts';
import { drawRoute } from '../map/drawRoute.ts';
import { frame } from '../map/frame.ts';
import { phrases } from '../map/phrases.ts';
import { beginLog, log } from '../middleware/log.ts';
import { cityOfTable } from '../wiring/cityOfTable.ts';
import { environment } from '../wiring/environment.ts';
import { html, type Markup } from './html.ts';

const env = environment('TABLE_NAME', 'CITY', 'CITY_BUCKET');
const table = openTable(env.TABLE_NAME);
const cities = cityOfTable(table, env);
const look = mapOfArea({ cities, rows: dynamoRows(table), now: Date.now });

const codeSchema = z.string().regex(/^[\w-]{1,40}$/u);
/** What the console sends: what an action or the dashboard asks, and about itself. What it says otherwise is passed over. */
const eventSchema = z.object({
  describe: z.unknown().optional(),
  area: codeSchema.optional().catch(undefined),
  page: z.number().int().min(0).max(10_000).default(0).catch(0),
  show: z.enum(['ledger', 'route']).optional().catch(undefined),
  widgetContext: z
    .object({
      theme: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      forms: z
        .object({ all: z.record(z.string(), z.unknown()) })
        .optional()
        .catch(undefined),
    })
    .optional(),
});
const formSchema = z.object({
  at: codeSchema.optional().catch(undefined),
  service: z.string().optional().catch(undefined),
  place: z.string().optional().catch(undefined),
});
type Call = z.infer<typeof eventSchema>;

/** CloudWatch custom widget: read-only, every value escaped, an error card instead of an error. */
export const handler = middy<unknown, string, Error, Context>()
  .before(({ context }) => beginLog(context))
  .onError((request) => {
    log.error('the widget could not draw the map', request.error as Error);
    request.response = html`<p>${phrases.failed}</p>`.text;
  })
  .handler(async (event, context) => {
    const call = eventSchema.safeParse(event);
    if (call.success && call.data.describe) return phrases.describe;
    if (!call.success || !call.data.widgetContext) return html`<p>${phrases.consoleOnly}</p>`.text;
    const theme = call.data.widgetContext.theme === 'dark' ? 'dark' : 'light';
    return frame(theme, ...(await draw(call.data, context.invokedFunctionArn))).text;
  });

const draw = async (call: Call, endpoint: string): Promise<readonly Markup[]> => {
  const { width, height, forms } = call.widgetContext ?? {};
  const form = formSchema.parse(forms?.all ?? {});
  if (call.show === 'route') return [drawRoute(await cities.current(), form, Date.now())];
  if (call.show === 'ledger' && call.area !== undefined)
    return [drawLedger(await cities.current(), call.area, dateText(dayOf(Date.now())))];
  const map = await look(call.area ?? form.at);
  return drawAreaMap(map, { endpoint, width, height, page: call.page });
};
