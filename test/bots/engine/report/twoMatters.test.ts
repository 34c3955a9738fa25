import { DAY, playOn } from '../support/playOn.ts';

const BOTH = '建设路12号路灯坏了，还有和平路3号那边垃圾没人收';

describe('two matters in one message', () => {
  test('are filed one after the other', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const first = await 张三.says(BOTH);
    expect(first).toContain('您说了两件事，先办第一件：路灯异常；办完再说第二件');
    expect(first).toContain('说明：建设路12号路灯坏了\n');
    const filed = await 张三.says('确认');
    expect(filed).toMatch(
      /受理编号[\s\S]*您还说了一件事：「和平路3号那边垃圾没人收」[\s\S]*1 继续\n2 不用了/u,
    );
    expect(await 张三.says('继续')).toMatch(/事项：暴露垃圾[\s\S]*地点：和平路3号/u);
    await 张三.says('确认');
    expect((await play.cases()).map(({ service, text }) => [service, text])).toEqual([
      ['01037', '建设路12号路灯坏了'],
      ['06010', '和平路3号那边垃圾没人收'],
    ]);
    expect((await 张三.session()).question).toBeUndefined();
  });

  test.each([['继续'], ['1'], ['好的'], ['要'], ['接着报'], ['第一个']])(
    '%s goes on with the second',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says(BOTH);
      await 张三.says('确认');
      expect(await 张三.says(text)).toContain('事项：暴露垃圾');
    },
  );

  test.each([['不用了'], ['2'], ['不继续'], ['不报了'], ['取消'], ['返回'], ['不要']])(
    '%s does not, and begins nothing',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says(BOTH);
      await 张三.says('确认');
      expect(await 张三.says(text)).not.toContain('事项：暴露垃圾');
      expect((await 张三.session()).form).toBeUndefined();
    },
  );

  test.each([['井盖没了'], ['旁边井盖没了']])(
    '%s at the summary of a lamp is kept for afterwards, and not buried in its description',
    async (text) => {
      const play = playOn();
      const 张三 = play.person('web:r-1');
      await 张三.says('建设路12号路灯坏了');
      expect(await 张三.says(text)).toContain('这是另一件事，我先记着');
      expect((await 张三.session()).form?.text).not.toContain('井盖');
      expect(await 张三.says('确认')).toContain(`您还说了一件事：「${text}」`);
    },
  );

  test.each([['灯罩也碎了'], ['晚上黑得很，不亮'], ['不是路灯，是井盖坏了']])(
    '%s at the summary of a lamp is about this one',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says('建设路12号路灯坏了');
      expect(await 张三.says(text)).not.toContain('这是另一件事');
    },
  );

  test('the second is not lost when the first is given up', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says(BOTH);
    expect(await 张三.says('取消')).toMatch(/没有提交[\s\S]*您还说了一件事/u);
    expect(await 张三.says('继续')).toContain('事项：暴露垃圾');
  });

  test('the second waits while yet another is reported, and while something else is asked', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says(BOTH);
    await 张三.says('确认');
    expect(await 张三.says('进度')).toContain('您还说了一件事');
    expect(await 张三.says('路面有坑，建设路14号')).toContain('事项：道路破损');
    expect(await 张三.says('确认')).toContain('您还说了一件事：「和平路3号那边垃圾没人收」');
    await 张三.says('继续');
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(3);
  });

  test('three are taken one by one', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('建设路12号路灯坏了，还有和平路3号垃圾没人收，另外建设路14号路面有坑');
    await 张三.says('确认');
    expect(await 张三.says('继续')).toContain('您说了两件事，先办第一件：暴露垃圾');
    await 张三.says('确认');
    await 张三.says('继续');
    await 张三.says('确认');
    expect((await play.cases()).map(({ service }) => service)).toEqual(['01037', '06010', '06013']);
  });

  test('one that comes up in between is kept for afterwards', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    const kept = await 张三.says('还有和平路3号垃圾没人收');
    expect(kept).toContain('这是另一件事');
    expect(kept).toContain('地点：建设路12号\n说明：路灯坏了，建设路12号\n');
    expect(await 张三.says('确认')).toContain('您还说了一件事：「和平路3号垃圾没人收」');
  });

  test.each([
    ['路灯坏了两天了，晚上黑灯瞎火的，一直没人修，建设路12号'],
    ['路灯坏了，还有一盏也不亮，建设路12号'],
    ['不是垃圾没人收，是路灯坏了，建设路12号'],
  ])('are not heard in %s', async (text) => {
    const 张三 = playOn().person('web:r-1');
    const summary = await 张三.says(text);
    expect(summary).not.toContain('两件事');
    expect(summary).toContain(`说明：${text}\n`);
  });

  test('are put away with the rest after a day', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says(BOTH);
    await 张三.says('确认');
    await play.wait(DAY + 1);
    expect(await 张三.says('帮助')).toContain('已经清掉了');
    expect((await 张三.session()).question).toBeUndefined();
  });
});
