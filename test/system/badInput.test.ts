import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { renderPlain } from '../../bots/engine/renderPlain.ts';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { messagesAnswerSchema } from '../../shared/contracts/web.ts';

/** Everything people and machines can send wrongly, through the real doors, queues and functions. */

let cloud: LocalCloud;
let dataDir: string;
let count = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wangge-bad-'));
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example' });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const request = async (
  method: string,
  path: string,
  more: { token?: string; body?: string; headers?: object } = {},
) => {
  const response = await fetch(new URL(path, cloud.url), {
    method,
    headers: {
      'content-type': 'application/json',
      ...(more.token === undefined ? {} : { authorization: `Bearer ${more.token}` }),
      ...more.headers,
    },
    ...(more.body === undefined ? {} : { body: more.body }),
  });
  const text = await response.text();
  return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : text };
};

const meet = async () => {
  const { json } = await request('POST', '/web/sessions', { body: '{}' });
  const say = async (said: object, id = `m${++count}`) => {
    const { status } = await request('POST', '/web/turns', {
      token: json.token,
      body: JSON.stringify({ id, said }),
    });
    expect(status).toBe(200);
    await cloud.idle();
  };
  const heard = async (): Promise<readonly string[]> => {
    const answer = await request('GET', '/web/messages?limit=100', { token: json.token });
    const { messages } = messagesAnswerSchema.parse(answer.json);
    return messages.flatMap((message) => ('reply' in message ? [renderPlain(message.reply)] : []));
  };
  return { token: json.token as string, conversation: json.conversation as string, say, heard };
};

/** What a person hears right after saying something. */
const answerTo = async (said: object): Promise<string> => {
  const person = await meet();
  await person.say(said);
  return (await person.heard()).join('\n');
};

describe('what people say', () => {
  test.each([
    ['nothing', { kind: 'text', text: '' }],
    ['blanks', { kind: 'text', text: '  \n\t ' }],
    ['only emoji', { kind: 'text', text: '😀😀👍' }],
    ['10,000 characters', { kind: 'text', text: '路灯坏了。'.repeat(2_000) }],
    ['markup', { kind: 'text', text: '<script>alert(1)</script>路灯坏了' }],
    ['a formula', { kind: 'text', text: '=HYPERLINK("http://x","路灯坏了")' }],
    ['a voice message', { kind: 'unknown', what: 'voice' }],
    ['a place in the sea of Guinea', { kind: 'place', lng: 0, lat: 0 }],
    ['a place in another country', { kind: 'place', lng: 2.35, lat: 48.85 }],
    ['a button of no card', { kind: 'press', card: '209901010000000#1', choice: '属实' }],
    ['a number nobody offered', { kind: 'text', text: '99' }],
    ['a task command of somebody with no tasks', { kind: 'text', text: '签收 202609280000001' }],
    ['control and direction signs', { kind: 'text', text: '\u202E\u200B\u0007路灯坏了' }],
  ])('%s is answered kindly', async (_what, said) => {
    const heard = await answerTo(said);
    expect(heard.length).toBeGreaterThan(5);
    expect(heard).not.toMatch(/undefined|null|\[object|Error|\u202E|\u200B/u);
  });

  test('a photo that was never uploaded, or is none, is told and kept out', async () => {
    const person = await meet();
    await person.say({ kind: 'photo', key: `photos/${person.conversation.replace(':', '.')}/never` });
    expect((await person.heard()).join('\n')).toMatch(/照片/u);

    const ask = await request('POST', '/web/photos', {
      token: person.token,
      body: JSON.stringify({ size: 20, type: 'image/jpeg' }),
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(ask.json.fields as Record<string, string>))
      form.append(name, value);
    form.append('file', new Blob(['<svg onload=alert(1)>'], { type: 'image/jpeg' }));
    expect((await fetch(ask.json.url, { method: 'POST', body: form })).status).toBeLessThan(300);
    const before = (await person.heard()).length;
    await person.say({ kind: 'photo', key: ask.json.key });
    expect((await person.heard()).slice(before).join('\n')).toMatch(/不是照片|打不开|不是图片|看不了|照片/u);
  });

  test('a photo over 10 MB is refused before and at the upload', async () => {
    const person = await meet();
    const asked = await request('POST', '/web/photos', {
      token: person.token,
      body: JSON.stringify({ size: 10 * 1024 * 1024 + 1, type: 'image/jpeg' }),
    });
    expect([asked.status, asked.json.field]).toEqual([400, 'size']);
    const lied = await request('POST', '/web/photos', {
      token: person.token,
      body: JSON.stringify({ size: 100, type: 'image/jpeg' }),
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(lied.json.fields as Record<string, string>))
      form.append(name, value);
    form.append('file', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)], { type: 'image/jpeg' }));
    expect((await fetch(lied.json.url, { method: 'POST', body: form })).status).toBe(400);
  });

  test('the same message twice is one message, and messages out of order are each answered', async () => {
    const person = await meet();
    await person.say({ kind: 'place', lng: 121.4712, lat: 31.2304, name: '建设路12号' }, 'b');
    await person.say({ kind: 'text', text: '路灯坏了' }, 'a');
    const before = await person.heard();
    await person.say({ kind: 'place', lng: 121.4712, lat: 31.2304, name: '建设路12号' }, 'b');
    expect(await person.heard()).toEqual(before);
    await person.say({ kind: 'text', text: '确认' }, 'c');
    await person.say({ kind: 'text', text: '确认' }, 'c');
    const numbers = (await person.heard()).join('\n').match(/受理编号[:：]\s*(\d{15})/gu);
    expect(numbers).toHaveLength(1);
  });
});

describe('what the doors are sent', () => {
  test.each([
    ['POST', '/web/turns', 401],
    ['POST', '/web/photos', 401],
    ['GET', '/web/messages', 401],
    ['GET', '/web/cases', 401],
    ['GET', '/web/cases/202609280000001', 401],
  ])('%s %s without a token is 401', async (method, path, status) => {
    const answer = await request(method, path, method === 'POST' ? { body: '{}' } : {});
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ message: expect.any(String), remedy: expect.any(String) });
  });

  test('nobody speaks as another: the token decides, the body cannot, and another’s photo is 403', async () => {
    const one = await meet();
    const other = await meet();
    const body = JSON.stringify({ id: 'x', said: { kind: 'hello' }, conversation: other.conversation });
    expect((await request('POST', '/web/turns', { token: one.token, body })).json.field).toBe('conversation');
    const key = `photos/${other.conversation.replace(':', '.')}/abc`;
    const photo = JSON.stringify({ id: 'y', said: { kind: 'photo', key } });
    expect((await request('POST', '/web/turns', { token: one.token, body: photo })).status).toBe(403);
    expect((await request('GET', '/web/messages', { token: `${one.token.slice(0, -4)}AAAA` })).status).toBe(
      401,
    );
  });

  test('another person’s case does not exist', async () => {
    const one = await meet();
    await one.say({ kind: 'text', text: '建设路12号的路灯坏了' });
    await one.say({ kind: 'text', text: '确认' });
    const number = /受理编号[:：]\s*(\d{15})/u.exec((await one.heard()).join('\n'))?.[1];
    const other = await meet();
    const unknown = await request('GET', '/web/cases/209901010000000', { token: other.token });
    const foreign = await request('GET', `/web/cases/${number}`, { token: other.token });
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.json).toEqual(unknown.json);
    expect((await request('GET', `/web/cases/${number}`, { token: one.token })).status).toBe(200);
    expect((await request('GET', '/web/cases/1', { token: one.token })).json.field).toBe('number');
  });

  test('bad JSON is 400 naming the field, an unknown route 404, a huge body 413', async () => {
    const { token } = await meet();
    expect(await request('POST', '/web/turns', { token, body: '{"id":' })).toMatchObject({
      status: 400,
      json: { field: 'body' },
    });
    expect(await request('POST', '/web/nowhere', { token, body: '{}' })).toMatchObject({ status: 404 });
    const huge = JSON.stringify({ id: 'a', said: { kind: 'text', text: 'x'.repeat(200_000) } });
    expect((await request('POST', '/web/turns', { token, body: huge })).status).toBe(413);
  });

  test('a channel host needs its signature, and speaks for its own people only', async () => {
    const secret = cloud.gateway.secret(cloud.resources.hostSecret);
    const post = (conversation: string, key = secret, channel = 'wechaty') => {
      const body = JSON.stringify({ conversation, id: `h${++count}`, said: { kind: 'hello' } });
      const at = new Date(cloud.clock.now());
      const headers = {
        'webhook-id': `w${count}`,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(key, { format: 'raw' }).sign(`w${count}`, at, body),
      };
      return request('POST', `/channels/${channel}/turns`, { body, headers });
    };
    expect((await post('wechaty:wxid_1')).status).toBe(202);
    expect((await post('wechaty:wxid_1', 'another secret')).status).toBe(401);
    expect((await post('web:S001')).status).toBe(403);
    expect((await post('web:S001', secret, 'web')).status).toBe(400);
    expect((await request('POST', '/channels/wechaty/turns', { body: '{}' })).status).toBe(401);
  });
});

describe('what queues are sent', () => {
  const depth = (name: RegExp) =>
    Object.entries(cloud.gateway.pending())
      .filter(([queue]) => name.test(queue))
      .reduce((sum, [, queue]) => sum + queue.visible + queue.inFlight, 0);

  test.each([
    ['a version nobody knows', JSON.stringify({ v: 99, id: 'x' })],
    ['no JSON', 'nonsense'],
    ['another shape', '{}'],
  ])('%s goes to the dead letters at once, and what comes after it is done', async (_what, MessageBody) => {
    const queues = Object.keys(cloud.gateway.pending());
    const turns = queues.find((queue) => /turn/iu.test(queue) && !/dead|dlq|letter/iu.test(queue));
    const letters = /turn.*(dead|dlq|letter)/iu;
    const before = depth(letters);
    const person = await meet();
    const { conversation } = person;
    const good = { v: 1, id: 'good', conversation, correlation: 'c', said: { kind: 'hello' } };
    for (const body of [MessageBody, JSON.stringify(good)]) {
      const sent = await cloud.gateway.sqs('admin', 'SendMessage', {
        QueueUrl: `${cloud.gatewayUrl}/000000000000/${turns}`,
        MessageBody: body,
        MessageGroupId: 'g',
        MessageDeduplicationId: `d${++count}`,
      });
      expect(sent.status).toBe(200);
    }
    await cloud.idle();
    expect(depth(letters)).toBe(before + 1);
    expect(await person.heard()).toHaveLength(1);
  });
});

describe('what the console sends its widget', () => {
  const call = async (event: unknown, name = 'casesByStage') => {
    const outcome = await cloud.invoke(name, event);
    return String('payload' in outcome ? outcome.payload : JSON.stringify(outcome));
  };

  test('it describes itself, draws only for the console, and holds no script, action or word of a resident', async () => {
    const person = await meet();
    await person.say({
      kind: 'text',
      text: '建设路12号的路灯坏了<cwdb-action action="call" endpoint="arn:x">',
    });
    await person.say({ kind: 'text', text: '确认' });
    expect(await call({ describe: true })).toMatch(/^## /u);
    expect(await call({})).toMatch(/CloudWatch/u);
    expect(await call('nonsense')).toMatch(/CloudWatch/u);
    const drawn = await call({ widgetContext: { theme: 'dark' } });
    expect(drawn).toMatch(/待核实[\s\S]*建设路街道/u);
    expect(drawn).not.toMatch(/<script|cwdb-action|onload|路灯/u);
  });

  test('the map describes itself, draws only for the console, and calls nobody but itself', async () => {
    const map = (event: unknown) => call(event, 'cityMap');
    expect(await map({ describe: true })).toMatch(/^## /u);
    expect(await map({})).toMatch(/CloudWatch/u);
    expect(await map('nonsense')).toMatch(/CloudWatch/u);
    const drawn = await map({ widgetContext: { theme: 'dark' } });
    expect(drawn).toMatch(/建设路街道/u);
    const endpoints = new Set([...drawn.matchAll(/endpoint="(.*?)"/gu)].map(([, endpoint]) => endpoint));
    expect([...endpoints]).toEqual([expect.stringMatching(/^arn:aws[^"]*:function:[^"]*cityMap/iu)]);
    expect(drawn).not.toMatch(/<script|onload|1[3-9]\d{9}/u);
  });

  test.each([
    { area: '<script>' },
    { area: 'nowhere', page: -5 },
    { area: 12, page: 'x', show: 'everything' },
    { show: 'ledger' },
    { show: 'ledger', area: 'nowhere' },
    { show: 'route' },
    { show: 'route', forms: { service: ['x'], place: { y: 1 } } },
    { show: 'route', forms: { service: '<script>alert(1)</script>', place: '999,999' } },
    { forms: { at: '"><script>' } },
    { width: -1, height: 1e9 },
  ])(
    'the map asked %j is a card, not an error',
    async ({ forms = {}, width = 600, height = 400, ...asked }) => {
      const drawn = await call(
        { ...asked, widgetContext: { width, height, forms: { all: forms } } },
        'cityMap',
      );
      expect(drawn).toMatch(/class="wg"/u);
      expect(drawn).not.toMatch(/<script|errorMessage/u);
    },
  );
});

test.each(['postTurn', 'takeTurn'])('nothing of all this left a private word in the log of %s', (name) => {
  const log = readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8');
  expect(log.length).toBeGreaterThan(100);
  expect(log).not.toMatch(/路灯坏了|HYPERLINK|alert\(1\)/u);
});
