import { playOn } from '../support/playOn.ts';

const offered = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  const offer = await 张三.says('垃圾桶，建设路12号');
  const labels = [...offer.matchAll(/^\d (.+)$/gmu)].map(([, label]) => label ?? '');
  return { play, 张三, labels };
};

describe('a choice said in words', () => {
  test.each([['第一个'], ['第1个'], ['选1'], ['1号'], ['一'], ['头一个']])(
    '%s takes the first service',
    async (text) => {
      const { 张三, labels } = await offered();
      expect(await 张三.says(text)).toContain(`事项：${labels[0]}`);
    },
  );

  test('最后一个 is the last that is offered, not 都不是', async () => {
    const { 张三, labels } = await offered();
    expect(labels.at(-1)).toBe('都不是');
    expect(await 张三.says('最后一个')).toContain(`事项：${labels.at(-2)}`);
  });

  test.each([['不是第一个'], ['别选1'], ['不要最后一个']])(
    '%s takes none, and is asked again',
    async (text) => {
      const { 张三 } = await offered();
      const { form } = await 张三.session();
      expect(await 张三.says(text)).toContain('您说的是下面哪一种');
      expect((await 张三.session()).form).toEqual(form);
    },
  );

  test.each([['都不是'], ['都不对'], ['上面都不是'], ['不是']])('%s asks for other words', async (text) => {
    const { 张三 } = await offered();
    expect(await 张三.says(text)).toContain('请换个说法');
  });

  test('works for places, for what to change, and for which case', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('幸福超市门口垃圾没人收');
    expect(await 张三.says('第二个')).toContain('地点：幸福超市');
    await 张三.says('修改');
    expect(await 张三.says('第二项')).toContain('请告诉我在哪里');
    await 张三.says('建设路12号');
    await 张三.says('第一个');
    expect((await play.cases()).map(({ place }) => place.name)).toEqual(['建设路12号']);
    await 张三.says('路灯坏了，和平路3号');
    await 张三.says('确认');
    expect(await 张三.says('进度')).toContain('看哪一件');
    expect(await 张三.says('最后一个')).toContain('受理编号');
  });

  test('a house number at the summary is no button', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says('3号');
    await 张三.says('1号');
    expect((await 张三.session()).form).toBeDefined();
    expect(await play.cases()).toHaveLength(0);
  });
});
