import { playOn } from '../support/playOn.ts';
import { urgentTown } from '../support/urgentTown.ts';

const TEXT = '路灯坏了，建设路12号';
const summed = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says(TEXT);
  return { play, 张三, formOf: async () => (await 张三.session()).form };
};

describe('a place that is corrected at the summary', () => {
  test.each([
    ['不是12号是14号'],
    ['不是十二号，是十四号'],
    ['不对，在建设路14号'],
    ['不是建设路12号，是建设路14号'],
    ['这个地方不对，在建设路14号'],
    ['在建设路14号'],
  ])('%s changes it, says so, and adds nothing', async (text) => {
    const { 张三, formOf } = await summed();
    expect(await 张三.says(text)).toContain('地点改为：建设路14号。\n');
    expect(await formOf()).toMatchObject({ text: TEXT, place: { name: '建设路14号' } });
  });

  test('the change is told as well where the words say more', async () => {
    const { 张三, formOf } = await summed();
    const answer = await 张三.says('在建设路14号，灯罩也碎了');
    expect(answer).toMatch(/地点改为：建设路14号。\n已经加到说明里/u);
    expect((await formOf())?.text).toContain('灯罩也碎了');
  });

  test.each([
    ['不是这里', '请告诉我在哪里'],
    ['不在这边', '请告诉我在哪里'],
    ['不是12号', '请告诉我在哪里'],
    ['不是建设路12号', '请告诉我在哪里'],
    ['不是12号是99号', '没找到建设路99号'],
    ['不对，应该是建设路99号', '没找到建设路99号'],
  ])('%s opens it, adds nothing, and 返回 leaves it', async (text, asked) => {
    const { 张三, formOf } = await summed();
    expect(await 张三.says(text)).toContain(asked);
    expect((await formOf())?.text).toBe(TEXT);
    await 张三.says('返回');
    expect(await 张三.says('返回')).toContain('地点：建设路12号');
  });

  test.each([['是这里'], ['就在这里'], ['不是3号是5号'], ['是不是建设路14号？'], ['不是建设路14号']])(
    '%s does not move it to another place',
    async (text) => {
      const { 张三, formOf } = await summed();
      await 张三.says(text);
      expect((await formOf())?.place?.name === '建设路14号').toBe(text === '是不是建设路14号？');
    },
  );

  test.each([['和平路3号也有路灯坏了'], ['还有和平路3号的路灯坏了'], ['和平路3号也是这样']])(
    '%s is one more matter, not another place',
    async (text) => {
      const { 张三, formOf } = await summed();
      expect(await 张三.says(text)).toMatch(/这是另一件事[\s\S]*地点：建设路12号/u);
      expect(await formOf()).toMatchObject({ text: TEXT, later: text });
      expect(await 张三.says('确认')).toContain('您还说了一件事');
    },
  );
});

describe('words at the summary that say nothing of the matter', () => {
  test.each([['先别报'], ['等一下再报'], ['等一下'], ['我再想想']])(
    '%s is answered as not yet',
    async (text) => {
      const { play, 张三, formOf } = await summed();
      expect(await 张三.says(text)).toMatch(/^好的，还没提交[\s\S]*请您核对/u);
      expect((await formOf())?.text).toBe(TEXT);
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test.each([
    ['行不行啊'],
    ['没问题吧'],
    ['应该对'],
    ['地点没错'],
    ['谢谢你啊小伙子'],
    ['对对对就是这个'],
    ['随便'],
    ['你看着办'],
  ])('%s is not added, and the person is told so', async (text) => {
    const { play, 张三, formOf } = await summed();
    expect(await 张三.says(text)).toMatch(/还没提交，这句没有加到说明里[\s\S]*请您核对/u);
    expect((await formOf())?.text).toBe(TEXT);
    expect(await play.cases()).toHaveLength(0);
  });

  test.each([['晚上很危险'], ['等一下灯罩要掉了'], ['没有灯罩'], ['三楼'], ['着火了']])(
    '%s is added',
    async (text) => {
      const { 张三, formOf } = await summed();
      await 张三.says(text);
      expect((await formOf())?.text).toBe(`${TEXT}\n${text}`);
    },
  );
});

describe('to what should be changed', () => {
  test.each([
    ['算了不改了'],
    ['不改了'],
    ['还是不改了吧'],
    ['不用改'],
    ['算了，不改了'],
    ['取消'],
    ['算了'],
    ['不要'],
  ])('%s leaves the description as it was', async (text) => {
    const { 张三, formOf } = await summed();
    await 张三.says('修改');
    await 张三.says('说明');
    expect(await 张三.says(text)).toMatch(/好的，没有改[\s\S]*请您核对/u);
    expect(await formOf()).toMatchObject({ text: TEXT });
    expect((await formOf())?.edit).toBeUndefined();
  });

  test.each([['地点'], ['事项']])('不改了 leaves %s as it was', async (slot) => {
    const { 张三, formOf } = await summed();
    await 张三.says('修改');
    await 张三.says(slot);
    expect(await 张三.says('不改了')).toContain('请您核对');
    expect(await formOf()).toMatchObject({ service: '01037', place: { name: '建设路12号' } });
  });

  test.each([['好的'], ['等一下'], ['我想想']])('%s is no new description: asked again', async (text) => {
    const { 张三, formOf } = await summed();
    await 张三.says('修改');
    await 张三.says('说明');
    expect(await 张三.says(text)).toContain('请重新说一遍');
    expect((await formOf())?.text).toBe(TEXT);
  });

  test('没有照片 to what photo should be there instead keeps the photo, and is asked again', async () => {
    const { 张三, formOf } = await summed();
    await 张三.sends('p1');
    await 张三.says('照片错了');
    expect(await 张三.says('没有照片')).toMatch(/请重新发照片[\s\S]*1 不要照片/u);
    expect((await formOf())?.photos).toHaveLength(1);
  });

  test('不改了不行，灯罩也碎了 is one', async () => {
    const { 张三 } = await summed();
    await 张三.says('修改');
    await 张三.says('说明');
    expect(await 张三.says('不改了不行，灯罩也碎了')).toContain('改好了');
  });
});

describe('a telephone', () => {
  test.each([['13812345678'], ['我姓王，电话13812345678']])(
    'that is not needed is said not to be used: %s',
    async (text) => {
      const { 张三 } = await summed();
      expect(await 张三.says(text)).toContain('这件事不用留电话');
      expect(await 张三.says('灯罩也碎了')).not.toContain('不用留电话');
    },
  );

  test('that is needed is kept, and nothing is said of it', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('跟邻居吵起来了，建设路12号，电话13812345678')).not.toContain('不用留电话');
  });
});

describe('an urgent condition', () => {
  const told = async () => {
    const 张三 = playOn(urgentTown()).person('web:r-1');
    await 张三.says('建设路12号井盖坏了，一压就响');
    expect(await 张三.says('刚才塌了')).toContain('（紧急）');
    return 张三;
  };

  test.each([['没塌没塌，说错了'], ['没有塌'], ['不是塌了']])('is open again after %s', async (text) => {
    const 张三 = await told();
    expect(await 张三.says(text)).toContain('井盖现在是哪种情况');
    expect(await 张三.says('1')).toContain('情形：松动、异响\n');
  });

  test.each([['怕再塌'], ['没有人管'], ['塌得很深']])('stays after %s', async (text) => {
    const 张三 = await told();
    expect(await 张三.says(text)).toContain('（紧急）');
  });
});
