import { showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { HOUR, playOn } from './support/playOn.ts';

const BOUND = '已绑定：姓名S1，网格监督员（一社区西网格）。以后任务会发到这里。';
const WRONG = '没有绑定。这个绑定码不能用';

const setUp = async (person = 'S1') => {
  const play = playOn();
  return {
    play,
    code: showCode(await play.code(person)),
    新人: play.person('web:r-new'),
    旧: play.person(`web:${person}`),
  };
};

describe('a one-time code', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  test.each<[string, (code: string) => string]>([
    ['with 绑定', (code) => `绑定 ${code}`],
    ['behind 绑定码', (code) => `绑定码${code.replaceAll('-', '')}`],
    ['after a colon', (code) => `我的绑定码是：${code}。`],
    ['politely', (code) => `你好，我要绑定，绑定 ${code}`.replace('我要绑定，', '')],
    ['alone', (code) => code],
    ['in small letters', (code) => code.toLowerCase()],
    ['in full width', (code) => wide(code)],
    ['with spaces', (code) => ` ${code.replaceAll('-', ' ')} `],
    ['in quotes', (code) => `“${code}”`],
  ])('binds when it comes %s', async (_how, said) => {
    const { play, code, 新人 } = await setUp();
    expect(await 新人.says(said(code))).toContain(BOUND);
    expect(await play.bindings()).toEqual({ S1: 'web:r-new' });
  });

  test.each<[(code: string) => string]>([
    [(code) => `不绑定 ${code}`],
    [(code) => `不要绑定${code}`],
    [(code) => `先别绑定 ${code}`],
    [(code) => `绑定 ${code}？`],
    [(code) => `能绑定 ${code} 吗`],
    [(code) => `怎么绑定 ${code}`],
    [(code) => `管理员给我 ${code} 干什么用`],
    [(code) => `绑定 ${code} 不行`],
  ])('does not bind in a sentence that denies or asks', async (said) => {
    const { play, code, 新人 } = await setUp();
    expect(await 新人.says(said(code))).toContain('没有绑定。要绑定，请只发绑定码');
    expect(await play.bindings()).toEqual({});
    expect(JSON.stringify(await play.records('web:r-new'))).not.toContain(code);
    expect(await 新人.says(code)).toContain(BOUND);
  });

  test.each(['微信绑定不了', '不绑定', '没有绑定', '绑定不了怎么办', '路灯绑定了横幅'])(
    '%s binds nothing and asks for no code',
    async (said) => {
      const { play, 新人 } = await setUp();
      expect(await 新人.says(said)).not.toMatch(/绑定码/u);
      expect(await play.bindings()).toEqual({});
    },
  );

  test.each(['车牌沪A7K3M9占了车位', '快递单号SF2345678丢了', 'SF2345678', '沪AD12345'])(
    '%s is not taken for one',
    async (said) => {
      const { 新人 } = await setUp();
      expect(await 新人.says(said)).not.toContain('绑定');
    },
  );
});

test('what looks like a code in words about something else stays with the words', async () => {
  const { code, 新人 } = await setUp();
  expect(await 新人.says(`建设路12号路灯坏了，灯杆上写着${code}`)).toContain(`灯杆上写着${code}`);
});

describe('绑定 alone', () => {
  test.each(['绑定', '我要绑定', '怎么绑定？', '绑定码'])(
    '%s asks for the code, and then a bare one binds',
    async (said) => {
      const { code, 新人 } = await setUp();
      expect(await 新人.says(said)).toContain('请把管理员给您的绑定码发给我');
      expect(await 新人.says(code)).toContain(BOUND);
    },
  );

  test('what is typed then is taken for a code, also with a slip; other words go on', async () => {
    const { play, code, 新人 } = await setUp();
    await 新人.says('绑定');
    const slip = code.replace(/.$/u, (last) => (last === '2' ? '3' : '2'));
    expect(await 新人.says(slip)).toContain(WRONG);
    expect(JSON.stringify(await play.records('web:r-new'))).not.toContain(slip);
    expect(await 新人.says(code.slice(0, 7))).toContain(WRONG);
    expect(await 新人.says('建设路12号路灯坏了')).toContain('请您核对');
    expect(await 新人.says('取消')).toContain('没有提交');
  });

  test('to somebody who is bound it says to whom, and how to change it', async () => {
    const { code, 新人 } = await setUp();
    await 新人.says(code);
    expect(await 新人.says('绑定')).toContain(
      '这个账号已经绑定：姓名S1，网格监督员（一社区西网格）。要换人，请先回复「解绑」',
    );
  });
});

describe('who is bound', () => {
  test('has the tasks of the post, and the account before has no rights and is told', async () => {
    const { play, code, 新人, 旧 } = await setUp();
    await play.person('web:r-1').says('建设路12号路灯坏了');
    await play.person('web:r-1').says('确认');
    expect(旧.hears()).toContain('请核实');
    await 新人.says(code);
    expect(旧.hears()).toContain('姓名S1的工作账号已经换到别处');
    expect(await 新人.says('待办')).toContain('属实');
    expect(await 旧.says('待办')).not.toContain('属实');
    expect(await 旧.says('属实')).not.toContain('已核实');
    expect(await 新人.says('属实')).toContain('已核实属实');
  });

  test('keeps the report that was being filled in', async () => {
    const { code, 新人 } = await setUp();
    expect(await 新人.says('路灯坏了')).toContain('请告诉我在哪里');
    const answer = await 新人.says(code);
    expect(answer).toContain(BOUND);
    expect(answer).toContain('请告诉我在哪里');
    expect(await 新人.says('建设路12号')).toContain('请您核对');
    expect(await 新人.says('确认')).toContain('受理编号');
  });

  test('cannot be somebody else before 解绑, and the code stays good meanwhile', async () => {
    const { play, code, 新人 } = await setUp();
    await 新人.says(code);
    const other = await play.code('S2');
    expect(await 新人.says(other)).toContain('没有绑定：这个账号已经是姓名S1');
    expect(await 新人.says('解绑')).toMatch(/确定解绑吗[\s\S]*1 确定解绑\n2 不解绑/u);
    expect(await 新人.says('确定解绑')).toContain('已解绑');
    expect(await play.bindings()).toEqual({});
    expect(await 新人.says(other)).toContain('姓名S2');
    expect(await play.bindings()).toEqual({ S2: 'web:r-new' });
  });

  test('an account that the ledger names is nobody else’s, bound or not', async () => {
    const { play, code, 旧 } = await setUp();
    expect(await play.person('web:S2').says(code)).toContain('这个账号在台账上是姓名S2');
    await play.person('web:r-2').says(await play.code('S2'));
    expect(await play.person('web:S2').says(code)).toContain('这个账号在台账上是姓名S2');
    expect(await 旧.says('解绑')).toContain('这个账号是台账上登记的：姓名S1');
  });
});

describe('解绑', () => {
  test.each([
    '不解绑',
    '不',
    '不要',
    '先不解绑',
    '返回',
    '取消',
    '算了',
    '好的',
    '收到',
    '解绑',
    '不要解绑',
    '别解绑',
    '2',
    '不确定',
  ])('and then %s leaves it as it is', async (said) => {
    const { play, code, 新人 } = await setUp();
    await 新人.says(code);
    await 新人.says('解绑');
    expect(await 新人.says(said)).not.toContain('已解绑');
    expect(await play.bindings()).toEqual({ S1: 'web:r-new' });
  });

  test.each(['确定解绑', '确定', '是的', '1', '第一个'])(
    'and then %s unbinds: the ledger’s own account speaks again, and the code is worthless',
    async (said) => {
      const { play, code, 新人, 旧 } = await setUp();
      await 新人.says(code);
      await 新人.says('解绑');
      expect(await 新人.says(said)).toContain('已解绑');
      expect(await 新人.says(code)).toContain(WRONG);
      expect(await 旧.says('待办')).toContain('现在没有要办的事');
      expect(await play.bindings()).toEqual({});
    },
  );

  test.each(['不解绑', '怎么解绑', '解绑'])('%s of a resident does nothing', async (said) => {
    const { 新人 } = await setUp();
    expect(await 新人.says(said)).not.toContain('已解绑');
  });
});

describe('a code that is not good', () => {
  test('is refused in the same words whatever is wrong with it', async () => {
    const play = playOn();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => play.person(`web:r-${id}`));
    const used = await play.code('S1');
    await a?.says(used);
    const replaced = await play.code('S2');
    await play.code('S2');
    const expired = await play.code('H3', 1);
    await play.wait(24 * HOUR);
    const answers = [
      await b?.says(used),
      await b?.says(replaced),
      await c?.says(expired),
      await d?.says('绑定 K7M-F2Q-XDG'),
      await d?.says('绑定 13800010144'),
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain(WRONG);
    expect(await play.bindings()).toEqual({ S1: 'web:r-a' });
  });

  test('five times in an hour makes wait, without looking; the sixth right one works in the next hour', async () => {
    const { play, code, 新人 } = await setUp();
    for (let i = 0; i < 5; i++) expect(await 新人.says('绑定 K7M-F2Q-XDG')).toContain(WRONG);
    expect(await 新人.says(code)).toBe(
      '没有绑定：试的次数太多了。请在 09月28日 11:00 以后再发；急用请找管理员。',
    );
    expect(JSON.stringify(await play.records('web:r-new'))).not.toContain(code);
    expect(await play.person('web:r-other').says(await play.code('S2'))).toContain('已绑定');
    await play.wait(HOUR);
    expect(await 新人.says(code)).toContain(BOUND);
  });
});

test('in a room a code is not used', async () => {
  const { play, code } = await setUp();
  expect(await play.person('wechaty:room~wxid').says(code)).toContain('群里大家都看得到');
  expect(await play.bindings()).toEqual({});
});

test('the same message again says the same, the same code again says that it is bound', async () => {
  const { play, code, 新人, 旧 } = await setUp();
  await 新人.says(code, 'm-1');
  await 新人.says(code, 'm-1');
  expect(await 新人.says(code, 'm-2')).toContain(BOUND);
  expect(旧.replies().filter(({ text }) => text.includes('换到别处'))).toHaveLength(1);
  expect(JSON.stringify(await play.records('web:r-new'))).not.toContain(code);
});

test('whoever holds several posts is told the first of them', async () => {
  const { 新人 } = await setUp('H3');
  expect(await 新人.says('绑定')).toContain('绑定码');
});
