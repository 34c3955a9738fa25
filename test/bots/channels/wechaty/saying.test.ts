import { setTimeout as sleep } from 'node:timers/promises';
import { FakeDoor } from './support/FakeDoor.ts';
import { type HostStage, openHost } from './support/openHost.ts';
import { PHOTO } from './support/photos.ts';
import { until } from './support/until.ts';

describe('what the bot says in WeChat', () => {
  let stage: HostStage;
  beforeEach(async () => {
    stage = await openHost();
    await stage.start();
  });
  afterEach(() => stage.close());

  test('is the text with its choices as numbers, and is acknowledged when it was said', async () => {
    const id = stage.door.reply('wechaty:wxid_1', { text: '请核对', choices: ['确认', '返回'] });
    await stage.host().settled();
    expect(stage.wechat.sent).toEqual([{ to: 'wxid_1', text: '请核对\n1 确认\n2 返回', mentions: [] }]);
    expect(stage.door.acknowledged).toEqual([id]);
    expect(stage.door.waiting).toBe(0);
  });

  test('leaves choices that begin with their own letter as they are', async () => {
    stage.door.reply('wechaty:wxid_1', { text: '请评价', choices: ['A 非常满意', 'B 满意'] });
    await stage.host().settled();
    expect(stage.wechat.heard('wxid_1')).toEqual(['请评价\nA 非常满意\nB 满意']);
  });

  test('is in order for each person, also when there is more than one fetch of it', async () => {
    for (let n = 0; n < 25; n++) {
      stage.door.reply('wechaty:wxid_1', { text: `一${n}` });
      stage.door.reply('wechaty:wxid_2', { text: `二${n}` });
    }
    await stage.host().settled();
    expect(stage.wechat.heard('wxid_1')).toEqual(Array.from({ length: 25 }, (_, n) => `一${n}`));
    expect(stage.wechat.heard('wxid_2')).toEqual(Array.from({ length: 25 }, (_, n) => `二${n}`));
    expect(stage.door.waiting).toBe(0);
  });

  test('shows the photos after the words', async () => {
    stage.door.photos.set('/photos/1', PHOTO);
    stage.door.reply('wechaty:wxid_1', { text: '办好了', photos: ['photos/web.1/a'] }, [
      `${stage.door.url}/photos/1`,
    ]);
    await stage.host().settled();
    expect(stage.wechat.sent).toEqual([
      { to: 'wxid_1', text: '办好了', mentions: [] },
      { to: 'wxid_1', file: PHOTO, mentions: [] },
    ]);
  });

  test('calls the person by name in a room, and sends the photo there too', async () => {
    stage.door.photos.set('/photos/1', PHOTO);
    stage.door.reply('wechaty:19@chatroom~wxid_2', { text: '办好了' }, [`${stage.door.url}/photos/1`]);
    await stage.host().settled();
    expect(stage.wechat.sent).toEqual([
      { to: '19@chatroom', text: '@李四\u2005办好了', mentions: ['wxid_2'] },
      { to: '19@chatroom', file: PHOTO, mentions: [] },
    ]);
  });

  test('says so when a photo is gone, is none, or lies where photos must not be fetched from', async () => {
    stage.door.photos.set('/photos/text', Buffer.from('not a photo'));
    // Not loopback, not TLS: 192.0.2.1 is nowhere, and must not even be tried.
    const urls = ['/photos/none', '/photos/text']
      .map((path) => stage.door.url + path)
      .concat('http://192.0.2.1/photo');
    stage.door.reply('wechaty:wxid_1', { text: '看' }, urls);
    await stage.host().settled();
    const missing = '（有一张照片暂时发不出来。）';
    expect(stage.wechat.heard('wxid_1')).toEqual(['看', missing, missing, missing]);
    expect(stage.door.waiting).toBe(0);
  });

  test('follows no redirect to a photo', async () => {
    const elsewhere = await new FakeDoor().open();
    elsewhere.photos.set('/photos/1', PHOTO);
    stage.door.redirects.set('/photos/moved', `${elsewhere.url}/photos/1`);
    stage.door.reply('wechaty:wxid_1', { text: '看' }, [`${stage.door.url}/photos/moved`]);
    await until(() => stage.host().health().faults > 1);
    expect(elsewhere.requests).toEqual([]);
    expect(stage.wechat.heard('wxid_1')).toEqual(['看']);
    await elsewhere.close();
  });

  test('comes again when it could not be said, is not acknowledged before, and keeps its order', async () => {
    let refusals = 3;
    stage.wechat.refuse = (to) => {
      if (to === 'wxid_1' && refusals-- > 0) throw new Error('not now');
    };
    stage.door.reply('wechaty:wxid_1', { text: '一' });
    stage.door.reply('wechaty:wxid_1', { text: '二' });
    stage.door.reply('wechaty:wxid_2', { text: '三' });
    await until(() => stage.door.waiting === 0);
    expect(stage.wechat.heard('wxid_1')).toEqual(['一', '二']);
    expect(stage.wechat.heard('wxid_2')).toEqual(['三']);
    expect(stage.wechat.sent[0]).toMatchObject({ to: 'wxid_2' });
  });

  test('is said once though it comes twice, also after a restart', async () => {
    stage.door.instead = (path) => (path.endsWith('/acks') ? { status: 500 } : undefined);
    stage.door.reply('wechaty:wxid_1', { text: '一次' });
    await until(() => stage.door.requests.filter((each) => each.endsWith('/acks')).length >= 3);
    await stage.host().stop();
    stage.wechat.restart();
    stage.door.instead = () => undefined;
    await stage.start();
    await until(() => stage.door.waiting === 0);
    expect(stage.wechat.heard('wxid_1')).toEqual(['一次']);
  });

  test('goes on with the photo when the words were said and the photo was not', async () => {
    let broken = true;
    stage.door.photos.set('/photos/1', PHOTO);
    stage.door.instead = (path) => (broken && path === '/photos/1' ? { status: 503 } : undefined);
    stage.door.reply('wechaty:wxid_1', { text: '办好了' }, [`${stage.door.url}/photos/1`]);
    await until(() => stage.door.requests.filter((each) => each === 'GET /photos/1').length >= 2);
    broken = false;
    await until(() => stage.door.waiting === 0);
    expect(stage.wechat.sent.map(({ text, file }) => text ?? file)).toEqual(['办好了', PHOTO]);
  });

  test('is not fetched while nobody is logged in: it would be handed out in vain', async () => {
    await stage.wechat.puppet.logout();
    await until(() => stage.host().health().login === 'out');
    // A fetch that was under way when the login ended may still come to its end.
    await sleep(100);
    stage.door.requests.length = 0;
    stage.door.reply('wechaty:wxid_1', { text: '等着' });
    await sleep(400);
    expect(stage.door.requests).toEqual([]);
    stage.wechat.login();
    await stage.host().settled();
    expect(stage.wechat.heard('wxid_1')).toEqual(['等着']);
  });

  test('never goes to a conversation of another channel', async () => {
    stage.door.reply('web:r-1', { text: '不是给微信的' });
    stage.door.reply('wechaty:wxid_1', { text: '给微信的' });
    await until(() => stage.wechat.sent.length === 1);
    await sleep(100);
    expect(stage.wechat.sent).toHaveLength(1);
    expect(stage.door.waiting).toBe(1);
  });
});
