import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { DoorError } from '../../functions/middleware/DoorError.ts';
import { verifyHost } from '../../functions/middleware/hostSignature.ts';
import { type DoorAnswer, type DoorRequest, httpDoor } from '../../functions/middleware/httpDoor.ts';
import { readBody, readQuery } from '../../functions/middleware/readRequest.ts';
import { readBearer, readWebToken, signWebToken } from '../../functions/middleware/webToken.ts';
import { isPhotoOf } from '../../functions/outlets/photos.ts';
import { inboundSchema } from '../../shared/contracts/turn.ts';
import { messagesQuerySchema } from '../../shared/contracts/web.ts';

const event = (change: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 =>
  ({ headers: {}, routeKey: 'POST /x', isBase64Encoded: false, ...change }) as APIGatewayProxyEventV2;

const call = async (
  change: Partial<APIGatewayProxyEventV2>,
  handle: (r: DoorRequest) => Promise<DoorAnswer>,
) => {
  const context = { awsRequestId: 'r', functionName: 'f' } as Context;
  const answer = await httpDoor(handle)(event(change), context);
  return { ...answer, json: typeof answer.body === 'string' ? JSON.parse(answer.body) : undefined };
};

const takeInbound = async ({ event: request }: DoorRequest): Promise<DoorAnswer> => ({
  status: 202,
  body: readBody(request, inboundSchema),
});

test.each([
  ['no body', undefined, 'body'],
  ['not JSON', '{"id":', 'body'],
  ['a list', '[]', 'body'],
  ['no id', '{"said":{"kind":"hello"}}', 'id'],
  ['an empty id', '{"id":"","said":{"kind":"hello"}}', 'id'],
  ['an id with spaces', '{"id":"a b","said":{"kind":"hello"}}', 'id'],
  ['an unknown kind', '{"id":"a","said":{"kind":"dance"}}', 'said.kind'],
  ['an unknown field', '{"id":"a","said":{"kind":"hello"},"conversation":"web:r-2"}', 'conversation'],
  ['a place that is no number', '{"id":"a","said":{"kind":"place","lng":"x","lat":31}}', 'said.lng'],
  ['a place with NaN', '{"id":"a","said":{"kind":"place","lng":null,"lat":31}}', 'said.lng'],
  [
    'a place with swapped coordinates',
    '{"id":"a","said":{"kind":"place","lng":31.2,"lat":121.4}}',
    'said.lat',
  ],
  ['a photo key of its own making', '{"id":"a","said":{"kind":"photo","key":"../../etc"}}', 'said.key'],
  [
    'a text beyond all bounds',
    JSON.stringify({ id: 'a', said: { kind: 'text', text: 'x'.repeat(20_001) } }),
    'said.text',
  ],
])('%s is 400 and names the field', async (_what, body, field) => {
  const answer = await call(body === undefined ? {} : { body }, takeInbound);
  expect(answer.statusCode).toBe(400);
  expect(answer.json).toMatchObject({ field, message: expect.any(String), remedy: expect.any(String) });
});

test('a text of 10,000 characters passes the door, and a body of 200 kB does not', async () => {
  const body = (n: number) => JSON.stringify({ id: 'a', said: { kind: 'text', text: '字'.repeat(n) } });
  expect((await call({ body: body(10_000) }, takeInbound)).statusCode).toBe(202);
  expect((await call({ body: body(70_000) }, takeInbound)).statusCode).toBe(413);
});

test('a body in base64 is read as what it is', async () => {
  const body = Buffer.from('{"id":"a","said":{"kind":"text","text":"路灯"}}').toString('base64');
  expect((await call({ body, isBase64Encoded: true }, takeInbound)).json.said.text).toBe('路灯');
});

test('a query is read with its defaults, and a bad one names the parameter', async () => {
  const read = async ({ event: request }: DoorRequest) => ({
    status: 200,
    body: readQuery(request, messagesQuerySchema),
  });
  expect((await call({}, read)).json).toEqual({ after: 0, limit: 50 });
  expect((await call({ queryStringParameters: { after: '-1' } }, read)).json.field).toBe('after');
  expect((await call({ queryStringParameters: { limit: '1000' } }, read)).json.field).toBe('limit');
});

test('a fault is 500 with nothing told but the correlation id, which is echoed or made', async () => {
  const fail = async (): Promise<DoorAnswer> => {
    throw new Error('secret inside: table wangge-x');
  };
  const answer = await call({ headers: { 'x-correlation-id': 'abcd-1234' } }, fail);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('table');
  expect(answer.headers?.['x-correlation-id']).toBe('abcd-1234');
  const made = await call({ headers: { 'x-correlation-id': '<script>' } }, fail);
  expect(made.headers?.['x-correlation-id']).toMatch(/^[\w-]{36}$/u);
});

describe('web tokens', () => {
  const secret = 'a secret of some length for tests';

  test('a token speaks for its conversation and no other', async () => {
    const token = await signWebToken('web:r-1', secret);
    expect(await readWebToken(token, secret)).toBe('web:r-1');
    expect(await readBearer(event({ headers: { authorization: `Bearer ${token}` } }), secret)).toBe(
      'web:r-1',
    );
  });

  const forge = (payload: object, header: object = { alg: 'HS256' }) =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.`;

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic abc'],
    ['rubbish', 'Bearer abc.def.ghi'],
    ['an unsigned one', `Bearer ${forge({ sub: 'web:r-1', iss: 'wangge' }, { alg: 'none' })}`],
  ])('%s is 401', async (_what, authorization) => {
    const request = event({ headers: authorization === undefined ? {} : { authorization } });
    await expect(readBearer(request, secret)).rejects.toMatchObject({ status: 401 });
  });

  test('one signed with another secret, or altered by a letter, is 401', async () => {
    const token = await signWebToken('web:r-1', 'another secret for the same people');
    await expect(readWebToken(token, secret)).rejects.toBeInstanceOf(DoorError);
    const own = await signWebToken('web:r-1', secret);
    await expect(readWebToken(`${own.slice(0, -5)}AAAAA`, secret)).rejects.toMatchObject({ status: 401 });
  });
});

describe('signatures of a channel host', () => {
  const secret = 'host secret';
  const signed = (body: string, at = new Date(), id = 'msg_1') => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret, { format: 'raw' }).sign(id, at, body),
  });

  test('a signed request passes, also one without a body', () => {
    expect(() => verifyHost(event({ body: '{"a":1}', headers: signed('{"a":1}') }), secret)).not.toThrow();
    expect(() => verifyHost(event({ headers: signed('') }), secret)).not.toThrow();
  });

  test.each([
    ['none', '{}', {}],
    ['one over another body', '{"a":2}', signed('{"a":1}')],
    ['one re-encoded by a space', '{"a": 1}', signed('{"a":1}')],
    ['an old one', '{}', signed('{}', new Date(Date.now() - 301_000))],
    ['one from the future', '{}', signed('{}', new Date(Date.now() + 400_000))],
    ['one with another id', '{}', { ...signed('{}'), 'webhook-id': 'msg_2' }],
  ])('%s is 401', (_what, body, headers) => {
    expect(() => verifyHost(event({ body, headers: headers as Record<string, string> }), secret)).toThrow(
      DoorError,
    );
  });
});

test('a photo belongs to the conversation it was uploaded in', () => {
  expect(isPhotoOf('photos/web.r-1/abc', 'web:r-1')).toBe(true);
  expect(isPhotoOf('photos/web.r-1/abc', 'web:r-2')).toBe(false);
  expect(isPhotoOf('photos/web.r-10/abc', 'web:r-1')).toBe(false);
});
