import { filedCase } from '../support/ownCase.ts';
import { DAY } from '../support/playOn.ts';

const declined = async () => {
  const scene = await filedCase();
  await scene.网格员.says(`不属实 ${scene.number} 现场没有发现`);
  await scene.网格员.says('确认');
  return scene;
};

describe('申诉', () => {
  test('is offered with the refusal, asks why, and tells who looks at it and by when', async () => {
    const { 张三, 领导, number, stateNow } = await declined();
    expect(张三.hears()).toMatch(/没有受理[\s\S]*申诉一次[\s\S]*1 申诉/u);
    expect(await 张三.says('1')).toContain('请说说为什么');
    expect(await 张三.says('路灯确实不亮，晚上来看就知道')).toMatch(
      /申诉收到了，由.*负责人来看，最迟 \d\d月\d\d日/u,
    );
    expect((await stateNow()).stage).toBe('screening');
    expect(领导.hears()).toMatch(/居民申诉[\s\S]*路灯确实不亮/u);
    await 领导.says(`受理 ${number}`);
    expect(张三.hears()).toContain('已经受理');
  });

  test.each([['申诉 路灯确实不亮'], ['我不服，路灯确实不亮']])('%s is enough', async (text) => {
    const { 张三, stateNow } = await declined();
    expect(await 张三.says(text)).toContain('申诉收到了');
    expect(await stateNow()).toMatchObject({ stage: 'screening', appealed: true });
  });

  test.each([['不申诉'], ['别申诉了'], ['我没有不服']])('%s does not', async (text) => {
    const { 张三, stateNow } = await declined();
    await 张三.says(text);
    expect((await stateNow()).stage).toBe('declined');
  });

  test.each([['不申诉了'], ['算了'], ['没有理由'], ['取消']])(
    '%s to the question gives it up',
    async (text) => {
      const { 张三, stateNow } = await declined();
      await 张三.says('申诉');
      await 张三.says(text);
      expect((await stateNow()).stage).toBe('declined');
      expect((await 张三.session()).question).toBeUndefined();
    },
  );

  test.each([['你们没有理由不受理，灯确实不亮'], ['不能就这么算了，灯确实不亮']])(
    '%s to the question is a reason',
    async (text) => {
      const { 张三, stateNow } = await declined();
      await 张三.says('申诉');
      expect(await 张三.says(text)).toContain('申诉收到了');
      expect((await stateNow()).stage).toBe('screening');
    },
  );

  test('is possible once: refused again it is told so, and there is no button', async () => {
    const { 张三, 领导, number, stateNow } = await declined();
    await 张三.says('申诉 路灯确实不亮');
    await 领导.says(`维持不受理 ${number} 现场又看过，灯是亮的`);
    await 领导.says('确认');
    expect((await stateNow()).stage).toBe('declined');
    const heard = 张三.hears();
    expect(heard).toMatch(/申诉上一级看过了[\s\S]*还是没有受理/u);
    expect(heard).not.toContain('1 申诉');
    expect(await 张三.says('申诉 我还是不同意这个结果')).toContain('已经申诉过一次');
  });

  test('too late it is refused kindly', async () => {
    const { play, 张三, stateNow } = await declined();
    await play.wait(30 * DAY);
    expect(await 张三.says('申诉 路灯确实不亮')).toContain('现在已经过了');
    expect((await stateNow()).stage).toBe('declined');
  });

  test('of what was not refused there is none', async () => {
    const { 张三, number } = await filedCase();
    expect(await 张三.says('申诉')).toContain('不用申诉');
    expect(await 张三.says(`申诉 ${number} 太慢`)).toContain('没有被拒绝受理');
  });
});
