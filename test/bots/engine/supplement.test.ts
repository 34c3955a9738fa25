import { playOn } from './support/playOn.ts';

/** A lamp was reported, and 「补充」 said. */
const asked = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号');
  await 张三.says('确认');
  const answer = await 张三.says('补充');
  return { play, 张三, answer, textOf: async () => (await play.cases())[0]?.text };
};
const TEXT = '路灯坏了，建设路12号';
const DOUBT = /是补充到 \d{15}，还是另一件事？\n1 补充到这件\n2 另一件事/u;

describe('to 补充什么', () => {
  test.each([['和平路3号的垃圾好几天没人收了'], ['垃圾没人收'], ['建设路14号也不亮']])(
    '%s may be another matter: asked, and added to nothing before the answer',
    async (text) => {
      const { 张三, textOf } = await asked();
      expect(await 张三.says(text)).toMatch(DOUBT);
      expect(await textOf()).toBe(TEXT);
      expect(await 张三.says('好的')).toMatch(DOUBT);
      expect(await textOf()).toBe(TEXT);
    },
  );

  test.each([['1'], ['补充'], ['是这件']])('%s adds what was in doubt', async (text) => {
    const { 张三, textOf } = await asked();
    await 张三.says('和平路3号垃圾没人收');
    expect(await 张三.says(text)).toContain('已经补充到');
    expect(await textOf()).toContain('和平路3号垃圾没人收');
  });

  test.each([['2'], ['另一件事'], ['不是补充'], ['不是补充，是另一件事'], ['第二个']])(
    '%s makes it a report of its own',
    async (text) => {
      const { play, 张三, textOf } = await asked();
      await 张三.says('和平路3号垃圾没人收');
      expect(await 张三.says(text)).toMatch(/请您核对[\s\S]*事项：暴露垃圾/u);
      await 张三.says('确认');
      expect(await textOf()).toBe(TEXT);
      expect(await play.cases()).toHaveLength(2);
    },
  );

  test('photo and place wait for the answer; 返回 takes the doubt back; words in doubt outlast half an hour', async () => {
    const { play, 张三, textOf } = await asked();
    await 张三.says('和平路3号垃圾没人收');
    expect(await 张三.sends('p1')).toMatch(/请先选一项[\s\S]*还是另一件事/u);
    expect(await 张三.taps(121.4713, 31.2313)).toMatch(/请先选一项[\s\S]*还是另一件事/u);
    await play.wait(3_600_000);
    expect(await 张三.says('嗯')).toMatch(DOUBT);
    expect(await 张三.says('返回')).toContain('补充什么');
    expect((await play.cases())[0]?.photos).toEqual([]);
    expect(await textOf()).toBe(TEXT);
  });

  test.each([['晚上七点以后才灭'], ['没有灯罩'], ['建设路12号的路灯还是不亮'], ['没有其他问题，就是灯不亮']])(
    '%s is more of it',
    async (text) => {
      const { 张三, textOf } = await asked();
      expect(await 张三.says(text)).toContain('已经补充到');
      expect(await textOf()).toContain(text);
    },
  );

  test.each([['不用了'], ['没什么要补充的'], ['不补充了'], ['不补充'], ['没有其他问题了'], ['不说了，谢谢']])(
    '%s ends it, and adds nothing',
    async (text) => {
      const { 张三, textOf } = await asked();
      expect(await 张三.says(text)).toBe('好的。办好了会告诉您。');
      expect(await textOf()).toBe(TEXT);
      expect((await 张三.session()).question).toBeUndefined();
    },
  );

  test('不是这件 adds nothing, and says how to go on', async () => {
    const { 张三, textOf } = await asked();
    expect(await 张三.says('不是这件')).toContain('没有再加');
    expect(await textOf()).toBe(TEXT);
  });

  test('不是补充，是另一件事 begins a report, with what was said besides', async () => {
    const { 张三, textOf } = await asked();
    expect(await 张三.says('不是补充，是另一件事')).toContain('请说说是什么事、在哪里');
    expect(await 张三.says('垃圾没人收，和平路3号')).toContain('事项：暴露垃圾');
    const other = await asked();
    expect(await other.张三.says('是另一件事，和平路3号垃圾没人收')).toContain('说明：和平路3号垃圾没人收\n');
    expect(await textOf()).toBe(TEXT);
    expect(await other.textOf()).toBe(TEXT);
  });

  test('补充 没有 adds nothing, and asks', async () => {
    const { 张三, textOf } = await asked();
    await 张三.says('好了');
    expect(await 张三.says('补充 没有')).toContain('补充什么');
    expect(await textOf()).toBe(TEXT);
  });
});
