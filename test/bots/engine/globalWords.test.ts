import { readDenial, readGlobalWord } from '../../../bots/engine/words/globalWords.ts';
import { DAY, HOUR, playOn } from './support/playOn.ts';

describe('global words', () => {
  test.each([
    ['返回', 'back'],
    ['取消', 'cancel'],
    ['取消吧', 'cancel'],
    ['「进度」', 'progress'],
    ['进度？', 'progress'],
    ['帮助', 'help'],
    ['人工', 'human'],
    ['有人吗', 'human'],
    ['有人吗？', 'human'],
    ['喂，有人在吗', 'human'],
    ['有没有人', 'human'],
    ['我要找人说话', 'human'],
    ['转人工', 'human'],
    ['帮我转人工客服', 'human'],
    ['找个人', 'human'],
    ['找个人说话', 'human'],
    ['接线员', 'human'],
    ['我想跟真人说话', 'human'],
    ['人工在吗', 'human'],
    ['补充', 'supplement'],
    ['待办', 'tasks'],
    ['评价', 'rate'],
    ['我要评价', 'rate'],
    ['您好！', 'greet'],
    ['Hello', 'greet'],
    ['谢谢！', 'thanks'],
  ])('%s is read as %s', (text, word) => expect(readGlobalWord(text)).toBe(word));

  test.each([
    ['不取消'],
    ['别取消'],
    ['取消？'],
    ['取消不了'],
    ['先不返回'],
    ['没有进度'],
    ['不要人工'],
    ['不用转人工'],
    ['别找人了'],
    ['没有人'],
    ['没人'],
    ['没人收垃圾'],
    ['有人乱扔垃圾'],
    ['有人'],
    ['有人吗这里垃圾没人收'],
    ['找人修一下路灯'],
    ['人工智能'],
    ['接线员态度差'],
    ['不用帮助'],
    ['不补充'],
    ['不评价'],
    ['评价太低'],
    ['人工湖的水很脏'],
    ['进度太慢了'],
  ])('%s is none', (text) => expect(readGlobalWord(text)).toBeUndefined());

  test.each([
    ['不取消', '取消'],
    ['没有进度', '进度'],
    ['不要人工', '人工'],
    ['还没补充', '补充'],
  ])('%s denies %s', (text, word) => expect(readDenial(text)).toBe(word));

  test.each([['取消了以后又来了'], ['人工湖'], ['不合格'], ['不属实'], ['不满意']])(
    '%s denies nothing',
    (text) => expect(readDenial(text)).toBeUndefined(),
  );

  test.each([['不取消'], ['别取消'], ['没有进度'], ['不要人工'], ['不用帮助']])(
    '%s leaves a form as it is',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says('路灯坏了，建设路12号');
      const { form } = await 张三.session();
      expect(await 张三.says(text)).toContain('请您核对');
      expect((await 张三.session()).form).toEqual(form);
    },
  );

  test('取消 drops the form and says so', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('取消')).toContain('没有提交');
    expect((await 张三.session()).form).toBeUndefined();
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(0);
    expect(await 张三.says('取消')).toContain('没有正在填的内容');
  });

  test('返回 opens what the last message filled, step by step', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    await 张三.says('建设路12号');
    expect(await 张三.sends('p1')).toContain('照片：1 张');
    expect(await 张三.says('返回')).toContain('照片：没有');
    expect(await 张三.says('返回')).toContain('请告诉我在哪里');
    expect(await 张三.says('返回')).toContain('请说说是什么事');
    expect(await 张三.says('返回')).toContain('已经是第一步了');
    expect(await 张三.says('路灯坏了，建设路12号')).toContain('请您核对');
  });

  test('返回 at the choice of services leads to where other words can be said, and keeps the photo', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('垃圾桶，建设路12号')).toContain('您说的是下面哪一种');
    expect(await 张三.says('返回')).toContain('请说说是什么事');
    expect(await 张三.says('垃圾桶，建设路12号')).toContain('您说的是下面哪一种');
    await 张三.sends('p1');
    const back = await 张三.says('返回');
    expect(back).toContain('请说说是什么事');
    expect(back).not.toContain('哪一种');
    expect(await 张三.says('路灯坏了，建设路12号')).toContain('照片：1 张');
  });

  test('返回 after words were refused does not offer the same again', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('垃圾桶，建设路12号');
    await 张三.says('都不是');
    await 张三.says('垃圾');
    expect(await 张三.says('返回')).toContain('请说说是什么事');
  });

  test('返回 leaves a change without making it', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says('修改');
    await 张三.says('事项');
    expect(await 张三.says('返回')).toContain('要改哪一项');
    expect(await 张三.says('返回')).toContain('事项：路灯异常');
  });

  test('人工 gives the phone of the unit above all, 帮助 says what works, and the form stays', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says('人工')).toContain('021-12345（指挥中心）');
    expect(await 张三.says('帮助')).toContain('进度：看您报的事办到哪了');
    expect(await 张三.says('建设路12号')).toContain('请您核对');
  });

  test('opening the conversation greets, and goes on with what was begun', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.opens()).toContain('您好，我是小城网格小助手');
    await 张三.says('路灯坏了');
    expect(await 张三.opens()).toMatch(/您好[\s\S]*请告诉我在哪里/u);
    const 网格员 = playOn().person('web:S1');
    expect(await 网格员.opens()).toContain('回复「待办」看要办的事');
  });

  test('a form that lay for more than a day is put away, and the person is told', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await play.wait(23 * HOUR);
    expect(await 张三.says('灯罩也坏了')).toContain('请您核对');
    await play.wait(DAY + HOUR);
    const answer = await 张三.says('确认');
    expect(answer).toContain('已经清掉了');
    expect(await play.cases()).toHaveLength(0);
  });
});
