import { HOUR, playOn } from '../support/playOn.ts';

/** Lamps that are signed, and then handled as far as wanted: each with its own door. */
const town = async (doors: readonly string[], until: 'assigned' | 'handling' | 'checking') => {
  const play = playOn();
  const [张三, 网格员, 路灯所] = [play.person('web:r-1'), play.person('web:S1'), play.person('web:H3')];
  for (const door of doors) {
    await 张三.says(`路灯坏了，${door}`);
    await 张三.says('确认');
    await play.wait(HOUR / 4);
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  for (const number of numbers) {
    await 网格员.says(`属实 ${number}`);
    if (until !== 'assigned') await 路灯所.says(`签收 ${number}`);
    if (until === 'checking') await 路灯所.says(`办结 ${number} 换了灯泡，没有照片`);
  }
  const stages = async () => (await play.cases()).map(({ stage }) => stage);
  return { play, 张三, 网格员, 路灯所, numbers, stages };
};

const ONE = ['建设路12号'];
const TWO = ['建设路12号', '建设路14号'];

describe('words to the one card that asks for a check', () => {
  test.each(['修好了', '已经修好了', '灯修好了', '现场看过了，修好了'])('%s passes it', async (said) => {
    const { 网格员, stages } = await town(ONE, 'checking');
    expect(await 网格员.says(said)).toContain('已记为合格');
    expect(await stages()).toEqual(['rating']);
  });

  test.each(['没修好', '还没修好', '修得不好', '没有完全修好', '路灯还是不亮', '又坏了'])(
    '%s is the reason why not, shown back before it counts',
    async (said) => {
      const { 网格员, 张三, stages } = await town(ONE, 'checking');
      expect(await 网格员.says(said)).toMatch(new RegExp(`^原因：${said}\\n[\\s\\S]*记为「不合格」吗`, 'u'));
      expect(await stages()).toEqual(['checking']);
      expect(await 网格员.says('确认')).toContain('已记为不合格');
      expect(await stages()).toEqual(['handling']);
      expect(张三.hears()).toContain(`原因：${said}`);
    },
  );

  test('a reason that was not meant goes back to the card', async () => {
    const { 网格员, stages } = await town(ONE, 'checking');
    await 网格员.says('没修好');
    await 网格员.says('返回');
    await 网格员.says('返回');
    expect(await 网格员.says('修好了')).toContain('已记为合格');
    expect(await stages()).toEqual(['rating']);
  });

  test.each([
    '修好了吗',
    '快修好了',
    '应该修好了',
    '听说修好了',
    '东边修好了',
    '建设路12号路灯修好了一半',
    '不是没修好',
    '还没去看',
    '下午去看',
    '好了',
  ])('%s decides nothing, and begins nothing', async (said) => {
    const { 网格员, stages } = await town(ONE, 'checking');
    expect(await 网格员.says(said)).not.toMatch(/已记为|记为「不合格」/u);
    expect(await stages()).toEqual(['checking']);
    expect((await 网格员.session()).form).toBeUndefined();
  });

  test('a new matter is a new report', async () => {
    const { 网格员, stages } = await town(ONE, 'checking');
    expect(await 网格员.says('和平路3号垃圾没人收')).toContain('请您核对');
    expect(await stages()).toEqual(['checking']);
  });

  test('what is under way is about something else: a report is filled in first', async () => {
    const { 网格员, stages } = await town(ONE, 'checking');
    await 网格员.says('垃圾没人收');
    await 网格员.says('修好了');
    expect(await stages()).toEqual(['checking']);
  });
});

test('with several such cards it is asked which, also where one was opened last', async () => {
  const { 网格员, numbers, stages } = await town(TWO, 'checking');
  await 网格员.says(numbers[1] ?? '');
  expect(await 网格员.says('修好了')).toMatch(/「合格」是指哪一件？\n1 \d{15} 建设路12号/u);
  await 网格员.says('2');
  expect(await stages()).toEqual(['checking', 'rating']);
});

test('with several such cards it is asked which of them does not hold', async () => {
  const { 网格员, stages } = await town(TWO, 'checking');
  expect(await 网格员.says('没修好')).toContain('「不合格」是指哪一件？');
  await 网格员.says('2');
  expect(await stages()).toEqual(['checking', 'handling']);
});

test('with no such card it passes nothing', async () => {
  const { 网格员, stages } = await town(ONE, 'handling');
  expect(await 网格员.says('修好了')).not.toContain('已记为');
  expect(await stages()).toEqual(['handling']);
});

describe('what somebody of a unit says of work', () => {
  test.each(['灯泡换好了', '已经派人去了', '建设路12号路灯修好了', '还没修好', '马上去修'])(
    '%s is asked back about the task in hand, and begins no report',
    async (said) => {
      const { 路灯所, numbers, stages } = await town(ONE, 'handling');
      expect(await 路灯所.says(said)).toBe(
        `这是说 ${numbers[0]} 建设路12号 路灯异常 吗？\n办好了请回复「办结」；还在办就不用回。要另报一件新的，请回复「上报」。\n1 办结\n2 上报`,
      );
      expect((await 路灯所.session()).form).toBeUndefined();
      expect(await stages()).toEqual(['handling']);
    },
  );

  test('办结 goes on with what was said', async () => {
    const { 路灯所, 网格员, numbers, stages } = await town(ONE, 'handling');
    await 路灯所.says('灯泡换好了');
    expect(await 路灯所.says('办结')).toMatch(
      new RegExp(`^办结 ${numbers[0]} 建设路12号 路灯异常\n处理结果：灯泡换好了\n再发一张照片就提交`, 'u'),
    );
    await 路灯所.says('没有照片');
    expect(await stages()).toEqual(['checking']);
    expect(网格员.hears()).toContain('处理结果：灯泡换好了');
  });

  test('办结 to words that say that it is not done reports nothing', async () => {
    const { 路灯所, stages } = await town(ONE, 'handling');
    await 路灯所.says('还没修好');
    expect(await 路灯所.says('办结')).toContain('先不报办结');
    expect(await stages()).toEqual(['handling']);
  });

  test('a photo after it is of the task', async () => {
    const { 路灯所 } = await town(ONE, 'handling');
    await 路灯所.says('灯泡换好了');
    expect(await 路灯所.sends('p1')).toContain('照片收到了，共 1 张');
  });

  test('上报 begins a report with what was said', async () => {
    const { 路灯所 } = await town(ONE, 'handling');
    await 路灯所.says('路灯装歪了，已经换了');
    await 路灯所.says('上报');
    expect((await 路灯所.session()).form?.text).toContain('路灯装歪了');
    expect((await 路灯所.session()).question).toBeUndefined();
  });

  test('of several tasks 办结 asks which', async () => {
    const { 路灯所, stages } = await town(TWO, 'handling');
    expect(await 路灯所.says('灯泡换好了')).toContain('这是说您手上 2 件事里的一件吗');
    expect(await 路灯所.says('办结')).toContain('「办结」是指哪一件？');
    expect(await 路灯所.says('2')).toMatch(/建设路14号 路灯异常\n处理结果：灯泡换好了/u);
    await 路灯所.says('没有照片');
    expect(await stages()).toEqual(['handling', 'checking']);
  });

  test('a task that is not signed is signed first', async () => {
    const { 路灯所, stages } = await town(ONE, 'assigned');
    expect(await 路灯所.says('已经派人去了')).toMatch(/还没有签收[\s\S]*1 签收\n2 上报$/u);
    expect(await 路灯所.says('1')).toContain('已签收');
    expect(await stages()).toEqual(['handling']);
  });

  test.each(['不是', '取消', '返回', '算了'])('%s drops it, and nothing happens', async (said) => {
    const { 路灯所, stages } = await town(ONE, 'handling');
    await 路灯所.says('灯泡换好了');
    await 路灯所.says(said);
    const { form, question } = await 路灯所.session();
    expect([form, question]).toEqual([undefined, undefined]);
    expect(await stages()).toEqual(['handling']);
  });

  test.each(['建设路12号路灯坏了', '和平路3号垃圾没人收', '建设路14号井盖没了'])(
    '%s is a problem, and begins a report, also while it is being asked',
    async (said) => {
      const { 路灯所 } = await town(ONE, 'handling');
      await 路灯所.says(said);
      expect((await 路灯所.session()).form).toBeDefined();
      await 路灯所.says('取消');
      await 路灯所.says('灯泡换好了');
      await 路灯所.says(said);
      expect((await 路灯所.session()).form).toBeDefined();
    },
  );

  test('without a task in hand it is a report, as it was', async () => {
    const { play } = await town(ONE, 'handling');
    const 环卫所 = play.person('web:H1');
    expect(await 环卫所.says('灯泡换好了')).not.toContain('这是说');
  });

  test('of residents nothing of it is asked', async () => {
    const { 张三 } = await town(ONE, 'handling');
    expect(await 张三.says('灯泡换好了')).not.toContain('这是说');
  });
});
