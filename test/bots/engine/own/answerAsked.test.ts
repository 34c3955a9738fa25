import { signedCase } from '../support/ownCase.ts';
import { DAY } from '../support/playOn.ts';

const asked = async (question = '请问灯杆编号是多少') => {
  const scene = await signedCase();
  await scene.路灯所.says(`补材料 ${scene.number} ${question}`);
  return scene;
};

describe('what a unit asked', () => {
  test.each([['拍哪里？'], ['什么意思'], ['是灯杆上的号吗？']])(
    '%s asks back: it is no answer, and the clock stands still',
    async (text) => {
      const { 张三, stateNow } = await asked();
      expect(await 张三.says(text)).toContain('还在等您补充：请问灯杆编号是多少');
      expect((await stateNow()).stage).toBe('waiting');
    },
  );

  test.each([['灯杆上写着 A12'], ['没有'], ['不知道'], ['没有编号'], ['自己亮了']])(
    '%s is the answer, without a word before it',
    async (text) => {
      const { 张三, 路灯所, stateNow } = await asked();
      expect(张三.hears()).toMatch(/请您补充：\n请问灯杆编号是多少[\s\S]*没有就回复「没有」/u);
      expect((await stateNow()).stage).toBe('waiting');
      expect(await 张三.says(text)).toContain('已经转给办理的人');
      expect((await stateNow()).stage).toBe('handling');
      expect(路灯所.hears()).toContain(`答复：${text}`);
    },
  );

  test('a photo or a point is one as well', async () => {
    const one = await asked();
    expect(await one.张三.sends('p1')).toContain('已经转给办理的人');
    expect((await one.stateNow()).stage).toBe('handling');
    const other = await asked();
    expect(await other.张三.taps(121.4713, 31.2313, '杆子旁边')).toContain('已经转给办理的人');
    expect((await other.stateNow()).stage).toBe('handling');
  });

  test.each([['好的'], ['谢谢'], ['收到'], ['你好'], ['帮助']])(
    '%s is no answer to what is asked for',
    async (text) => {
      const { 张三, stateNow } = await asked();
      await 张三.says(text);
      expect((await stateNow()).stage).toBe('waiting');
    },
  );

  test.each([['可以'], ['好的'], ['不用']])('%s is one where yes or no was asked', async (text) => {
    const { 张三, stateNow } = await asked('明天可以上门看吗');
    await 张三.says(text);
    expect((await stateNow()).stage).toBe('handling');
  });

  test('a new report stays possible, and the question is waited for still', async () => {
    const { play, 张三, stateNow } = await asked();
    expect(await 张三.says('我要反映别的')).toContain('是什么事、在哪里');
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(2);
    expect((await stateNow()).stage).toBe('waiting');
    await 张三.says('编号 A12');
    expect((await stateNow()).stage).toBe('handling');
  });

  test('what is surely of another matter elsewhere is asked about', async () => {
    const { 张三, stateNow } = await asked();
    expect(await 张三.says('垃圾没人收，和平路3号')).toContain('另一件事');
    expect((await stateNow()).stage).toBe('waiting');
    expect(await 张三.says('另一件事')).toContain('请您核对');
  });

  test('a form that is being filled in is not taken for the answer', async () => {
    const scene = await signedCase();
    await scene.张三.says('垃圾没人收');
    await scene.路灯所.says(`补材料 ${scene.number} 灯杆编号是多少`);
    await scene.张三.says('和平路3号');
    expect((await scene.stateNow()).stage).toBe('waiting');
    expect((await scene.张三.session()).form?.place?.name).toBe('和平路3号');
  });

  test('is reminded of, lapses with a word, and goes on; later words are no answer any more', async () => {
    const { play, 张三, 路灯所, stateNow } = await asked();
    张三.hears();
    路灯所.hears();
    await play.wait(15 * DAY);
    const heard = 张三.hears();
    expect(heard).toContain('还在等您补充');
    expect(heard).toContain('没有等到您补充，已经按现有的材料接着办');
    expect(路灯所.hears()).toContain('没有答复');
    expect((await stateNow()).stage).not.toBe('waiting');
    expect((await 张三.session()).asked).toBeUndefined();
  });

  test('is kept over days, and shown by the progress', async () => {
    const { play, 张三, stateNow } = await asked();
    await play.wait(2 * DAY);
    expect(await 张三.says('进度')).toContain('等您补充：请问灯杆编号是多少');
    await 张三.says('编号 A12');
    expect((await stateNow()).stage).toBe('handling');
  });
});
