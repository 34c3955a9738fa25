import { playOn } from '../support/playOn.ts';

const reported = async (places: readonly string[] = ['建设路12号']) => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  for (const place of places) {
    await 张三.says(`路灯坏了，${place}`);
    await 张三.says('确认');
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  const stages = async () => (await play.cases()).map(({ stage }) => stage);
  return {
    play,
    张三,
    网格员: play.person('web:S1'),
    路灯所: play.person('web:H3'),
    number: numbers[0] ?? '',
    stages,
  };
};

describe('what comes at the wrong moment is answered with how it stands and what can be done', () => {
  test('the button of a card whose case went on', async () => {
    const { 网格员, 路灯所, number, stages } = await reported();
    await 网格员.says('属实');
    expect(await 网格员.presses(`${number}#1`, '不属实')).toMatch(
      /已经过时了。\n.+ 的情况：\n现在：待签收，由路灯管理所办理\n下一步：[\s\S]*回复「待办」看要办的事/u,
    );
    await 路灯所.says('签收');
    expect(await 路灯所.presses(`${number}#2`, '签收')).toMatch(
      /已经过时了[\s\S]*现在：处置中[\s\S]*\n1 办结\n2 退回/u,
    );
    expect(await stages()).toEqual(['handling']);
  });

  test('the grade of a case that is filed', async () => {
    const { 张三, 网格员, 路灯所 } = await reported();
    await 网格员.says('属实');
    await 路灯所.says('签收');
    await 路灯所.says('办结 换了灯泡，没有照片');
    await 网格员.says('合格');
    const card = 张三.card();
    await 张三.says('A 很好');
    expect(await 张三.presses(card, 'D 不满意')).toMatch(/已经过时了[\s\S]*现在：已归档/u);
  });

  test('the button of somebody else’s card tells nothing of the case', async () => {
    const { play, number } = await reported();
    const 路人 = play.person('web:r-2');
    expect(await 路人.presses(`${number}#1`, '属实')).toBe(
      '这张卡片已经过时了。要看办理情况，回复「进度」。',
    );
    expect(await play.person('web:H1').presses(`${number}#1`, '签收')).toBe(
      '这张卡片已经过时了。\n回复「待办」看要办的事。',
    );
  });

  test('a number that no card has shows the buttons of the one that is open', async () => {
    const { 网格员, number, stages } = await reported();
    expect(await 网格员.says('8')).toBe(
      `（关于 ${number}）\n没有第 8 项，请回复 1–7。\n1 属实\n2 不属实\n3 修改\n4 并案\n5 当场办结\n6 补材料\n7 问专家`,
    );
    expect(await stages()).toEqual(['verifying']);
  });

  test('a number with no card, or with several that have none', async () => {
    const { play, 网格员 } = await reported(['建设路12号', '建设路14号']);
    expect(await 网格员.says('8')).toBe('没有第 8 项，请回复 1–7。\n回复「待办」看要办的事。');
    expect(await play.person('web:H1').says('1')).toContain('回复「待办」');
  });

  test('a case number that is not there, or not theirs to see', async () => {
    const { play, number } = await reported();
    const 环卫所 = play.person('web:H1');
    for (const said of ['202609289999999', number, `签收 ${number}`, `办结 ${number} 好了`])
      expect(await 环卫所.says(said)).toMatch(/没有查到这个编号[\s\S]*回复「进度」/u);
  });

  test('a task of somebody else whom they may watch is not asked about first', async () => {
    const { 网格员, 路灯所, number, stages } = await reported();
    await 网格员.says('属实');
    await 路灯所.says('签收');
    for (const said of [`办结 ${number}`, `办结 ${number} 好了`, `签收 ${number}`])
      expect(await 网格员.says(said)).toMatch(
        /现在(?:不归您办|不能办这一步)[\s\S]*现在：处置中，由路灯管理所办理[\s\S]*回复「待办」/u,
      );
    expect(await stages()).toEqual(['handling']);
  });

  test('a label for which there is no task', async () => {
    const { 网格员 } = await reported();
    expect(await 网格员.says('合格')).toBe('现在没有可以「合格」的事。回复「待办」看要办的事。');
  });

  test('a button of a question that is over is no report', async () => {
    const { 网格员, 路灯所 } = await reported();
    await 网格员.says('属实');
    for (const said of ['现场没有发现', '问题还在', '直接提交', '情形']) {
      expect(await 网格员.says(said)).toContain('那一步已经过去了');
      expect(await 路灯所.presses('', said)).toContain('那一步已经过去了');
    }
    expect((await 网格员.session()).form).toBeUndefined();
    // But a matter is one, and a reason that is asked for is a reason.
    expect(await 网格员.says('问题还在，垃圾没人收，和平路3号')).toContain('请您核对');
  });
});
