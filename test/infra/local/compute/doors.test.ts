import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket from 'ws';
import { openHttpApi } from '../../../../infra/local/compute/HttpApi.ts';
import type { Outcome } from '../../../../infra/local/compute/Outcome.ts';
import { openSocketApi } from '../../../../infra/local/compute/SocketApi.ts';
import type { LocalRoute } from '../../../../infra/local/template/LocalApi.ts';

const route = (routeKey: string, functionName: string, over: Partial<LocalRoute> = {}): LocalRoute => ({
  path: `stack/${functionName}`,
  apiId: 'api',
  protocol: 'HTTP',
  routeKey,
  functionName,
  payloadFormat: '2.0',
  timeoutMs: 100,
  authorization: 'NONE',
  ...over,
});

let answer: (name: string, event: Record<string, never>) => Promise<Outcome>;
const invoked: string[] = [];
const runtime = {
  invoke: (name: string, event: unknown) => {
    invoked.push(name);
    return answer(name, event as Record<string, never>);
  },
};
let now = 1_000;
let moved: () => void = () => undefined;
const parts = { runtime, now: () => now };
const http = openHttpApi({
  ...parts,
  routes: [
    route('POST /web/turns', 'postTurn'),
    route('GET /web/cases/{number}', 'readCase'),
    route('GET /web/cases/mine', 'mine'),
    route('ANY /rest/{proxy+}', 'rest'),
  ],
});
const sockets = openSocketApi({
  ...parts,
  onChange: (told) => {
    moved = told;
  },
  routes: [route('$connect', 'connect', { apiId: 'push', protocol: 'WEBSOCKET' })],
});

const server = createServer((incoming, response) => void http.handle(incoming, response));
server.on('upgrade', (incoming, socket, head) => {
  if (!sockets.upgrade(incoming, socket, head)) socket.destroy();
});
let base = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  sockets.close();
  server.close();
  server.closeAllConnections();
});

const ok = (payload: unknown): Promise<Outcome> => Promise.resolve({ ok: true, payload });
const echo = async (path: string, init?: RequestInit) => {
  answer = (_name, event) => ok({ statusCode: 200, body: JSON.stringify(event) });
  return (await (await fetch(`http://${base}${path}`, init)).json()) as Record<string, never>;
};

describe('the HTTP API', () => {
  test('gives the event of payload format 2.0', async () => {
    const event = await echo('/web/turns?a=1&a=2&b=%E8%B7%AF', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: 'x=1; y=2', 'X-Mine': 'Yes' },
      body: '{"字":1}',
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /web/turns',
      rawPath: '/web/turns',
      rawQueryString: 'a=1&a=2&b=%E8%B7%AF',
      cookies: ['x=1', 'y=2'],
      queryStringParameters: { a: '1,2', b: '路' },
      headers: { 'content-type': 'application/json', 'x-mine': 'Yes' },
      body: '{"字":1}',
      isBase64Encoded: false,
      requestContext: { apiId: 'api', timeEpoch: 1_000, http: { method: 'POST', path: '/web/turns' } },
    });
    expect(event).not.toHaveProperty('headers.cookie');
  });

  test('gives bodies that are not text as base64', async () => {
    const event = await echo('/web/turns', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0xff, 0x00]),
    });
    expect(event).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });

  test('finds the most literal route, and reads path parameters', async () => {
    expect(await echo('/web/cases/%E7%BC%96')).toMatchObject({ pathParameters: { number: '编' } });
    await echo('/web/cases/mine');
    expect(invoked.at(-1)).toBe('mine');
    expect(await echo('/rest/a/b')).toMatchObject({ pathParameters: { proxy: 'a/b' } });
  });

  test('answers as the function does: status, headers, cookies, bytes', async () => {
    answer = () =>
      ok({
        statusCode: 201,
        headers: { 'x-mine': 'yes' },
        cookies: ['a=1', 'b=2'],
        body: Buffer.from([1, 2]).toString('base64'),
        isBase64Encoded: true,
      });
    const response = await fetch(`http://${base}/rest/x`);
    expect(response.status).toBe(201);
    expect(response.headers.get('x-mine')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2]);
  });

  test('takes an answer without a status as the body of a 200', async () => {
    answer = () => ok({ a: 1 });
    const response = await fetch(`http://${base}/rest/x`);
    expect([response.status, await response.json()]).toEqual([200, { a: 1 }]);
  });

  test.each([
    ['an unknown route', '/nowhere', ok(null), 404, 'Not Found'],
    ['another method', '/web/turns', ok(null), 404, 'Not Found'],
    [
      'a function that fails',
      '/rest/x',
      Promise.resolve<Outcome>({ ok: false, error: { errorType: 'E', errorMessage: 'secret' } }),
      500,
      'Internal Server Error',
    ],
    [
      'a function that takes too long',
      '/rest/x',
      new Promise<Outcome>(() => undefined),
      503,
      'Service Unavailable',
    ],
  ])('%s is answered as API Gateway answers it', async (_what, path, outcome, status, message) => {
    answer = () => outcome;
    const response = await fetch(`http://${base}${path}`);
    expect([response.status, await response.json()]).toEqual([status, { message }]);
  });

  test('a body over 10 MB is too large', async () => {
    const response = await fetch(`http://${base}/web/turns`, {
      method: 'POST',
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    });
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  test('a request that breaks off does no harm', async () => {
    const broken = request(`http://${base}/web/turns`, {
      method: 'POST',
      headers: { 'content-length': 100 },
    });
    broken.on('error', () => undefined);
    broken.write('{');
    broken.destroy();
    expect(await echo('/rest/after')).toMatchObject({ rawPath: '/rest/after' });
  });
});

const connect = (query = '') => new WebSocket(`ws://${base}/socket/push/live${query}`);

describe('the WebSocket API', () => {
  test('asks $connect with the query, and then pushes', async () => {
    let asked: { readonly requestContext?: { readonly connectionId: string } } = {};
    answer = (_name, event) => {
      asked = event;
      return ok({ statusCode: 200 });
    };
    const socket = connect('?token=t');
    await once(socket, 'open');
    expect(asked).toMatchObject({
      queryStringParameters: { token: 't' },
      requestContext: { routeKey: '$connect', eventType: 'CONNECT', stage: 'live', apiId: 'push' },
    });
    const connectionId = asked.requestContext?.connectionId ?? '';
    const heard = once(socket, 'message');
    expect(await sockets.send('push', connectionId, { kind: 'data', data: Buffer.from('你好') })).toBe(
      'sent',
    );
    expect(String((await heard)[0])).toBe('你好');
    const closed = once(socket, 'close');
    await sockets.send('push', connectionId, { kind: 'close' });
    await closed;
    expect(await sockets.send('push', connectionId, { kind: 'data', data: Buffer.from('x') })).toBe('gone');
  });

  test('ends a connection that the clock was moved two hours past, and no younger one', async () => {
    answer = () => ok({ statusCode: 200 });
    const old = connect();
    await once(old, 'open');
    now += 3_600_000;
    moved();
    const young = connect();
    await once(young, 'open');
    const closed = once(old, 'close');
    now += 3_600_001;
    moved();
    expect((await closed)[0]).toBe(1001);
    expect(young.readyState).toBe(WebSocket.OPEN);
    young.terminate();
  });

  test.each([
    [ok({ statusCode: 401 }), 401],
    [Promise.resolve<Outcome>({ ok: false, error: { errorType: 'E', errorMessage: '' } }), 500],
  ])('refuses where $connect does', async (outcome, status) => {
    answer = () => outcome;
    const socket = connect();
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(status);
    socket.terminate();
  });

  test('a connection that never was is gone', async () => {
    expect(await sockets.send('push', 'nobody', { kind: 'data', data: Buffer.from('x') })).toBe('gone');
  });
});
