import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { commandAnswerSchema } from '../../shared/contracts/caseAnswer.ts';
import { type AskedCommand, commandSchema } from '../../shared/contracts/command.ts';
import { listedAnswerSchema } from '../../shared/contracts/listed.ts';
import { casesAnswerSchema, errorAnswerSchema } from '../../shared/contracts/web.ts';
import { ApiPerson, type Report } from './support/ApiPerson.ts';

/** Whole lives of cases by the HTTP API alone, through the real doors, streams and clocks of the local cloud. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-09-14T10:00:00+08:00');
const PLACE = { lng: 121.4712, lat: 31.2304, name: '建设路12号' };
const LAMP: Report = { service: '01037', place: PLACE, text: '路灯坏了两天了', photos: [] };

let cloud: LocalCloud;
let dataDir: string;
const asked = new Set<string>();

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wangge-api-'));
  cloud = await startLocalCloud({ dataDir, cityDir: 'cities/example', frozenAt: START });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const person = (conversation: string) => ApiPerson.of(cloud, conversation);

/** Asks for it as that person; answers the stage it comes to. */
const step = async (number: string, who: string, command: AskedCommand): Promise<string> => {
  asked.add(command.type);
  const { status, json } = await (await person(`web:${who}`)).asks(number, command);
  expect([command.type, status, status === 200 ? '' : json]).toEqual([command.type, 200, '']);
  return commandAnswerSchema.parse(json).stage;
};

const opened = async (who: string, more: Partial<Report> = {}): Promise<string> => {
  asked.add('open');
  // A case that comes later is later by the clock, too.
  await cloud.advanceTo(cloud.clock.now() + MINUTE);
  const { status, json } = await (await person(`web:${who}`)).open({ ...LAMP, ...more });
  expect([status, json.message]).toEqual([200, undefined]);
  return commandAnswerSchema.parse(json).number;
};

const refused = async (number: string, who: string, command: AskedCommand): Promise<readonly unknown[]> => {
  const { status, json } = await (await person(`web:${who}`)).asks(number, command);
  return [status, errorAnswerSchema.parse(json).error];
};

const reason = '现场看过了';
const done: Extract<AskedCommand, { type: 'finish' }> = {
  type: 'finish',
  report: '换了灯泡',
  photos: [],
};

test('a case goes its longest way, from a report to the end that the level above makes of it', async () => {
  const number = await opened('r-1');
  const go = (who: string, command: AskedCommand) => step(number, who, command);
  expect(await go('r-1', { type: 'supplement', text: '就在小学门口' })).toBe('verifying');
  expect(await go('S001', { type: 'verify' })).toBe('assigned');
  expect(await go('r-1', { type: 'urge' })).toBe('assigned');
  expect(await go('H007', { type: 'sign' })).toBe('handling');
  await go('H007', { type: 'extend', by: '1wd', reason: '配件在路上' });
  const mine = await (await person('web:r-1')).call('GET', '/web/cases');
  expect(casesAnswerSchema.parse(mine.json).cases.map((line) => line.number)).toContain(number);
  await go('D002', { type: 'approve' });
  expect(await go('H007', { type: 'ask', question: '是哪一盏？' })).toBe('waiting');
  expect(await go('r-1', { type: 'supplement', text: '左边第二盏' })).toBe('handling');
  await go('H007', { type: 'transfer', to: { person: 'H008' } });
  await go('H008', { type: 'cohandle', unit: 'U05', reason: '要挖开路面' });
  await go('H011', { type: 'sign' });
  await go('H011', { ...done, report: '路面挖好了' });
  await go('H008', { type: 'suspend', reason: '等厂家' });
  await go('L011', { type: 'reject', reason: '先找备件' });
  await go('H008', { type: 'suspend', reason: '厂家停产' });
  expect(await go('L011', { type: 'approve' })).toBe('suspended');
  expect(await go('H008', { type: 'resume' })).toBe('handling');
  expect(await go('H008', { type: 'consult', question: '换哪种灯？' })).toBe('consulting');
  await go('E001', { type: 'opine', accept: true, words: '换 LED' });
  expect(await go('E002', { type: 'opine', accept: true, words: '同意' })).toBe('handling');
  expect(await go('H008', done)).toBe('checking');
  expect(await go('S001', { type: 'fail', reason: '还是不亮' })).toBe('handling');
  await go('H008', done);
  expect(await go('S001', { type: 'pass' })).toBe('rating');
  await go('r-1', { type: 'rate', rating: { overall: 'D', opinion: '又灭了' } });
  expect(await go('D002', { type: 'visit', agreed: false, words: '居民不同意' })).toBe('handling');
  await go('H008', done);
  await go('S001', { type: 'pass' });
  await go('r-1', { type: 'rate', rating: { overall: 'D' } });
  expect(await go('D002', { type: 'visit', agreed: false, words: '还是不行' })).toBe('dispatching');
  expect(await go('L011', { type: 'conclude', reason: '整条路明年改造' })).toBe('closed');
}, 120_000);

test('what is refused, appealed, overruled, given back, merged, withdrawn or put right at once comes to its end', async () => {
  const declined = await opened('r-2');
  expect(await step(declined, 'S001', { type: 'decline', reason })).toBe('declined');
  expect(await step(declined, 'r-2', { type: 'appeal', reason: '真的坏了' })).toBe('screening');
  expect(await step(declined, 'L021', { type: 'accept' })).toBe('assigned');
  expect(await step(declined, 'D002', { type: 'redispatch', unit: 'U02', reason: '归养护所' })).toBe(
    'assigned',
  );
  expect(await refused(declined, 'H005', { type: 'return', reason })).toEqual([409, 'returnedBefore']);
  expect(await step(declined, 'r-2', { type: 'withdraw', reason: '修好了' })).toBe('withdrawn');

  const first = await opened('r-3');
  await step(first, 'S001', { type: 'correct', condition: 'b' });
  expect(await step(first, 'H007', { type: 'return', reason: '不归路灯所' })).toBe('dispatching');
  await step(first, 'D002', { type: 'dispatch', unit: 'U02', assist: [{ unit: 'U03', after: 'U02' }] });
  const second = await opened('r-4');
  expect(await step(second, 'S001', { type: 'merge', into: first })).toBe('merged');
  await cloud.idle();
  expect((await (await person('web:r-4')).looks(first)).status).toBe(200);

  const solved = await opened('r-5');
  const photos = [await (await person('web:S001')).photo()];
  expect(await step(solved, 'S001', { type: 'solve', report: '当场拧紧了', photos })).toBe('rating');
  expect(await step(solved, 'r-5', { type: 'rate', rating: { overall: 'A', openness: 'B' } })).toBe('closed');

  const found = await opened('S001', { patrol: { solved: { report: '扶正了', photos } } });
  expect((await (await person('web:S001')).looks(found)).json.stage).toBe('closed');

  const owing = await opened('r-6', {
    service: 'Z6001',
    text: '要办居住证',
    phone: '13800010007',
    owes: { materials: ['b'], promise: '三天内补齐' },
  });
  const lacking = await (await person('web:r-6')).looks(owing);
  expect(lacking.json).toMatchObject({ owed: [{ code: 'b' }], promise: '三天内补齐' });
  await step(owing, 'r-6', { type: 'supply', material: 'b', text: '补上了' });
  expect((await (await person('web:r-6')).looks(owing)).json.owed).toEqual([]);
}, 120_000);

test('every command that there is was asked for over the API', () => {
  const all = commandSchema.options.map(({ shape }) => shape.type.value);
  expect([...asked].sort()).toEqual(['open', ...all].sort());
});

describe('what is sent again', () => {
  test('opens no second case under its id, not even on another day', async () => {
    const resident = await person('web:r-7');
    const [one, beside] = await Promise.all([resident.open(LAMP, 'mine'), resident.open(LAMP, 'mine')]);
    expect([beside.status, beside.json.number]).toEqual([200, one.json.number]);
    await cloud.advanceTo(cloud.clock.now() + DAY);
    const again = await resident.open(LAMP, 'mine');
    expect([one.status, again.status]).toEqual([200, 200]);
    expect(again.json.number).toBe(one.json.number);
    expect((await (await person('web:r-8')).open(LAMP, 'mine')).json.number).not.toBe(one.json.number);
  });

  test('is done once, and answered as what it did', async () => {
    const number = await opened('r-9');
    const resident = await person('web:r-9');
    for (const _time of [1, 2]) {
      const { status } = await resident.asks(number, { type: 'supplement', text: '很暗' }, 'once');
      expect(status).toBe(200);
    }
    const { json } = await resident.looks(number);
    expect(json.text).toBe('路灯坏了两天了\n很暗');
    const supervisor = await person('web:S001');
    for (const _time of [1, 2])
      expect((await supervisor.asks(number, { type: 'verify' }, 'seen')).status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each(['/web/cases', '/web/cases/202609280000001/commands'])('%s without a token', async (path) => {
    const body = JSON.stringify({ id: 'a', command: { type: 'sign' } });
    const answer = await fetch(new URL(path, cloud.url), { method: 'POST', body });
    expect([answer.status, errorAnswerSchema.parse(await answer.json()).error]).toEqual([401, 'notSignedIn']);
  });

  test.each([
    [{ id: 'a' }, 'command'],
    [{ id: 'a', command: { type: 'tick' } }, 'command.type'],
    [{ id: 'a', command: { type: 'sign', by: 'H007' } }, 'command.by'],
    [{ id: 'a', command: { type: 'sign' }, conversation: 'web:S001' }, 'conversation'],
    [{ id: 'a b', command: { type: 'sign' } }, 'id'],
  ])('%j is 400 and names the field', async (body, field) => {
    const { status, json } = await (await person('web:r-1')).call(
      'POST',
      '/web/cases/202609280000001/commands',
      body,
    );
    expect([status, json.field]).toEqual([400, field]);
  });

  test.each([
    ['r-other', { type: 'withdraw' }, 404, 'noSuchCase'],
    ['r-other', { type: 'verify' }, 404, 'noSuchCase'],
    ['r-10', { type: 'verify' }, 403, 'notYours'],
    ['D002', { type: 'verify' }, 403, 'notYours'],
    ['S001', { type: 'pass' }, 409, 'wrongStage'],
    ['S001', { type: 'merge', into: '202601010000001' }, 404, 'noSuchCase'],
    ['S001', { type: 'correct', service: 'nothing' }, 409, 'unknownService'],
    ['S001', { type: 'solve', report: '好了', photos: [] }, 409, 'photoNeeded'],
  ] as const)('%s asking for %j is answered %i %s, in words', async (who, command, status, error) => {
    const number = await opened('r-10');
    const answer = await (await person(`web:${who}`)).asks(number, command as AskedCommand);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(errorAnswerSchema.parse(answer.json).message).toMatch(/[\u4e00-\u9fff]{4}/u);
  });

  test('a photo that is another’s, that is none, or that never came', async () => {
    const number = await opened('r-11');
    const [resident, other] = [await person('web:r-11'), await person('web:r-12')];
    const supplement = async (key: string) => {
      const { status, json } = await resident.asks(number, { type: 'supplement', photos: [key] });
      return [status, json.error, json.field];
    };
    expect(await supplement(await other.photo())).toEqual([403, 'notYours', 'command.photos.0']);
    const svg = await resident.photo(Buffer.from('<svg onload=alert(1)>'));
    expect(await supplement(svg)).toEqual([415, 'notAPhoto', 'command.photos.0']);
    expect(await supplement(svg.replace(/.{4}$/u, '0000'))).toEqual([400, 'missing', 'command.photos.0']);
    expect((await supplement(await resident.photo()))[0]).toBe(200);
  });

  test('a report without what must be known of it, and a patrol by somebody who walks none', async () => {
    const resident = await person('web:r-13');
    const open = async (more: Partial<Report>) => {
      const { status, json } = await resident.open({ ...LAMP, ...more });
      return [status, json.field ?? json.error];
    };
    expect(await open({ text: '' })).toEqual([400, 'command.text']);
    expect(await open({ patrol: {} })).toEqual([403, 'command.patrol']);
    expect(await open({ place: { ...PLACE, lng: 100 } })).toEqual([409, 'outsideCity']);
    expect(await open({ service: '99999' })).toEqual([409, 'unknownService']);
    const nobody = await resident.call('POST', '/web/cases', {
      id: 'x',
      command: { type: 'open', reporter: 'web:r-1' },
    });
    expect(nobody.status).toBe(400);
  });
});

test('what is late beyond the ladder is published, and taken away when it is done', async () => {
  const listed = async () => {
    const headers = { accept: 'application/json' };
    const response = await fetch(new URL('/listed', cloud.url), { headers });
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    return listedAnswerSchema.parse(await response.json());
  };
  const number = await opened('r-14');
  await step(number, 'S001', { type: 'verify' });
  expect((await listed()).cases.map((one) => one.number)).not.toContain(number);
  await cloud.advanceTo(cloud.clock.now() + 20 * DAY);
  await cloud.idle();
  const line = (await listed()).cases.find((one) => one.number === number);
  expect(line).toMatchObject({
    service: '路灯异常',
    community: expect.any(String),
    unit: '路灯管理所',
    past: false,
  });
  expect(JSON.stringify(await listed())).not.toMatch(/建设路12号|r-14|13800/u);
  const page = await (await fetch(new URL('/listed', cloud.url))).text();
  expect(page).toContain(number);
  expect(page).not.toMatch(/<script|建设路12号/u);
  expect((await (await person('web:r-14')).looks(number)).json.listed).toMatchObject({ unit: 'U03' });

  await step(number, 'H007', { type: 'sign' });
  await step(number, 'H007', done);
  await step(number, 'S001', { type: 'pass' });
  await step(number, 'r-14', { type: 'rate', rating: { overall: 'B' } });
  await cloud.idle();
  expect((await listed()).cases.map((one) => one.number)).not.toContain(number);
}, 240_000);

test.each(['openCase', 'commandCase'])('%s left no private word in its log', (name) => {
  const log = readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8');
  expect(log.length).toBeGreaterThan(100);
  expect(log).not.toMatch(/路灯坏了|换了灯泡|厂家|13800010007|建设路/u);
});
