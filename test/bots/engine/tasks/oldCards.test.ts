import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { DAY, playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

/** S1 is away and S2 of the other cell, who sees nothing of this one otherwise, stands in and has the card of a lamp. */
const standingIn = async (days = '今天请假') => {
  const { city } = townKnowledge();
  const ledger = city.ledger.map((row) => (row.person === 'S1' ? { ...row, deputy: 'S2' } : row));
  const play = playOn(knowCity({ ...city, ledger }));
  const [本人, 代理人, 张三] = ['web:S1', 'web:S2', 'web:r-1'].map((one) => play.person(one)) as [
    ReturnType<typeof play.person>,
    ReturnType<typeof play.person>,
    ReturnType<typeof play.person>,
  ];
  await 本人.says(days);
  await 本人.says('确认');
  await 张三.says('路灯坏了，建设路12号');
  await 张三.says('确认');
  expect(代理人.hears()).toContain('请核实');
  const versions = async () => (await play.cases()).map(({ version, stage }) => `${version} ${stage}`);
  return { play, 本人, 代理人, 张三, versions };
};

const BACK = /^这件事已经交给姓名S1（西网格的网格.*），您不用再办。刚才的回答没有记。/u;

describe('the old card of a stand-in', () => {
  test.each(['属实', '1', '第一个', '不属实', '2', '不属实 没有发现', '修改', '修改 井盖坏了'])(
    'answered with %s right after 销假 says who answers now, and changes nothing',
    async (said) => {
      const { 本人, 代理人, versions } = await standingIn();
      await 本人.says('销假');
      const before = await versions();
      expect(await 代理人.says(said)).toMatch(BACK);
      expect(await versions()).toEqual(before);
      expect((await 代理人.session()).question).toBeUndefined();
      expect((await 代理人.session()).cards).toBeUndefined();
      // Who is back has the card, and answers it.
      expect(await 本人.says('待办')).toContain('1 属实');
    },
  );

  test.each(['属实', '不属实'])('pressed (%s), and pressed once more', async (label) => {
    const { 本人, 代理人, versions } = await standingIn();
    const card = 代理人.card();
    await 本人.says('销假');
    const before = await versions();
    expect(await 代理人.presses(card, label)).toMatch(BACK);
    expect(await 代理人.presses(card, label)).not.toContain('已核实');
    expect(await versions()).toEqual(before);
  });

  test('a reason that was being asked for when the other came back is not taken', async () => {
    const { 本人, 代理人, versions } = await standingIn();
    expect(await 代理人.says('不属实')).toContain('为什么不属实');
    await 本人.says('销假');
    const before = await versions();
    expect(await 代理人.says('现场没有发现')).toMatch(BACK);
    expect(await versions()).toEqual(before);
  });

  test('whose days ended by themselves says so too', async () => {
    const { play, 代理人, versions } = await standingIn('今天请假到明天');
    await play.wait(2 * DAY);
    const before = await versions();
    expect(await 代理人.says('不属实')).toMatch(BACK);
    expect(await versions()).toEqual(before);
  });

  test('of a case that went on meanwhile says how it stands, and not what happened to it', async () => {
    const { 本人, 代理人, versions } = await standingIn();
    await 本人.says('销假');
    await 本人.says('待办');
    await 本人.says('属实');
    const before = await versions();
    const said = await 代理人.says('属实');
    expect(said).toMatch(/^这件事已经交给姓名H3（路灯管理所），您不用再办。/u);
    expect(said).toContain('现在：待签收，由路灯管理所办理');
    expect(said).not.toContain('经过');
    expect(await versions()).toEqual(before);
  });

  test('answers while they stand in', async () => {
    const { 代理人 } = await standingIn();
    expect(await 代理人.says('不属实')).toContain('为什么不属实');
    await 代理人.says('返回');
    expect(await 代理人.says('属实')).toContain('已核实属实');
  });

  test('in an account that speaks for nobody any more tells nothing', async () => {
    const { play, 代理人 } = await standingIn();
    const 新号 = play.person('web:new');
    await 新号.says(`绑定 ${await play.code('S2')}`);
    const said = await 代理人.says('不属实');
    expect(said).not.toMatch(/姓名S|网格的|现在：/u);
  });

  test('is no way to learn of a case for whoever has no card of it', async () => {
    const { play, 本人 } = await standingIn();
    await 本人.says('销假');
    const [{ number = '' } = {}] = await play.cases();
    const 环卫所 = play.person('web:H1');
    for (const said of [`属实 ${number}`, `不属实 ${number}`, number])
      expect(await 环卫所.says(said)).toMatch(/没有查到这个编号/u);
  });
});
