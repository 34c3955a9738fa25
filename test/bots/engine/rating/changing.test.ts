import { handled, ratingOf } from '../support/handledCase.ts';
import { handleAgain, ratedCase } from '../support/ownCase.ts';
import { DAY, playOn } from '../support/playOn.ts';

describe('a rating', () => {
  test('of three things with an opinion is one message', async () => {
    const { 张三, stateNow } = await ratedCase();
    expect(await 张三.says('信息公开A，服务结果B，总体B，来得慢')).toMatch(
      /您评了 B（满意），信息公开 A，服务结果 B，意见：来得慢[\s\S]*已经归档/u,
    );
    expect((await stateNow()).rating).toEqual({
      openness: 'A',
      result: 'B',
      overall: 'B',
      opinion: '来得慢',
    });
  });

  test('without 总体 asks for it', async () => {
    const { 张三, stateNow } = await ratedCase();
    expect(await 张三.says('服务结果B，来得慢')).toMatch(/总体您觉得怎么样[\s\S]*A 非常满意\nB 满意/u);
    await 张三.says('2');
    expect((await stateNow()).rating).toEqual({ result: 'B', overall: 'B', opinion: '来得慢' });
  });

  test('without 总体, of two that wait for it: asked which, then for 总体, which nobody guesses', async () => {
    const play = playOn();
    const { 张三, number } = await handled(play);
    await handled(play, '建设路14号');
    expect(await 张三.says('信息公开A，服务结果B')).toContain('是指哪一件');
    expect(await 张三.says('1')).toContain('总体您觉得怎么样');
    expect(await ratingOf(play, number)).toBeUndefined();
    await 张三.says('A');
    expect(await ratingOf(play, number)).toEqual({ openness: 'A', result: 'B', overall: 'A' });
  });

  test.each([['总体满意吗'], ['总体满意不起来'], ['总体满意才怪'], ['整体A座电梯坏了']])(
    '%s rates nothing',
    async (text) => {
      const { 张三, stateNow } = await ratedCase();
      await 张三.says(text);
      expect((await stateNow()).rating).toBeUndefined();
    },
  );

  test.each([['C 来得慢'], ['D 还是不亮'], ['不满意，灯又灭了']])(
    '%s tells that somebody will call back, and by when',
    async (text) => {
      const { 张三, 派遣员, stateNow } = await ratedCase();
      expect(await 张三.says(text)).toMatch(
        /会有人回访您，最迟 \d\d月\d\d日 17:30；回访以前想改，回复「评价」/u,
      );
      expect(await stateNow()).toMatchObject({ stage: 'rating', clock: { limit: 'visit' } });
      expect(派遣员.hears()).toContain('请回访');
      expect(await 张三.says('进度')).toContain('归档以前还可以改');
    },
  );

  test.each([
    ['评价', 'A'],
    ['改成 A', ''],
    ['A 现在亮了', ''],
  ])('may be changed until it is filed: %s %s', async (first, second) => {
    const { play, 张三, number, stateNow } = await ratedCase();
    await 张三.says('C 来得慢');
    await 张三.says(first);
    if (second !== '') await 张三.says(second);
    if ((await stateNow()).stage !== 'closed') await 张三.says('没有意见');
    expect(await stateNow()).toMatchObject({ stage: 'closed', rating: { overall: 'A' } });
    const kept = (await play.history(number)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'rated' ? [event.rating.overall] : [])),
    );
    expect(kept).toEqual(['C', 'A']);
  });

  test.each([['不改'], ['别改成 A'], ['改天再说']])('%s changes nothing', async (text) => {
    const { 张三, stateNow } = await ratedCase();
    await 张三.says('C 来得慢');
    await 张三.says(text);
    expect((await stateNow()).rating?.overall).toBe('C');
  });

  test('D is handled again unless the resident agrees otherwise, and told why and by when', async () => {
    const scene = await ratedCase();
    const { 张三, 派遣员, 路灯所, number, stateNow } = scene;
    await 张三.says('D 还是不亮');
    await 派遣员.says(`还要返工 ${number} 居民说还是不亮`);
    if ((await stateNow()).stage === 'rating') await 派遣员.says('确认');
    expect((await stateNow()).stage).toBe('handling');
    expect(张三.hears()).toMatch(
      /还没办好，已退回路灯管理所重新办理，最迟 \d\d月\d\d日 \d\d:\d\d。\n原因：/u,
    );
    expect(路灯所.hears()).toContain('请返工');
    await handleAgain(scene);
    expect(张三.hears()).toContain('办好了');
  });

  test('after the last round the level above decides, and the resident hears of it', async () => {
    const scene = await ratedCase();
    const { play, 张三, 领导, number, stateNow } = scene;
    for (let round = 0; round < 3; round++) {
      await 张三.says('D 还是不亮');
      await play.wait(14 * DAY);
      if ((await stateNow()).stage === 'handling') await handleAgain(scene);
    }
    expect(张三.hears()).toContain('已经交给上一级决定');
    await 领导.says(`结束 ${number} 等整条路改造`);
    if ((await stateNow()).stage !== 'closed') await 领导.says('确认');
    expect((await stateNow()).stage).toBe('closed');
    expect(张三.hears()).toMatch(/上一级决定就此办结[\s\S]*原因：等整条路改造/u);
  });
});
