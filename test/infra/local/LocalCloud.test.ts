import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type LocalCloud, startLocalCloud } from '../../../infra/local/LocalCloud.ts';
import { publishCity } from '../../../shared/city/publishCity.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import { messagesAnswerSchema, sessionAnswerSchema } from '../../../shared/contracts/web.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'wangge-cloud-'));
const at = Date.parse('2026-09-28T10:00:00+08:00');
let cloud: LocalCloud;

const start = async (): Promise<void> => {
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example' });
};
beforeAll(async () => {
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example', frozenAt: at });
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const call = async (
  method: string,
  path: string,
  more: { token?: string; body?: unknown; origin?: string } = {},
) => {
  const response = await fetch(new URL(path, cloud.url), {
    method,
    headers: {
      'content-type': 'application/json',
      ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
      ...(more.origin ? { origin: more.origin } : {}),
    },
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

/** Reports a lamp and answers with the case's number and the resident's token. */
const report = async (): Promise<{ readonly number: string; readonly token: string }> => {
  const { token } = sessionAnswerSchema.parse((await call('POST', '/web/sessions', { body: {} })).body);
  for (const text of ['建设路12号路灯不亮', '确认']) {
    const id = `t-${Math.random().toString(36).slice(2)}`;
    await call('POST', '/web/turns', { token, body: { id, said: { kind: 'text', text } } });
    await cloud.idle();
  }
  const { messages } = messagesAnswerSchema.parse((await call('GET', '/web/messages', { token })).body);
  const texts = messages.flatMap((message) => ('reply' in message ? [message.reply.text] : []));
  const number = texts.join('\n').match(/受理编号：(\d{15})/u)?.[1];
  if (!number) throw new Error(`No number in ${texts.join('\n')}`);
  return { number, token };
};

/** As another process does it, which this run hears nothing of. */
const publishElsewhere = async (folder: string): Promise<string> => {
  const { cityBlobs: blobs, cityVersions } = cloud.store;
  const { city } = await readCityFolder(folder, '2026-09-28');
  if (!city) throw new Error(`${folder} has faults`);
  const published = await publishCity(city, { blobs, store: cityVersions, now: cloud.clock.now });
  if (!published.published) throw new Error(published.why);
  return published.version;
};

/** What is asked a minute later by this machine's own time, while the local clock stands. */
const inAMinute = async <T>(ask: () => Promise<T>): Promise<T> => {
  const real = Date.now;
  const later = jest.spyOn(Date, 'now').mockImplementation(() => real() + 60_000);
  try {
    return await ask();
  } finally {
    later.mockRestore();
  }
};

describe('a local cloud', () => {
  test('plays a report from door to store, and is idle afterwards', async () => {
    const { number } = await report();
    expect(await cloud.store.cases.load(number)).toMatchObject({ stage: 'verifying', openedAt: at });
    const depths = Object.values(cloud.gateway.pending());
    expect(depths.every((depth) => depth.visible + depth.inFlight + depth.held === 0)).toBe(true);
  });

  test('lets everything due on the way happen when its clock is moved, each at its own time', async () => {
    const { number } = await report();
    await call('POST', '/local/clock', { body: { advance: '2h' } });
    expect(cloud.clock.state()).toEqual({ frozen: true, at: at + 2 * 3_600_000 });
    const rings = (await cloud.store.cases.history(number)).flatMap((entry) =>
      entry.events.flatMap((event) => (event.type === 'rang' ? [[event.step, entry.at - at]] : [])),
    );
    expect(rings).toEqual([
      ['remind', 45 * 60_000],
      ['urge', 60 * 60_000],
    ]);
  });

  test('is all there after it was stopped and started again, its clock too', async () => {
    const { number, token } = await report();
    const now = cloud.clock.now();
    await cloud.stop();
    await start();
    expect(cloud.clock.now()).toBe(now);
    expect((await call('GET', `/web/cases/${number}`, { token })).body).toMatchObject({ number });
    expect(await report()).toMatchObject({ number: expect.any(String) });
  });

  test('what was published since stays in force through a restart, unless a folder is given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-city-'));
    cpSync('cities/example', folder, { recursive: true });
    const settings = readFileSync(join(folder, 'city.yaml'), 'utf8').replace('rounds: 2', 'rounds: 4');
    writeFileSync(join(folder, 'city.yaml'), settings);
    const version = await cloud.publishCity(folder);
    expect((await cloud.cities.current()).city.version).toBe(version);
    await cloud.stop();
    cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example', keepsCity: true });
    expect(cloud.know().city).toMatchObject({ version, rounds: 4 });
    expect(await cloud.store.cityVersions.pointer('example')).toMatchObject({ version });
    writeFileSync(join(folder, 'city.yaml'), settings.replace('rounds: 4', 'rounds: 5'));
    const elsewhere = await publishElsewhere(folder);
    expect((await inAMinute(() => cloud.cities.current())).city).toMatchObject({
      version: elsewhere,
      rounds: 5,
    });
    await cloud.stop();
    await start();
    expect(cloud.know().city.rounds).toBe(2);
    rmSync(folder, { recursive: true });
  });

  test('begins anew when it is reset', async () => {
    await cloud.reset(at);
    expect(await cloud.store.caseNumbers()).toEqual([]);
    expect(cloud.clock.now()).toBe(at);
    await report();
    expect(await cloud.store.caseNumbers()).toHaveLength(1);
  });

  test('gives each function a log of whole lines', () => {
    expect(readdirSync(join(dataDir, 'logs'))).toEqual(
      expect.arrayContaining(['takeTurn.log', 'notify.log']),
    );
  });
});

describe('the control door', () => {
  test('shows three people to play, and makes a new resident when asked', async () => {
    const { body: before } = await call('GET', '/local/state');
    expect(before.clock).toEqual({ now: cloud.clock.now(), frozen: true });
    const people = before.people as {
      readonly key: string;
      readonly conversation: string;
      readonly token: string;
    }[];
    expect(people.map(({ key }) => key)).toEqual(['resident', 'supervisor', 'unit']);
    expect((await call('GET', '/web/cases', { token: people[1]?.token ?? '' })).status).toBe(200);
    expect((await call('GET', '/local/state')).body.people).toEqual(before.people);
    const { body: after } = await call('POST', '/local/people', { body: {} });
    expect((after.people as typeof people)[0]?.conversation).not.toBe(people[0]?.conversation);
  });

  test('gives phones to any post and to other residents, and keeps them through a restart', async () => {
    type Answer = { readonly opened?: string; readonly people: readonly Record<string, string>[] };
    const ask = async (path: string, body?: unknown) => {
      const { status, body: answer } = await call(body === undefined ? 'GET' : 'POST', path, { body });
      expect([path, status]).toEqual([path, 200]);
      return answer as unknown as Answer & { readonly posts: readonly { readonly post: unknown }[] };
    };
    const { posts } = await ask(`/local/posts?words=${encodeURIComponent('建设路派遣员')}`);
    expect(posts).toMatchObject([{ name: '梁建国', role: '派遣员', where: '建设路街道' }]);
    const before = await ask('/local/state');
    const open = { post: posts[0]?.post };
    const opened = await ask('/local/phones', { open });
    expect([opened.opened, opened.people.at(-1)]).toMatchObject([
      'more1',
      { name: '梁建国', role: '派遣员' },
    ]);
    expect(opened.people.slice(0, 3)).toEqual(before.people);
    // Who has one keeps it, and gets no second one.
    expect((await ask('/local/phones', { open, key: 'unit' })).opened).toBe('more1');
    expect((await ask('/local/phones', { open: {}, key: 'supervisor' })).people[1]).toMatchObject({
      key: 'supervisor',
      name: '王居民',
    });
    const kept = (await ask('/local/state')).people.map(({ key, conversation }) => [key, conversation]);
    await cloud.stop();
    await start();
    const after = (await ask('/local/state')).people.map(({ key, conversation }) => [key, conversation]);
    expect(after).toEqual(kept);
    expect((await ask('/local/phones', { close: 'more1' })).people).toHaveLength(3);
    const supervisor = { role: 'supervisor', area: '990101001001001', person: 'S001' };
    await ask('/local/phones', { open: { post: supervisor }, key: 'supervisor' });
    for (const [body, status] of [
      [{ close: 'resident' }, 404],
      [{ open: {}, key: 'more1' }, 409],
      [{ open: { post: { role: 'expert', area: 'nowhere', person: 'E1' } } }, 404],
      [{ open: { resident: 'wechaty:wxid_1' } }, 400],
    ] as const)
      expect((await call('POST', '/local/phones', { body })).status).toBe(status);
  });

  test('gives tokens for other posts, and says when nobody holds one', async () => {
    const area = '990101002001001';
    const { body } = await call('POST', '/local/people', { body: { role: 'supervisor', area } });
    expect(body).toMatchObject({ conversation: expect.stringMatching(/^web:S/) });
    const nobody = await call('POST', '/local/people', { body: { role: 'expert', unit: 'U99' } });
    expect(nobody).toEqual({ status: 404, body: { message: 'Nobody holds the post expert  U99' } });
  });

  test("draws the dashboard's widgets by their own functions, with what an action asks", async () => {
    const { body } = await call('POST', '/local/widget', { body: { width: 300, height: 200 } });
    expect(body.html).toMatch(/<table/);
    const map = { name: 'cityMap', asked: { area: '990101001' }, forms: { at: '990101' } };
    const { body: drawn } = await call('POST', '/local/widget', { body: map });
    expect(drawn.html).toMatch(/name="at" value="990101001"/);
    expect((await call('POST', '/local/widget', { body: { name: 'postTurn' } })).status).toBe(400);
  });

  test('shows a case with its whole history', async () => {
    const { number } = await report();
    const { body } = await call('GET', `/local/case/${number}`);
    expect(body).toMatchObject({ case: { number }, history: [{ seq: 1, hash: expect.any(String) }] });
    const { body: panel } = await call('GET', `/local/case/${number}/panel`);
    expect(panel).toMatchObject({
      shown: { number, stageName: '待核实', clocks: [{ name: 'stage' }] },
      turns: [{ people: [{ role: '网格员', name: '王秀英', conversation: 'web:S001' }] }],
    });
    expect((await call('GET', '/local/case/202001010000000/panel')).status).toBe(404);
  });

  test.each([
    ['/local/clock', { advance: 'soon' }, 400],
    ['/local/clock', { at: 'noon' }, 400],
    ['/local/people', { role: 'boss' }, 400],
    ['/local/nothing', {}, 404],
  ])('answers %s %j with %s', async (path, body, status) => {
    const answer = await call('POST', path, { body });
    expect(answer.status).toBe(status);
    expect(answer.body.message).toEqual(expect.any(String));
  });

  test('is not for pages of other sites', async () => {
    expect(
      (await call('POST', '/local/clock', { body: { advance: '1h' }, origin: 'http://evil.example' })).status,
    ).toBe(403);
    expect(cloud.clock.now()).toBe(at);
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${cloud.url}/local/state`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});
