import { types } from 'wechaty-puppet';
import { type HostStage, openHost } from './support/openHost.ts';
import { PHOTO, SECOND_PHOTO } from './support/photos.ts';

describe('what is said to the bot in WeChat', () => {
  let stage: HostStage;
  beforeEach(async () => {
    stage = await openHost();
    await stage.start();
  });
  afterEach(() => stage.close());

  const said = async () => {
    await stage.host().settled();
    return stage.door.turns.map((turn) => turn.said);
  };

  test('comes to the door as a signed turn, under the id that WeChat gave it', async () => {
    stage.wechat.say('wxid_1', '路灯坏了', { id: 'msg-1' });
    await stage.host().settled();
    expect(stage.door.turns).toEqual([
      { conversation: 'wechaty:wxid_1', id: 'msg-1', said: { kind: 'text', text: '路灯坏了' } },
    ]);
  });

  test('comes in the order it was said, of several people at once', async () => {
    for (let n = 0; n < 20; n++) {
      stage.wechat.say('wxid_1', `一${n}`);
      stage.wechat.say('wxid_2', `二${n}`);
    }
    await stage.host().settled();
    for (const [who, mark] of [
      ['wxid_1', '一'],
      ['wxid_2', '二'],
    ] as const) {
      const texts = stage.door.turns
        .filter(({ conversation }) => conversation === `wechaty:${who}`)
        .map((turn) => (turn.said.kind === 'text' ? turn.said.text : turn.said.kind));
      expect(texts).toEqual(Array.from({ length: 20 }, (_, n) => `${mark}${n}`));
    }
  });

  test('counts once when WeChat delivers it twice', async () => {
    stage.wechat.say('wxid_1', '路灯坏了', { id: 'msg-1' });
    stage.wechat.say('wxid_1', '路灯坏了', { id: 'msg-1' });
    expect(await said()).toEqual([{ kind: 'text', text: '路灯坏了' }]);
    stage.wechat.say('wxid_1', '路灯坏了', { id: 'msg-1' });
    expect(await said()).toHaveLength(1);
  });

  test('has an id that the door takes, whatever WeChat calls it', async () => {
    stage.wechat.say('wxid_1', '一', { id: '消息 1/？' });
    stage.wechat.say('wxid_1', '二', { id: '消息 2/？' });
    await stage.host().settled();
    const [first, second] = stage.door.turns;
    expect(first?.id).toMatch(/^[\w-]{1,128}$/u);
    expect(second?.id).not.toBe(first?.id);
  });

  test('is a place where it is a location, in true coordinates', async () => {
    stage.wechat.sendPlace('wxid_1', { lng: 121.4712, lat: 31.2304, name: '建设路12号' });
    const [place] = await said();
    expect(place).toMatchObject({ kind: 'place', name: '建设路12号' });
    expect(place).toHaveProperty('lng', expect.closeTo(121.4712, 6));
    expect(place).toHaveProperty('lat', expect.closeTo(31.2304, 6));
  });

  test('is no place where the puppet does not know it', async () => {
    stage.wechat.sendPlace('wxid_1', { lng: 0, lat: 0, name: '某处' });
    stage.wechat.send('wxid_1', types.Message.Location);
    expect(await said()).toEqual([
      { kind: 'unknown', what: '位置' },
      { kind: 'unknown', what: '位置' },
    ]);
  });

  test('is a photo where it is a picture: uploaded first, then named', async () => {
    stage.wechat.sendPhoto('wxid_1', PHOTO);
    stage.wechat.say('wxid_1', '就是这个');
    stage.wechat.sendPhoto('wxid_1', SECOND_PHOTO);
    const [first, words, second] = await said();
    expect(stage.door.uploads.map(({ bytes }) => bytes)).toEqual([PHOTO, SECOND_PHOTO]);
    expect(stage.door.uploads.map(({ fields }) => fields['Content-Type'])).toEqual([
      'image/jpeg',
      'image/png',
    ]);
    expect(first).toEqual({ kind: 'photo', key: stage.door.uploads[0]?.fields.key });
    expect(words).toEqual({ kind: 'text', text: '就是这个' });
    expect(second).toEqual({ kind: 'photo', key: stage.door.uploads[1]?.fields.key });
  });

  test('is unreadable where the picture is none, is too large, or is not to be had', async () => {
    stage.wechat.sendPhoto('wxid_1', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    stage.wechat.sendPhoto('wxid_1', Buffer.alloc(10 * 1024 * 1024 + 1));
    stage.wechat.send('wxid_1', types.Message.Image);
    expect(await said()).toEqual([
      { kind: 'unknown', what: '图片' },
      { kind: 'unknown', what: '超过 10 MB 的图片' },
      { kind: 'unknown', what: '图片' },
    ]);
    expect(stage.door.uploads).toEqual([]);
  });

  test('is named where it cannot be read', async () => {
    const kinds = [
      'Audio',
      'Video',
      'Attachment',
      'Contact',
      'Url',
      'MiniProgram',
      'Emoticon',
      'Unknown',
    ] as const;
    for (const kind of kinds) stage.wechat.send('wxid_1', types.Message[kind]);
    const names = ['语音', '视频', '文件', '名片', '链接', '小程序', '表情', '这种消息'];
    expect(await said()).toEqual(names.map((what) => ({ kind: 'unknown', what })));
  });

  test('is nothing when it is our own, an official account’s, withdrawn, or history', async () => {
    stage.wechat.meet('gh_1', '公众号', types.Contact.Official);
    stage.wechat.sayAsBot('wxid_1', '我自己说的');
    stage.wechat.say('gh_1', '广告');
    stage.wechat.send('wxid_1', types.Message.Recalled);
    stage.wechat.say('wxid_1', '昨天的', { at: Date.now() - 10 * 60_000 });
    stage.wechat.say('wxid_1', '秒为单位的昨天', { at: Math.floor(Date.now() / 1_000) - 600 });
    stage.wechat.say('wxid_1', '现在', { at: Math.floor(Date.now() / 1_000) });
    expect(await said()).toEqual([{ kind: 'text', text: '现在' }]);
  });

  test('may be very long, empty, emoji or markup: it is passed on as it is, and never more than the door takes', async () => {
    for (const text of ['', '😀😀', '<script>alert(1)</script>', '=HYPERLINK("x")'])
      stage.wechat.say('wxid_1', text);
    stage.wechat.say('wxid_1', '字'.repeat(30_000));
    const [empty, ...others] = await said();
    expect(empty).toEqual({ kind: 'hello' });
    expect(others.map((each) => (each.kind === 'text' ? each.text : each.kind))).toEqual([
      '😀😀',
      '<script>alert(1)</script>',
      '=HYPERLINK("x")',
      '字'.repeat(20_000),
    ]);
  });

  test('goes on after a message the puppet cannot tell anything about', async () => {
    stage.wechat.puppet.emit('message', { messageId: 'nobody-knows-it' });
    stage.wechat.say('wxid_1', '还在吗');
    expect(await said()).toEqual([{ kind: 'text', text: '还在吗' }]);
    expect(stage.host().health().faults).toBeGreaterThan(0);
  });

  describe('in a room', () => {
    const room = '19@chatroom';

    test('is heard only when the bot is named, and without the name', async () => {
      stage.wechat.say('wxid_1', '今天天气不错', { room });
      stage.wechat.say('wxid_1', '路灯坏了', { room, mention: true });
      await stage.host().settled();
      expect(stage.door.turns).toMatchObject([
        { conversation: 'wechaty:19@chatroom~wxid_1', said: { kind: 'text', text: '路灯坏了' } },
      ]);
    });

    test('is a conversation of its own for each person', async () => {
      stage.wechat.say('wxid_1', '路灯坏了', { room, mention: true });
      stage.wechat.say('wxid_2', '井盖没了', { room, mention: true });
      stage.wechat.say('wxid_1', '进度');
      await stage.host().settled();
      expect(new Set(stage.door.turns.map(({ conversation }) => conversation))).toEqual(
        new Set(['wechaty:19@chatroom~wxid_1', 'wechaty:19@chatroom~wxid_2', 'wechaty:wxid_1']),
      );
    });

    test('knows the bot by its name in that room, and by a name written by hand', async () => {
      stage.wechat.openRoom('20@chatroom', ['wxid_1'], '小助手(值班)');
      stage.wechat.say('wxid_1', '井盖没了', { room: '20@chatroom', mention: true });
      stage.wechat.say('wxid_1', '@小助手(值班) 还有路灯', { room: '20@chatroom' });
      stage.wechat.say('wxid_1', '请问 @网格小助手', { room: '20@chatroom' });
      expect(await said()).toEqual([
        { kind: 'text', text: '井盖没了' },
        { kind: 'text', text: '还有路灯' },
        { kind: 'text', text: '请问' },
      ]);
    });

    test('is not taken for ours when it names everybody, or somebody with a longer name', async () => {
      stage.wechat.say('wxid_1', '@所有人 明天停水', { room, listed: true });
      stage.wechat.say('wxid_1', '@网格小助手二号 你好', { room });
      stage.wechat.say('wxid_1', 'a@b.com', { room });
      expect(await said()).toEqual([]);
    });

    test('is heard when WeChat says that we are named, by a name we do not know', async () => {
      stage.wechat.say('wxid_1', '@老名字\u2005井盖没了', { room, listed: true });
      expect(await said()).toEqual([{ kind: 'text', text: '井盖没了' }]);
    });

    test('greets who only names the bot, and ignores pictures and voices said to nobody', async () => {
      stage.wechat.say('wxid_1', '', { room, mention: true });
      stage.wechat.sendPhoto('wxid_1', PHOTO, { room });
      stage.wechat.send('wxid_1', types.Message.Audio, { room });
      expect(await said()).toEqual([{ kind: 'hello' }]);
    });
  });
});
