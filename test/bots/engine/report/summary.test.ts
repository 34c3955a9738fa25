import { playOn } from '../support/playOn.ts';

/** A resident who sees the summary. */
const summed = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号');
  return { play, 张三, textOf: async () => (await 张三.session()).form?.text };
};
const TEXT = '路灯坏了，建设路12号';

describe('at the summary', () => {
  test.each(
    '好 好的 好吧 是 是的 嗯 没错 可以 行 对 对的 确认提交 提交 确认无误 没问题 就这样 ok'
      .split(' ')
      .map((word) => [word]),
  )('%s files', async (word) => {
    const { play, 张三 } = await summed();
    expect(await 张三.says(word)).toContain('受理编号');
    expect(await play.cases()).toHaveLength(1);
  });

  test.each(
    '不对 不是 不好 不行 先别提交 别提交 不要提交 不提交 还没确认 确认？ 好？ 可以吗 是吗 对吗 先等等 好像不对 不可以 没确认'
      .split(' ')
      .map((word) => [word]),
  )('%s files nothing', async (word) => {
    const { play, 张三 } = await summed();
    await 张三.says(word);
    expect(await play.cases()).toHaveLength(0);
  });

  test.each([['对的对的，快点'], ['好的，谢谢，麻烦快点'], ['是的，什么时候来？'], ['好，怎么还没人来']])(
    '%s is asked once more: not quite a yes',
    async (text) => {
      const { play, 张三, textOf } = await summed();
      const answer = await 张三.says(text);
      expect(answer).toContain('确认提交吗？');
      expect(answer).toContain('还没提交');
      expect(await play.cases()).toHaveLength(0);
      expect(await textOf()).toBe(TEXT);
      await 张三.says('是');
      expect(await play.cases()).toHaveLength(1);
    },
  );

  test.each([['先别提交'], ['别提交'], ['不要提交'], ['不对'], ['不好']])(
    '%s is told that nothing went out',
    async (text) => {
      const { 张三, textOf } = await summed();
      expect(await 张三.says(text)).toContain('还没提交');
      expect(await textOf()).toBe(TEXT);
    },
  );

  test.each([['怎么还没人来'], ['快点派人来'], ['什么时候能修好'], ['还没修好'], ['没人管']])(
    '%s is no description: it is said that nothing went out, and what to press',
    async (text) => {
      const { play, 张三, textOf } = await summed();
      expect(await 张三.says(text)).toMatch(/还没提交[\s\S]*「确认」[\s\S]*1 确认/u);
      expect(await textOf()).toBe(TEXT);
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test.each([['谢谢'], ['知道了'], ['好了'], ['收到'], ['辛苦了']])(
    '%s is no description and no yes',
    async (text) => {
      const { play, 张三, textOf } = await summed();
      expect(await 张三.says(text)).toMatch(/^还没提交[\s\S]*1 确认/u);
      expect(await textOf()).toBe(TEXT);
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test.each([['这个谁来修'], ['怎么弄'], ['要钱吗？'], ['可以吗']])(
    '%s is a question, no description',
    async (text) => {
      const { play, 张三, textOf } = await summed();
      expect(await 张三.says(text)).toMatch(/还没提交[\s\S]*「确认」/u);
      expect(await textOf()).toBe(TEXT);
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test('a matter that is denied gives way to the one that is named, or to a choice', async () => {
    const { 张三 } = await summed();
    expect(await 张三.says('不是路灯，是路面有坑')).toContain('事项：道路破损');
    const offer = await 张三.says('不是路面，是垃圾桶');
    expect(offer).toContain('您说的是下面哪一种');
    expect(await 张三.says('第一个')).toContain('请您核对');
  });

  test.each([['晚上很危险'], ['一直没人修，晚上很危险'], ['灯罩也要掉下来了']])(
    '%s is added, and said not to be filed yet',
    async (text) => {
      const { play, 张三, textOf } = await summed();
      expect(await 张三.says(text)).toMatch(/已经加到说明里。还没提交/u);
      expect(await textOf()).toBe(`${TEXT}\n${text}`);
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test.each([
    ['地点不对', '请告诉我在哪里'],
    ['位置错了', '请告诉我在哪里'],
    ['好，但是地址不对', '请告诉我在哪里'],
    ['事情不对', '请用您自己的话说说'],
    ['说明写错了', '请重新说一遍'],
  ])('%s opens it for changing', async (text, question) => {
    const { 张三, textOf } = await summed();
    expect(await 张三.says(text)).toContain(question);
    expect(await textOf()).toBe(TEXT);
    expect(await 张三.says('返回')).toContain('要改哪一项');
  });

  test('照片错了 takes new photos instead, or none', async () => {
    const { play, 张三 } = await summed();
    expect(await 张三.says('照片错了')).toContain('还没有照片');
    await 张三.sends('p1');
    await 张三.sends('p2');
    expect(await 张三.says('照片错了')).toMatch(/请重新发照片[\s\S]*1 不要照片/u);
    expect(await 张三.sends('p3')).toContain('照片：1 张');
    expect(await 张三.sends('p4')).toContain('照片：2 张');
    await 张三.says('修改');
    await 张三.says('照片');
    expect(await 张三.says('不要照片')).toContain('照片：没有');
    await 张三.says('确认');
    expect((await play.cases())[0]?.photos).toEqual([]);
  });

  test.each([['地点没错'], ['照片不错'], ['地点不用改']])('%s opens nothing', async (text) => {
    const { 张三 } = await summed();
    expect(await 张三.says(text)).toContain('请您核对');
  });

  test('a phone is changed where one is needed', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('跟邻居吵起来了，建设路12号，电话13812345678');
    expect(await 张三.says('电话错了')).toContain('请留一个手机号');
    expect(await 张三.says('不知道')).toContain('这不像电话号码');
    expect(await 张三.says('13987654321')).toContain('电话：13987654321');
    const other = (await summed()).张三;
    expect(await other.says('电话错了')).toContain('不用改');
  });

  test('a mere 好的 behind news of another case is asked about; 确认 is not', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const 网格员 = play.person('web:S1');
    await 张三.says(TEXT);
    await 张三.says('确认');
    await 张三.says('垃圾没人收，和平路3号');
    await 网格员.says('属实');
    expect(张三.hears()).toContain('已经受理');
    expect(await 张三.says('好的')).toContain('确认提交吗？');
    expect(await play.cases()).toHaveLength(1);
    await 张三.says('好的');
    expect(await play.cases()).toHaveLength(2);
  });
});

describe('before the summary', () => {
  test.each([['好的'], ['确认'], ['提交'], ['没错']])('%s files nothing', async (word) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says(word)).toContain('请告诉我在哪里');
    expect(await play.cases()).toHaveLength(0);
  });

  test('who asks why nobody comes is told what is missing', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says('怎么还没人来')).toMatch(/还没提交[\s\S]*请告诉我在哪里/u);
    expect((await 张三.session()).form?.text).toBe('路灯坏了');
  });

  test('with nothing begun, that asks after what was filed', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('怎么还没人来')).toContain('您还没有报过事');
    await 张三.says(TEXT);
    await 张三.says('确认');
    expect(await 张三.says('怎么还没人来')).toContain('现在：待核实');
  });
});
