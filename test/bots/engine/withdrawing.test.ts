import { playOn } from './support/playOn.ts';

const filed = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号');
  await 张三.says('确认');
  return { play, 张三, number: (await play.cases())[0]?.number ?? '' };
};

describe('after a report was filed', () => {
  test.each([['取消'], ['算了']])('%s is told that the case goes on, and what can be done', async (text) => {
    const { play, 张三, number } = await filed();
    const answer = await 张三.says(text);
    expect(answer).toContain(`${number} 已经登记，会接着办`);
    expect(answer).toMatch(/回复「撤销」[\s\S]*回复「补充」[\s\S]*回复「人工」/u);
    expect((await 张三.session()).form).toBeUndefined();
    expect(await 张三.says('取消')).not.toContain('已经清掉');
    expect((await play.cases())[0]?.stage).toBe('verifying');
  });

  test('several are counted', async () => {
    const { play, 张三 } = await filed();
    await play.wait(120_000);
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    expect(await 张三.says('取消')).toContain('等 2 件 已经登记');
  });

  test('with nothing open there is nothing to cancel', async () => {
    const { play, 张三 } = await filed();
    await play.person('web:S1').says('不属实 没有发现');
    expect(await 张三.says('取消')).toContain('没有什么要取消');
  });
});

describe('a form with something in it', () => {
  const ASKED = /还没有提交。要清掉填的内容，不报了吗？\n1 不报了\n2 接着报/u;
  const summed = async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    return { play, 张三, formOf: async () => (await 张三.session()).form };
  };

  test.each([['3'], ['第三个'], ['算了'], ['不用修了，自己亮了'], ['我不报了']])(
    'is not cleared by %s before a yes',
    async (text) => {
      const { 张三, formOf } = await summed();
      const before = await formOf();
      expect(await 张三.says(text)).toMatch(ASKED);
      expect(await formOf()).toEqual(before);
    },
  );

  test.each([
    ['1'],
    ['不报了'],
    ['取消'],
    ['是的'],
    ['清掉'],
    ['算了，我不报了'],
    ['不要报了'],
    ['算了不报了'],
    ['不继续了'],
    ['不想接着报了'],
  ])('is cleared by %s then', async (text) => {
    const { play, 张三, formOf } = await summed();
    await 张三.says('3');
    expect(await 张三.says(text)).toContain('填的内容已经清掉');
    expect(await formOf()).toBeUndefined();
    expect(await play.cases()).toHaveLength(0);
  });

  test.each([
    ['2'],
    ['接着报'],
    ['不'],
    ['不取消'],
    ['返回'],
    ['确认'],
    ['提交'],
    ['别清掉'],
    ['不要清'],
    ['我没说不报了'],
    ['继续吧'],
    ['不是不报了'],
  ])('stays after %s, and is not filed by it either', async (text) => {
    const { play, 张三, formOf } = await summed();
    const before = await formOf();
    await 张三.says('3');
    expect(await 张三.says(text)).toContain('请您核对');
    expect(await formOf()).toEqual(before);
    expect(await play.cases()).toHaveLength(0);
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(1);
  });

  test('goes on with whatever else comes', async () => {
    const { 张三, formOf } = await summed();
    await 张三.says('3');
    expect(await 张三.says('灯罩也碎了')).toContain('灯罩也碎了');
    await 张三.says('3');
    expect(await 张三.sends('p1')).toContain('照片：1 张');
    await 张三.says('3');
    expect(await 张三.taps(121.4713, 31.2313, '大门口')).toContain('地点：大门口');
    expect((await formOf())?.photos).toHaveLength(1);
  });

  test.each([['取消'], ['不报了'], ['退出']])('is cleared at once by %s', async (text) => {
    const { 张三, formOf } = await summed();
    expect(await 张三.says(text)).toContain('填的内容已经清掉');
    expect(await formOf()).toBeUndefined();
  });

  test('with nothing in it is cleared at once', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('阿巴阿巴阿巴');
    expect(await 张三.says('算了')).toContain('填的内容已经清掉');
  });
});
