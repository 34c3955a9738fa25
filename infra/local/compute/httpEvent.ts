import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './matchRoute.ts';

/** What a function sees of a request, payload format 2.0. */
export const httpEvent = (request: IncomingMessage, body: Buffer, match: RouteMatch, now: number) => {
  const [rawPath = '/', rawQueryString = ''] = splitOnce(request.url ?? '/', '?');
  const headers = joinedHeaders(request);
  const cookies = headers.cookie?.split(/;\s*/u);
  delete headers.cookie;
  const query = joinedQuery(rawQueryString);
  const encoded = !isText(headers['content-type']);
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    requestContext: requestContext(request, match, rawPath, now),
    ...(body.length > 0 ? { body: body.toString(encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: body.length > 0 && encoded,
  };
};

const requestContext = (request: IncomingMessage, match: RouteMatch, path: string, now: number) => ({
  accountId: '000000000000',
  apiId: match.route.apiId,
  domainName: request.headers.host ?? '',
  domainPrefix: match.route.apiId,
  http: {
    method: request.method ?? 'GET',
    path,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? '',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId: randomUUID(),
  routeKey: match.route.routeKey,
  stage: '$default',
  time: new Date(now).toUTCString(),
  timeEpoch: now,
});

const splitOnce = (text: string, mark: string): readonly string[] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

/** Header names in lower case, repeated ones joined by commas. */
export const joinedHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );

/** Query parameters, repeated ones joined by commas; undefined when there are none. */
export const joinedQuery = (raw: string): Record<string, string> | undefined => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw))
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  return Object.keys(joined).length > 0 ? joined : undefined;
};

const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml)))/u;
const isText = (contentType: string | undefined): boolean => TEXT.test(contentType ?? '');
