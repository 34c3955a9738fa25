import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalRoute } from '../template/LocalApi.ts';
import type { FunctionRuntime } from './FunctionRuntime.ts';
import { httpEvent } from './httpEvent.ts';
import { type RouteMatch, routeMatcher } from './matchRoute.ts';
import type { Outcome } from './Outcome.ts';
import { readBody } from './readBody.ts';

export interface HttpApiParts {
  readonly routes: readonly LocalRoute[];
  readonly runtime: Pick<FunctionRuntime, 'invoke'>;
  readonly now: () => number;
}

interface FunctionAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

const LARGEST_BODY = 10 * 1024 * 1024;

/** An HTTP API of the template. Throttling and CORS of a stage are not played. */
export interface HttpApi {
  /** Does a route take this request? */
  readonly has: (request: IncomingMessage) => boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const say = (response: ServerResponse, status: number, message: string): void => {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};

/** An answer without a status is the body of a 200, as payload format 2.0 has it. */
const asAnswer = (payload: unknown): FunctionAnswer => {
  if (typeof payload === 'object' && payload !== null && 'statusCode' in payload)
    return payload as FunctionAnswer;
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
};

const send = (response: ServerResponse, payload: unknown): void => {
  const answer = asAnswer(payload);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (answer.cookies) response.setHeader('set-cookie', [...answer.cookies]);
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(answer.statusCode ?? 200, { 'apigw-requestid': randomUUID() }).end(body);
};

const within = async (outcome: Promise<Outcome>, ms: number): Promise<Outcome | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const openHttpApi = (parts: HttpApiParts): HttpApi => {
  const match = routeMatcher(parts.routes);
  const find = (request: IncomingMessage): RouteMatch | undefined =>
    match(request.method ?? 'GET', (request.url ?? '/').split('?')[0] ?? '/');

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const found = find(request);
    if (!found) return say(response, 404, 'Not Found');
    const body = await readBody(request, LARGEST_BODY);
    if (!body) return say(response, 413, 'Request Entity Too Large');
    const { functionName, timeoutMs } = found.route;
    const cause = request.method === 'GET' ? 'read' : 'work';
    const event = httpEvent(request, body, found, parts.now());
    const outcome = await within(parts.runtime.invoke(functionName, event, cause), timeoutMs);
    if (outcome === 'late') return say(response, 503, 'Service Unavailable');
    if (!outcome.ok) return say(response, 500, 'Internal Server Error');
    send(response, outcome.payload);
  };

  return { has: (request) => find(request) !== undefined, handle };
};
