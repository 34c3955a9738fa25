import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';
import { readBody } from '../compute/readBody.ts';
import { localPage } from '../page/localPage.ts';
import { ControlError } from './ControlError.ts';
import type { Controlled } from './Controlled.ts';
import { casePanel } from './casePanel.ts';
import { clockSchema, peopleSchema, phonesSchema, postsSchema, widgetSchema } from './controlSchemas.ts';
import { demoPeople, personOfPost } from './demoPeople.ts';
import { findPosts } from './findPosts.ts';
import { openPhone } from './openPhone.ts';
import { PhoneBook } from './PhoneBook.ts';
import { streamSteps } from './streamSteps.ts';

const LARGEST_BODY = 64 * 1024;

/** The doors of the local run alone: its page at `/`, and everything under `/local/`. Not part of what is deployed. */
export const controlDoor = (cloud: Controlled, dataDir: string) => {
  const page = once(localPage);
  const book = new PhoneBook(dataDir);

  const state = async () => ({
    clock: clockState(cloud),
    moving: await cloud.moving(),
    people: await demoPeople(cloud, book.phones()),
    city: cloud.know().city.name,
    socketUrl: cloud.socketUrl,
  });

  const routes: Readonly<Record<string, (body: unknown) => Promise<unknown>>> = {
    'GET /local/state': () => state(),
    'POST /local/people': async (body) => {
      const { role, area, unit } = parse(peopleSchema, body);
      if (!role) {
        book.renewResident();
        return state();
      }
      const where = { ...(area ? { area } : {}), ...(unit ? { unit } : {}) };
      const person = await personOfPost(cloud, { post: role, ...where }, role);
      if (!person)
        throw new ControlError(404, `Nobody holds the post ${role} ${area ?? ''} ${unit ?? ''}`.trim());
      return person;
    },
    'POST /local/phones': async (body) => {
      const asked = parse(phonesSchema, body);
      if ('open' in asked) return { opened: await openPhone(cloud, book, asked), ...(await state()) };
      if (!book.close(asked.close)) throw new ControlError(404, `No phone ${asked.close} can be closed`);
      return state();
    },
    'GET /local/posts': async (query) =>
      findPosts(await cloud.cities.current(), parse(postsSchema, query), cloud.clock.now()),
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

  const findCase = async (number: string, kind: string | undefined): Promise<unknown> => {
    const found =
      kind === 'panel' ? await casePanel(cloud, number) : await storedCase(cloud.store.cases, number);
    if (!found) throw new ControlError(404, `There is no case ${number}`);
    return found;
  };

  const answer = async (request: IncomingMessage, path: string, query: string): Promise<unknown> => {
    const [, number, kind] = /^\/local\/case\/(\d{15})(?:\/(panel))?$/u.exec(path) ?? [];
    if (number && request.method === 'GET') return findCase(number, kind);
    const route = routes[`${request.method} ${path}`];
    if (!route) throw new ControlError(404, `There is no ${request.method} ${path}`);
    return route(
      request.method === 'POST' ? await jsonOf(request) : Object.fromEntries(new URLSearchParams(query)),
    );
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    if (path === '/' && request.method === 'GET') {
      const { body, headers } = await page();
      response.writeHead(200, headers).end(body);
      return true;
    }
    if (!path.startsWith('/local/')) return false;
    try {
      refuseOthers(request);
      if (path === '/local/log' && request.method === 'GET') streamSteps(cloud, response);
      else send(response, 200, await answer(request, path, query));
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      send(response, error.status, { message: error.message });
    }
    return true;
  };
};

const storedCase = async (cases: Controlled['store']['cases'], number: string): Promise<unknown> => {
  const found = await cases.load(number);
  return found && { case: found, history: await cases.history(number) };
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
