import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ROLES } from '../../../shared/domain/city/roleNames.ts';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';
import { readBody } from '../compute/readBody.ts';
import { localPage } from '../page/localPage.ts';
import { ControlError } from './ControlError.ts';
import type { Controlled } from './Controlled.ts';
import { demoPeople, personOfPost } from './demoPeople.ts';
import { streamSteps } from './streamSteps.ts';

const peopleSchema = z.strictObject({
  role: z.enum(ROLES).optional(),
  area: z.string().optional(),
  unit: z.string().optional(),
});
const clockSchema = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ at: z.iso.datetime({ offset: true }).optional(), frozen: z.boolean().optional() }),
]);
const widgetSchema = z.strictObject({
  /** The dashboard's functions that draw. */
  name: z.enum(['casesByStage', 'cityMap']).default('casesByStage'),
  /** What an action in it asks for, and what is written in its forms, as the console sends them. */
  asked: z.record(z.string(), z.unknown()).default({}),
  forms: z.record(z.string(), z.string()).default({}),
  width: z.number().optional(),
  height: z.number().optional(),
  theme: z.enum(['light', 'dark']).optional(),
});

const LARGEST_BODY = 64 * 1024;

/** The doors of the local run alone: its page at `/`, and everything under `/local/`. Not part of what is deployed. */
export const controlDoor = (cloud: Controlled, dataDir: string) => {
  const page = once(localPage);

  const state = async (newResident = false) => ({
    clock: clockState(cloud),
    moving: await cloud.moving(),
    people: await demoPeople(cloud, dataDir, newResident),
    city: cloud.know().city.name,
    socketUrl: cloud.socketUrl,
  });

  const routes: Readonly<Record<string, (body: unknown) => Promise<unknown>>> = {
    'GET /local/state': () => state(),
    'POST /local/people': async (body) => {
      const { role, area, unit } = parse(peopleSchema, body);
      if (!role) return state(true);
      const where = { ...(area ? { area } : {}), ...(unit ? { unit } : {}) };
      const person = await personOfPost(cloud, { post: role, ...where }, role);
      if (!person)
        throw new ControlError(404, `Nobody holds the post ${role} ${area ?? ''} ${unit ?? ''}`.trim());
      return person;
    },
    'POST /local/clock': async (body) => {
      const stuck = await moveClock(cloud, parse(clockSchema, body));
      return { ...clockState(cloud), stuck };
    },
    'POST /local/widget': async (body) => {
      const { name, asked, forms, width = 600, height = 300, theme = 'light' } = parse(widgetSchema, body);
      const outcome = await cloud.invoke(name, {
        ...asked,
        widgetContext: { width, height, theme, locale: 'zh', forms: { all: forms } },
      });
      if (!outcome.ok) throw new ControlError(502, outcome.error.errorMessage);
      return { html: outcome.payload };
    },
  };

  const findCase = async (number: string): Promise<unknown> => {
    const found = await cloud.store.cases.load(number);
    if (!found) throw new ControlError(404, `There is no case ${number}`);
    return { case: found, history: await cloud.store.cases.history(number) };
  };

  const answer = async (request: IncomingMessage, path: string): Promise<unknown> => {
    const number = /^\/local\/case\/(\d{15})$/u.exec(path)?.[1];
    if (number && request.method === 'GET') return findCase(number);
    const route = routes[`${request.method} ${path}`];
    if (!route) throw new ControlError(404, `There is no ${request.method} ${path}`);
    return route(request.method === 'POST' ? await jsonOf(request) : undefined);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/' && request.method === 'GET') {
      const { body, headers } = await page();
      response.writeHead(200, headers).end(body);
      return true;
    }
    if (!path.startsWith('/local/')) return false;
    try {
      refuseOthers(request);
      if (path === '/local/log' && request.method === 'GET') streamSteps(cloud, response);
      else send(response, 200, await answer(request, path));
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      send(response, error.status, { message: error.message });
    }
    return true;
  };
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
};

/** Pages of other sites may not drive the local run: a browser names its own origin, and cannot send JSON elsewhere unasked. */
const refuseOthers = (request: IncomingMessage): void => {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new ControlError(403, 'Only the local page may ask this');
};

const jsonOf = async (request: IncomingMessage): Promise<unknown> => {
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new ControlError(415, 'Send JSON with content-type application/json');
  const body = await readBody(request, LARGEST_BODY);
  if (!body) throw new ControlError(413, 'Too much');
  try {
    return JSON.parse(body.toString('utf8') || '{}') as unknown;
  } catch {
    throw new ControlError(400, 'The body is not JSON');
  }
};

const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ControlError(400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`);
};

const clockState = (cloud: Controlled) => ({ now: cloud.clock.now(), frozen: cloud.clock.state().frozen });

/** Answers what was stuck, and left behind. */
const moveClock = async (
  cloud: Controlled,
  wanted: z.infer<typeof clockSchema>,
): Promise<string | undefined> => {
  if ('advance' in wanted) {
    const duration = parseDuration(wanted.advance);
    if (!duration)
      throw new ControlError(
        400,
        `advance: "${wanted.advance}" is no duration such as 30m, 1h, 1d, 2wh, 1wd`,
      );
    return cloud.advanceTo(cloud.know().calendar.deadline(cloud.clock.now(), duration).at);
  }
  const at = wanted.at === undefined ? cloud.clock.now() : Date.parse(wanted.at);
  const stuck = at > cloud.clock.now() ? await cloud.advanceTo(at) : undefined;
  const frozen = wanted.frozen ?? cloud.clock.state().frozen;
  cloud.clock.set(frozen ? { frozen, at } : { frozen, offset: at - Date.now() });
  return stuck;
};
