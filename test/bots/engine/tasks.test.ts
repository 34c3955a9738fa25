import { DAY, HOUR, playOn } from './support/playOn.ts';

/** 张三 has reported so many lamps, each at its own door. */
const reported = async (...places: readonly string[]) => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  for (const place of places.length > 0 ? places : ['建设路12号']) {
    await 张三.says(`路灯坏了，${place}`);
    await 张三.says('确认');
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  return {
    play,
    张三,
    numbers,
    number: numbers[0] ?? '',
    网格员: play.person('web:S1'),
    路灯所: play.person('web:H3'),
    stageOf: async (number: string) => (await play.cases()).find((one) => one.number === number)?.stage,
  };
};

describe('the supervisor of the cell', () => {
  test('gets the task as a card with the three choices and where it is', async () => {
    const { 网格员, number } = await reported();
    expect(网格员.hears()).toMatch(
      new RegExp(
        `请核实：路灯异常\\n编号：${number}\\n地点：建设路12号[\\s\\S]*1 属实\\n2 不属实\\n3 修改`,
        'u',
      ),
    );
    expect(网格员.replies().at(-1)?.point).toMatchObject({ lng: 121.471, lat: 31.231 });
  });

  test.each([['1'], ['属实'], ['属实！']])('accepts with %s', async (word) => {
    const { 网格员, number, stageOf } = await reported();
    expect(await 网格员.says(word)).toContain('由路灯管理所办理');
    expect(await stageOf(number)).toBe('assigned');
  });

  test.each([['属实？'], ['没有属实'], ['属实 但是地点不对'], ['是'], ['4']])(
    'does nothing with %s',
    async (word) => {
      const { 网格员, number, stageOf } = await reported();
      expect(await 网格员.says(word)).not.toBe('');
      expect(await stageOf(number)).toBe('verifying');
    },
  );

  test('declines with a reason from the list or in words, which the resident is told', async () => {
    const { 网格员, 张三, number, stageOf } = await reported();
    expect(await 网格员.says('2')).toContain('1 现场没有发现');
    await 网格员.says('1');
    expect(await stageOf(number)).toBe('declined');
    expect(张三.hears()).toContain('原因：现场没有发现');

    const other = await reported();
    await other.网格员.says('不属实，路灯是好的');
    expect(other.张三.hears()).toContain('原因：路灯是好的');
  });

  test('corrects the service by words and choice, or by its exact name at once', async () => {
    const { 网格员, play } = await reported();
    expect(await 网格员.says('修改')).toContain('应该是什么事项');
    expect(await 网格员.says('噜噜噜')).toContain('没找到这样的事项');
    expect(await 网格员.says('垃圾桶')).toContain('1 垃圾箱满溢');
    expect(await 网格员.says('返回')).toContain('应该是什么事项');
    await 网格员.says('垃圾桶');
    expect(await 网格员.says('1')).toContain('已改为「垃圾箱满溢」');
    expect((await play.cases())[0]?.service).toBe('06042');

    const other = await reported();
    await other.网格员.says('修改 暴露垃圾');
    expect((await other.play.cases())[0]?.service).toBe('06010');
  });

  test('who corrects to what it is already is told so', async () => {
    const { 网格员, number, stageOf } = await reported();
    const answer = await 网格员.says('修改 路灯异常');
    expect(answer).toContain('本来就是这样登记的');
    expect(answer).toMatch(/1 属实\n2 不属实\n3 修改\n4 并案\n5 当场办结\n6 补材料\n7 问专家$/u);
    expect(await stageOf(number)).toBe('verifying');
  });

  test('with several tasks is asked which one, for a label as for a number', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    const which = await 网格员.says('1');
    expect(which).toContain(`${first} 建设路12号 路灯异常`);
    expect(await 网格员.says('属实')).toContain('「属实」是指哪一件？');
    expect(await stageOf(first)).toBe('verifying');
    await 网格员.says(`${second} 建设路14号 路灯异常`);
    expect([await stageOf(first), await stageOf(second)]).toEqual(['verifying', 'assigned']);
    await 网格员.says('1');
    expect(await stageOf(first)).toBe('assigned');
  });

  test('names the case after the label', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    await 网格员.says(`属实 ${second}`);
    await 网格员.says(`不属实${first}，没有这回事`);
    expect([await stageOf(first), await stageOf(second)]).toEqual(['declined', 'assigned']);
  });

  test('presses a button of the card it stands on, whichever came last', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    await 网格员.presses(`${first}#1`, '属实');
    expect([await stageOf(first), await stageOf(second)]).toEqual(['assigned', 'verifying']);
  });

  test('is told that a card has passed, how its case stands now, and how to go on', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    await 网格员.says(`属实 ${first}`);
    const answer = await 网格员.presses(`${first}#1`, '属实');
    expect(answer).toMatch(
      new RegExp(
        `这张卡片已经过时了[\\s\\S]*${first} 的情况：\\n现在：待签收，由路灯管理所办理[\\s\\S]*回复「待办」`,
        'u',
      ),
    );
    expect(await 网格员.presses('nonsense', '属实')).toContain('过时');
    expect(await stageOf(second)).toBe('verifying');
  });

  test('is told that there is nothing to do with a label that is of another stage', async () => {
    const { 网格员, number, stageOf } = await reported();
    for (const word of ['退回', '延期', '会办', '转办', '挂账', '合格', '受理', '同意', '居民满意'])
      expect(await 网格员.says(word)).toBe(`现在没有可以「${word}」的事。回复「待办」看要办的事。`);
    expect(await 网格员.says('改派')).toContain('请在后面加编号');
    expect(await 网格员.says(`退回 ${number} 不归我们管`)).toContain('现在不能办这一步');
    expect(await stageOf(number)).toBe('verifying');
  });

  test('checks the handling: 合格 asks the resident, 不合格 sends it back with a reason', async () => {
    const { 网格员, 路灯所, 张三, number, stageOf } = await reported();
    await 网格员.says('属实');
    await 路灯所.says('签收');
    await 路灯所.says('办结 换了灯泡');
    await 路灯所.says('直接提交');
    expect(网格员.hears()).toMatch(/请核查[\s\S]*处理结果：换了灯泡[\s\S]*1 合格\n2 不合格/u);
    expect(await 网格员.says('不合格')).toContain('哪里不合格');
    expect(await 网格员.says('灯还是不亮')).toContain('原因：灯还是不亮');
    expect(await stageOf(number)).toBe('checking');
    await 网格员.says('确认');
    expect(await stageOf(number)).toBe('handling');
    expect(张三.hears()).toContain('原因：灯还是不亮');
    expect(路灯所.hears()).toMatch(/请返工[\s\S]*不合格原因：灯还是不亮[\s\S]*1 办结/u);
    await 路灯所.says('办结 又修好了');
    await 路灯所.sends('p1');
    await 网格员.presses(网格员.card(), '合格');
    expect(await stageOf(number)).toBe('rating');
  });
});

describe('the unit', () => {
  const assigned = async (...places: readonly string[]) => {
    const told = await reported(...places);
    for (const number of told.numbers) await told.网格员.says(`属实 ${number}`);
    return told;
  };

  test('signs, and gets 办结 as the next choice', async () => {
    const { 路灯所, number, stageOf } = await assigned();
    expect(路灯所.hears()).toContain('1 签收');
    expect(await 路灯所.says('1')).toContain('1 办结');
    expect(await stageOf(number)).toBe('handling');
  });

  test('signs by number without having a card', async () => {
    const { play, number, stageOf } = await assigned();
    await play.person('web:H3').says(`签收 ${number}`);
    expect(await stageOf(number)).toBe('handling');
  });

  test.each([
    ['words, then a photo', ['办结', '换了灯泡', 'photo']],
    ['a photo, then words', ['办结', 'photo', '换了灯泡']],
    ['words with the label, then a photo', ['办结 换了灯泡', 'photo']],
    ['a photo before anything', ['photo', '换了灯泡']],
  ])('reports %s', async (_, messages) => {
    const { 路灯所, 网格员, number, stageOf } = await assigned();
    await 路灯所.says('签收');
    for (const message of messages) {
      expect(await stageOf(number)).toBe('handling');
      await (message === 'photo' ? 路灯所.sends('p1') : 路灯所.says(message));
    }
    expect(await stageOf(number)).toBe('checking');
    网格员.hears();
    expect(网格员.replies().at(-1)).toMatchObject({ photos: ['photos/x/p1'] });
  });

  test('reports without a photo by 直接提交 only', async () => {
    const { 路灯所, number, stageOf } = await assigned();
    await 路灯所.says('签收');
    await 路灯所.says('办结');
    expect(await 路灯所.says('1')).toContain('请用文字说');
    expect(await 路灯所.says('换了灯泡')).toContain('1 直接提交');
    expect(await 路灯所.says('不办结')).toContain('直接提交');
    expect(await stageOf(number)).toBe('handling');
    await 路灯所.says('1');
    expect(await stageOf(number)).toBe('checking');
  });

  test('is told of a bad photo, and that words were put aside when something else is begun', async () => {
    const { 路灯所, numbers, stageOf } = await assigned('建设路12号', '建设路14号', '建设路12号');
    const [first = ''] = numbers;
    await 路灯所.says(`签收 ${first}`);
    await 路灯所.says('办结 换了灯泡');
    expect(await 路灯所.sends('p1', 'notAPhoto')).toContain('不是照片');
    expect(await 路灯所.says('签收')).toContain('刚才说的没有留下');
    expect(await stageOf(first)).toBe('handling');
  });

  test('who is too late or too early is told how the case stands', async () => {
    const { 路灯所, 网格员, number } = await assigned();
    const early = await 路灯所.says(`办结 ${number} 好了`);
    expect(early).toContain('现在不能办这一步');
    expect(early).toContain('1 签收');
    expect(await 网格员.says(`属实 ${number}`)).toMatch(
      /现在不能办这一步[\s\S]*现在：待签收，由路灯管理所办理/u,
    );
  });

  test('gets nothing of what is not theirs', async () => {
    const { play, number, stageOf } = await assigned();
    const 环卫所 = play.person('web:H1');
    expect(await 环卫所.says(`签收 ${number}`)).toContain('没有查到这个编号');
    expect(await 环卫所.says(number)).toContain('没有查到这个编号');
    expect(await 环卫所.says('签收 202609289999999')).toContain('没有查到这个编号');
    expect(await stageOf(number)).toBe('assigned');
  });

  test('a resident who types a task command does nothing', async () => {
    const { 张三, number, stageOf } = await assigned();
    await 张三.says('签收');
    await 张三.says(`签收 ${number}`);
    expect(await stageOf(number)).toBe('assigned');
  });

  test('lists what is open with 待办, and opens a task from the list', async () => {
    const { 路灯所, numbers } = await assigned('建设路12号', '建设路14号');
    expect(await 路灯所.says('待办')).toContain('您有 2 件事要办');
    expect(await 路灯所.says('2')).toContain('1 签收');
    await 路灯所.says(`签收 ${numbers[0]}`);
    await 路灯所.says(`签收 ${numbers[1]}`);
    const 环卫所 = playOn().person('web:H1');
    expect(await 环卫所.says('任务')).toBe('现在没有要办的事。');
  });

  test('is reminded with the buttons of the card, and urged at the limit; its leader hears of it a day later, without any', async () => {
    const { play, 路灯所 } = await assigned();
    路灯所.hears();
    await play.wait(2 * HOUR);
    expect(路灯所.hears()).toMatch(
      /提醒：待签收快到时限了[\s\S]*1 签收[\s\S]*催办：待签收已经超时[\s\S]*1 签收/u,
    );
    const 领导 = play.person('web:L3');
    expect(领导.hears()).toBe('');
    await play.wait(2 * DAY);
    expect(领导.hears()).toMatch(/黄牌：待签收超时没有办。[\s\S]*责任：路灯管理所/u);
    expect(领导.replies().every(({ choices }) => choices === undefined)).toBe(true);
  });

  test('who sends stray words is told how to go on; a matter at a place is a report', async () => {
    const { 路灯所 } = await assigned();
    expect(await 路灯所.says('什么情况')).toContain('回复「待办」');
    expect(await 路灯所.says('垃圾没人收，和平路3号')).toContain('请您核对');
  });

  test('a card that comes while something is asked leaves the numbers to what was asked', async () => {
    const { 张三, 网格员, numbers, stageOf } = await reported();
    await 网格员.says('不属实');
    await 张三.says('路灯坏了，建设路14号');
    await 张三.says('确认');
    expect(网格员.hears()).toMatch(/请核实[\s\S]*为什么不属实？/u);
    await 网格员.says('1');
    const second = /\d{15}/u.exec(await 张三.says('进度'))?.[0] ?? '';
    expect(await stageOf(numbers[0] ?? '')).toBe('declined');
    expect(await stageOf(second)).toBe('verifying');
  });
});

describe('the dispatcher', () => {
  const unrouted = async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('没有单位管，谁都不管的事，建设路12号');
    await 张三.says('确认');
    await play.person('web:S1').says('属实');
    return { play, 张三, 派遣员: play.person('web:D1') };
  };

  test.each([['2'], ['环卫所']])('chooses a unit by %s', async (word) => {
    const { play, 派遣员, 张三 } = await unrouted();
    expect(派遣员.hears()).toMatch(/请派遣[\s\S]*1 指挥中心\n2 环卫所\n3 路灯管理所/u);
    expect(await 派遣员.says(word)).toContain('已派给环卫所');
    expect((await play.cases())[0]).toMatchObject({ stage: 'assigned', owner: 'unit@U01' });
    expect(张三.hears()).toContain('正在确定承办单位');
  });

  test('does nothing with a unit that is not there', async () => {
    const { play, 派遣员 } = await unrouted();
    expect(await 派遣员.says('海事局')).not.toBe('');
    expect((await play.cases())[0]?.stage).toBe('dispatching');
  });
});
