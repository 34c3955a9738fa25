import { filedCase, ratedCase, signedCase } from '../support/ownCase.ts';
import { DAY } from '../support/playOn.ts';

describe('催一催', () => {
  test.each([['催一下'], ['怎么还没人来'], ['帮我催催'], ['快点派人来']])(
    '%s is counted, and whose turn it is hears of it',
    async (text) => {
      const { 张三, 网格员, number, stateNow } = await filedCase();
      expect(await 张三.says(text)).toMatch(new RegExp(`已经替您催了.*\\n?.*${number}[\\s\\S]*下一步`, 'u'));
      expect((await stateNow()).urges?.count).toBe(1);
      expect(网格员.hears()).toContain('报事人催办（第 1 次）');
    },
  );

  test('by its number, and by a button of the progress', async () => {
    const { play, 张三, number, stateNow } = await filedCase();
    await 张三.says(`催办 ${number}`);
    expect((await stateNow()).urges?.count).toBe(1);
    await play.wait(DAY + 1);
    expect(await 张三.says('进度')).toContain('1 催一催');
    expect(await 张三.says('1')).toContain('第 2 次');
    expect((await stateNow()).urges?.count).toBe(2);
  });

  test('too soon it is told when it is possible again, and how it stands', async () => {
    const { 张三, stateNow } = await filedCase();
    await 张三.says('催一下');
    expect(await 张三.says('催一下')).toMatch(/09月29日 10:00 以后可以再催[\s\S]*现在：待核实/u);
    expect((await stateNow()).urges?.count).toBe(1);
  });

  test.each([['什么时候能修好'], ['多久能修']])('%s only asks', async (text) => {
    const { 张三, stateNow } = await filedCase();
    expect(await 张三.says(text)).toContain('经过：');
    expect((await stateNow()).urges).toBeUndefined();
  });

  test.each([['别催'], ['不用催了'], ['不着急'], ['不急']])('%s urges nobody', async (text) => {
    const { 张三, stateNow } = await filedCase();
    await 张三.says(text);
    expect((await stateNow()).urges).toBeUndefined();
  });

  test('of several it is asked which', async () => {
    const { play, 张三 } = await filedCase();
    await play.wait(120_000);
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    expect(await 张三.says('催一下')).toContain('「催一催」是指哪一件');
    expect(await 张三.says('2')).toContain('已经替您催了');
    expect((await play.cases()).map(({ urges }) => urges?.count)).toEqual([1, undefined]);
  });

  test('of what is handled the rating is asked for instead', async () => {
    const { 张三 } = await ratedCase();
    expect(await 张三.says('催一下')).toContain('不用催');
  });

  test('of what waits for the resident it is said so', async () => {
    const { 张三, 路灯所, number, stateNow } = await signedCase();
    await 路灯所.says(`补材料 ${number} 灯杆编号是多少`);
    expect(await 张三.says(`催办 ${number}`)).toContain('等您补充：灯杆编号是多少');
    expect((await stateNow()).urges).toBeUndefined();
  });

  test('somebody else cannot urge it', async () => {
    const { 李四, number, stateNow } = await filedCase();
    expect(await 李四.says(`催办 ${number}`)).toContain('没有查到这个编号');
    expect((await stateNow()).urges).toBeUndefined();
  });
});
