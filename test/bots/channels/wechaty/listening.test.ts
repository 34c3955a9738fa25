import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { types } from 'wechaty-puppet';
import { type HostStage, openHost } from './support/openHost.ts';
import { until } from './support/until.ts';

describe('what the puppet tells the host', () => {
  let stage: HostStage;
  beforeEach(async () => {
    stage = await openHost();
    await stage.start();
    await stage.host().settled();
  });
  afterEach(() => stage.close());

  test('makes it healthy when logged in, and not when logged out', async () => {
    expect(stage.host().health()).toEqual({
      ok: true,
      login: 'in',
      door: 'open',
      waiting: 0,
      faults: 0,
      stuck: false,
    });
    await stage.wechat.puppet.logout();
    expect(stage.host().health()).toMatchObject({ ok: false, login: 'out' });
    stage.wechat.login();
    expect(stage.host().health()).toMatchObject({ ok: true, login: 'in' });
  });

  test('is a code that is drawn in the log, to be scanned by nobody else', async () => {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      await stage.wechat.puppet.logout();
      await sleep(10);
      stage.wechat.puppet.emit('scan', {
        qrcode: 'https://login.example/abc',
        status: types.ScanStatus.Waiting,
      });
      expect(stage.host().health()).toMatchObject({ ok: false, login: 'scan', stuck: false });
      await until(() => printed.mock.calls.length > 0);
      const drawn = String(printed.mock.calls[0]?.[0]);
      expect(drawn).toMatch(/[▀▄█]/u);
      expect(drawn).not.toContain('login.example');
    } finally {
      printed.mockRestore();
    }
  });

  test('is counted and logged when it is a fault, without what it quotes, and the host goes on', async () => {
    stage.wechat.puppet.emit('error', { data: '张三 wxid_1 13800138000 says 路灯坏了' });
    stage.wechat.puppet.emit('message', { messageId: 'nobody-knows-it' });
    await until(() => stage.host().health().faults >= 2);
    const log = JSON.stringify(stage.lines);
    for (const secret of ['张三', 'wxid_1', '13800138000', '路灯']) expect(log).not.toContain(secret);
    stage.wechat.say('wxid_1', '还在吗');
    await stage.host().settled();
    expect(stage.door.turns).toHaveLength(1);
  });

  test('may be nothing at all: the host still stops within ten seconds, and keeps what it has', async () => {
    let giveUp: () => void = () => undefined;
    stage.wechat.puppet.stop = () =>
      new Promise((resolve) => {
        giveUp = resolve;
      });
    stage.door.hang = true;
    stage.wechat.say('wxid_1', '一');
    await until(() => stage.host().health().waiting === 1);
    const begun = performance.now();
    await stage.host().stop();
    expect(performance.now() - begun).toBeLessThan(10_000);
    await sleep(100);
    expect(stage.door.hanging).toBe(0);
    // wechaty itself would go on waiting for fifteen seconds.
    giveUp();
    stage.door.hang = false;
    stage.wechat.restart();
    await stage.start();
    await stage.host().settled();
    expect(stage.door.turns.map(({ said }) => said)).toEqual([{ kind: 'text', text: '一' }]);
  }, 30_000);
});
