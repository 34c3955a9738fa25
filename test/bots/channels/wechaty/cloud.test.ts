import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wakefulCity } from '../../../../bench/wakefulCity.ts';
import { type Host, startHost } from '../../../../bots/channels/wechaty/startHost.ts';
import { type LocalCloud, startLocalCloud } from '../../../../infra/local/LocalCloud.ts';
import { MockWechat } from '../../../../infra/local/wechat/MockWechat.ts';
import { root } from '../../../../infra/root.ts';
import { until } from './support/until.ts';

const photo = readFileSync(join(root, 'test/journeys/lamp.jpg'));
const supervisor = 'S001';

/** The example city, with the supervisor of one grid on WeChat. */
const makeCity = (dir: string): string => {
  const city = wakefulCity(dir);
  const ledger = join(city, 'ledger.csv');
  const row = /(?<=,supervisor,,S001,.*),web,/u;
  writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(row, ',wechaty,'));
  return city;
};

describe('WeChat on the local cloud', () => {
  const dir = mkdtempSync(join(tmpdir(), 'wangge-wechat-cloud-'));
  const wechat = new MockWechat();
  let cloud: LocalCloud;
  let host: Host;

  const start = async (secret: string, puppet = wechat.puppet): Promise<Host> => {
    const started = await startHost({
      door: cloud.url,
      secret,
      puppet,
      spoolDir: join(dir, 'spool'),
      poll: { waitSeconds: 2, pause: 0 },
      retry: { first: 50, most: 500 },
      log: () => undefined,
    });
    wechat.login();
    return started;
  };
  /** What somebody was told since they were last asked. */
  const told = new Map<string, number>();
  const hears = async (to: string, words: RegExp): Promise<string> => {
    const fresh = () => wechat.heard(to).slice(told.get(to) ?? 0);
    await until(() => fresh().some((text) => words.test(text)));
    const text = fresh().find((each) => words.test(each)) ?? '';
    told.set(to, wechat.heard(to).length);
    return text;
  };

  beforeAll(async () => {
    cloud = await startLocalCloud({ dataDir: join(dir, 'data'), cityDir: makeCity(dir) });
    wechat.meet('wxid_zhang', '张三');
    wechat.meet('wxid_li', '李四');
    wechat.meet(supervisor, '王秀英');
    wechat.openRoom('19@chatroom', ['wxid_zhang', 'wxid_li']);
    host = await start(cloud.gateway.secret(cloud.resources.hostSecret));
  }, 180_000);
  afterAll(async () => {
    await host?.stop();
    await cloud?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('a resident files a case, and its supervisor accepts it, both in WeChat', async () => {
    wechat.say('wxid_zhang', '路灯坏了两天了');
    await hears('wxid_zhang', /在哪里/u);
    wechat.sendPhoto('wxid_zhang', photo);
    await hears('wxid_zhang', /照片收到了/u);
    wechat.sendPlace('wxid_zhang', { lng: 121.4712, lat: 31.2304, name: '建设路12号' });
    const summary = await hears('wxid_zhang', /核对/u);
    expect(summary).toMatch(/建设路12号[\s\S]*照片：1 张[\s\S]*\n1 确认\n/u);
    wechat.say('wxid_zhang', '1');
    const filed = await hears('wxid_zhang', /受理编号/u);
    const number = /受理编号：(?<number>\d{15})/u.exec(filed)?.groups?.number ?? '';
    expect(await cloud.store.cases.load(number)).toMatchObject({
      stage: 'verifying',
      leaf: '990101001001001',
      reporter: 'wechaty:wxid_zhang',
    });

    expect(await hears(supervisor, /请核实/u)).toMatch(/1 属实\n2 不属实/u);
    await until(() => wechat.sent.some(({ to, file }) => to === supervisor && file?.equals(photo) === true));
    wechat.say(supervisor, '1');
    await hears('wxid_zhang', /已经受理/u);
    await until(async () => (await cloud.store.cases.load(number))?.stage === 'assigned');
    expect(host.health()).toMatchObject({ ok: true, waiting: 0, faults: 0 });
  }, 60_000);

  test('a resident is answered in the room they asked in, by name', async () => {
    wechat.say('wxid_li', '井盖没了', { room: '19@chatroom', mention: true });
    const answer = await hears('19@chatroom', /在哪里/u);
    expect(answer).toMatch(/^@李四\u2005/u);
    expect(wechat.heard('wxid_li')).toEqual([]);
  }, 30_000);

  test('what is delivered again is answered once, even by a host that has forgotten it', async () => {
    wechat.say('wxid_zhang', '进度', { id: 'again' });
    await hears('wxid_zhang', /受理编号/u);
    await host.stop();
    rmSync(join(dir, 'spool', 'heard.ids'));
    host = await start(cloud.gateway.secret(cloud.resources.hostSecret), wechat.restart());
    wechat.say('wxid_zhang', '进度', { id: 'again' });
    wechat.say('wxid_zhang', '帮助');
    await hears('wxid_zhang', /./u);
    await host.settled();
    await cloud.idle();
    await host.settled();
    expect(wechat.heard('wxid_zhang').filter((text) => text.startsWith('受理编号：'))).toHaveLength(1);
  }, 60_000);

  test('a host with another secret is refused, and loses nothing', async () => {
    await host.stop();
    host = await start('not-the-secret-of-this-door', wechat.restart());
    wechat.say('wxid_li', '帮助');
    await until(() => host.health().door === 'refused' && host.health().waiting === 1);
    await host.stop();
    host = await start(cloud.gateway.secret(cloud.resources.hostSecret), wechat.restart());
    await hears('wxid_li', /./u);
  }, 60_000);
});
