import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HostStage, openHost } from './support/openHost.ts';
import { PHOTO } from './support/photos.ts';
import { until } from './support/until.ts';

describe('when the door does not answer as it should', () => {
  let stage: HostStage;
  beforeEach(async () => {
    stage = await openHost();
  });
  afterEach(() => stage.close());

  const texts = () => stage.door.turns.map(({ said }) => (said.kind === 'text' ? said.text : said.kind));
  const spooled = async () =>
    (await readdir(join(stage.spoolDir, 'heard'))).filter((file) => file.endsWith('.json'));

  test('nothing is lost while it is down, and the order is kept when it is back', async () => {
    await stage.start();
    stage.wechat.say('wxid_1', '零');
    await stage.host().settled();
    await stage.door.close();
    for (const text of ['一', '二', '三']) stage.wechat.say('wxid_1', text);
    stage.wechat.sendPhoto('wxid_1', PHOTO);
    stage.wechat.say('wxid_1', '四');
    await until(() => stage.host().health().waiting === 5);
    await until(() => stage.host().health().door === 'down');
    expect(stage.host().health().ok).toBe(false);
    await stage.door.open();
    await stage.host().settled();
    expect(texts()).toEqual(['零', '一', '二', '三', 'photo', '四']);
    expect(stage.door.uploads.map(({ bytes }) => bytes)).toEqual([PHOTO]);
    expect(stage.host().health()).toMatchObject({ ok: true, waiting: 0 });
    expect(await spooled()).toEqual([]);
  });

  test.each([500, 503, 408, 429])('%i is asked again until it is taken', async (status) => {
    let left = 3;
    stage.door.instead = (path) =>
      path.endsWith('/turns') && left-- > 0
        ? { status, body: { error: 'fault', message: 'later' } }
        : undefined;
    await stage.start();
    stage.wechat.say('wxid_1', '一');
    stage.wechat.say('wxid_1', '二');
    await stage.host().settled();
    expect(texts()).toEqual(['一', '二']);
  });

  test('one person’s trouble does not keep the others waiting', async () => {
    await stage.start();
    stage.door.instead = (path) => (path.endsWith('/photos') ? { status: 500 } : undefined);
    stage.wechat.sendPhoto('wxid_1', PHOTO);
    stage.wechat.say('wxid_1', '一');
    stage.wechat.say('wxid_2', '二');
    await until(() => stage.door.turns.length === 1);
    expect(texts()).toEqual(['二']);
    stage.door.instead = () => undefined;
    await stage.host().settled();
    expect(texts()).toEqual(['二', 'photo', '一']);
  });

  test('what the door refuses for good is dropped, its sender is told, and the next one goes through', async () => {
    await stage.start();
    let refused = false;
    stage.door.instead = (path) => {
      if (!path.endsWith('/turns') || refused) return undefined;
      refused = true;
      return { status: 400, body: { error: 'badField', message: 'no' } };
    };
    stage.wechat.say('wxid_1', '我的电话是13800138000');
    stage.wechat.say('wxid_1', '二');
    await stage.host().settled();
    expect(texts()).toEqual(['二']);
    expect(stage.wechat.heard('wxid_1')).toEqual(['抱歉，刚才这条消息没能收下，请换个说法再发一次。']);
    expect(await spooled()).toEqual([]);
    const log = JSON.stringify(stage.lines);
    expect(log).toContain('400 badField');
    for (const secret of ['13800138000', '电话', '二', 'wxid_1']) expect(log).not.toContain(secret);
  });

  test('a picture that the bucket refuses is said to be unreadable', async () => {
    await stage.start();
    stage.door.instead = (path) => (path === '/bucket' ? { status: 400 } : undefined);
    stage.wechat.sendPhoto('wxid_1', PHOTO);
    await stage.host().settled();
    expect(stage.door.turns.map(({ said }) => said)).toEqual([{ kind: 'unknown', what: '图片' }]);
  });

  test('a wrong secret loses nothing: it is told, kept, and taken when the secret is right', async () => {
    stage.door.secret = 'another-secret-altogether';
    await stage.start();
    stage.wechat.say('wxid_1', '一');
    stage.wechat.say('wxid_1', '二');
    await until(() => stage.host().health().door === 'refused' && stage.host().health().waiting === 2);
    expect(stage.host().health()).toMatchObject({ ok: false, stuck: false, waiting: 2 });
    expect(stage.door.turns).toEqual([]);
    expect(stage.wechat.sent).toEqual([]);
    await stage.host().stop();
    stage.wechat.restart();
    await stage.start({ secret: 'another-secret-altogether' });
    await stage.host().settled();
    expect(texts()).toEqual(['一', '二']);
  });

  test('a clock that is wrong is told like a wrong secret', async () => {
    await stage.start({ now: () => Date.now() + 10 * 60_000 });
    await until(() => stage.host().health().door === 'refused');
  });

  test('an address where something else answers is not taken for a refusal of the message', async () => {
    await stage.start();
    stage.door.instead = () => ({ status: 403, body: { message: 'Forbidden' } });
    stage.wechat.say('wxid_1', '一');
    await until(() => stage.host().health().door === 'refused');
    expect(stage.wechat.sent).toEqual([]);
    stage.door.instead = () => undefined;
    await stage.host().settled();
    expect(texts()).toEqual(['一']);
  });

  test('what was not taken is posted after a restart, before anything new, once', async () => {
    await stage.start();
    await stage.door.close();
    stage.wechat.say('wxid_1', '一', { id: 'm1' });
    stage.wechat.sendPhoto('wxid_1', PHOTO, { id: 'm2' });
    stage.wechat.say('wxid_1', '三', { id: 'm3' });
    await until(async () =>
      (await readdir(join(stage.spoolDir, 'heard'))).some((file) => file.endsWith('.photo')),
    );
    await until(async () => (await spooled()).length === 3);
    await stage.host().stop();
    stage.wechat.restart();
    // The puppet has forgotten the picture: what is on disk is all there is.
    stage.wechat.puppet.messageFile = async () => {
      throw new Error('gone');
    };
    await stage.start();
    stage.wechat.say('wxid_1', '四', { id: 'm4' });
    stage.wechat.say('wxid_1', '三', { id: 'm3' });
    await sleep(50);
    await stage.door.open();
    await stage.host().settled();
    expect(stage.door.turns.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(stage.door.uploads.map(({ bytes }) => bytes)).toEqual([PHOTO]);
    expect(await readdir(join(stage.spoolDir, 'heard'))).toEqual([]);
  });

  test('an entry of the spool that cannot be read is set aside and told, and the others are posted', async () => {
    await stage.start();
    await stage.door.close();
    stage.wechat.say('wxid_1', '一');
    await until(async () => (await spooled()).length === 1);
    await stage.host().stop();
    stage.wechat.restart();
    await writeFile(join(stage.spoolDir, 'heard', '0000000000000000.json'), '{"v":1,');
    await stage.door.open();
    await stage.start();
    await stage.host().settled();
    expect(texts()).toEqual(['一']);
    expect(await readdir(join(stage.spoolDir, 'heard'))).toEqual(['0000000000000000.json.bad']);
    expect(stage.lines.map(({ message }) => message)).toContain('an entry of the spool cannot be read');
  });

  test('what was missed while the host was away is heard late, but not what was said before it first came', async () => {
    await stage.start();
    const hour = 3_600_000;
    stage.wechat.say('wxid_1', '早就说过', { at: Date.now() - hour });
    stage.wechat.say('wxid_1', '一');
    await stage.host().settled();
    await stage.host().stop();
    stage.wechat.restart();
    await stage.start();
    stage.wechat.say('wxid_1', '你不在的时候', { at: Date.now() - hour });
    stage.wechat.say('wxid_1', '前天', { at: Date.now() - 48 * hour });
    await stage.host().settled();
    expect(texts()).toEqual(['一', '你不在的时候']);
  });
});
