import { playOn } from './support/playOn.ts';

describe('the place of a report', () => {
  test('is asked for when two places have the name, told apart by where they are', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const which = await 张三.says('幸福超市门口垃圾没人收');
    expect(which).toContain('1 幸福超市（西网格）\n2 幸福超市（东网格）\n3 都不是');
    await 张三.says('2');
    await 张三.says('确认');
    expect((await play.cases())[0]?.place.lng).toBe(121.4755);
  });

  test('is understood from the name of the area, too', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('幸福超市门口垃圾没人收');
    expect(await 张三.says('东网格那个')).toContain('请您核对');
  });

  test('is asked for anew after 都不是', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('幸福超市门口垃圾没人收');
    expect(await 张三.says('都不是')).toContain('请告诉我在哪里');
  });

  test('may be tapped instead', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('幸福超市门口垃圾没人收');
    expect(await 张三.taps(121.4714, 31.2306)).toContain('地点：幸福超市');
  });

  test.each([
    [100, 20],
    [31.231, 60],
  ])('is refused outside the city (%d, %d), and asked for again', async (lng, lat) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了');
    const answer = await 张三.taps(lng, lat);
    expect(answer).toContain('不在小城范围内');
    expect(answer).toContain('请告诉我在哪里');
    expect((await 张三.session()).form?.place).toBeUndefined();
  });

  test.each([
    [0, 0],
    [Number.NaN, 31],
    [121, Number.POSITIVE_INFINITY],
    [500, 31],
  ])('is unknown at %d, %d', async (lng, lat) => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.taps(lng, lat)).toContain('没有收到准确的位置');
    expect((await 张三.session()).form?.place).toBeUndefined();
  });

  test('that is wrong starts no form', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.taps(0, 0)).toContain('没有收到准确的位置');
    expect((await 张三.session()).form).toBeUndefined();
  });

  test('can come first, or be all that a message says', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.taps(121.471, 31.231, '建设路12号')).toContain('请说说是什么事');
    expect(await 张三.says('路灯坏了')).toContain('地点：建设路12号');
    const 李四 = playOn().person('web:r-2');
    expect(await 李四.says('在建设路12号')).toContain('请说说是什么事');
    expect(await 李四.says('路灯坏了')).toContain('说明：路灯坏了\n');
  });

  test.each([
    ['我在建设路12号，有个事', '路灯坏了'],
    ['建设路12号', '路灯坏了'],
    ['我们这边建设路12号，要反映个事', '路灯坏了'],
    ['建设路12号，我有一件事', '路灯坏了'],
  ])('comes first, and then the thing: %s', async (first, second) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const asked = await 张三.says(first);
    expect(asked).toContain('位置收到了：建设路12号');
    expect(asked).toContain('请说说是什么事');
    expect(await 张三.says(second)).toContain('地点：建设路12号\n说明：路灯坏了\n');
  });

  test.each([['路灯真的坏了'], ['晚上很危险'], ['黑灯瞎火的'], ['一直没人修，老人都摔跤了']])(
    'is not what %s is about, though a place was asked for',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says('路灯坏了');
      const answer = await 张三.says(text);
      expect(answer).not.toContain('没找到');
      expect(answer).toContain('请告诉我在哪里');
      expect((await 张三.session()).form?.text).toContain(text);
    },
  );

  test.each([['火星路1号'], ['老槐树'], ['月球小区3栋']])(
    'is said not to be found where one was meant: %s',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.says('路灯坏了');
      expect(await 张三.says(text)).toContain('没找到您说的地方');
    },
  );

  test('is told apart from words that have nothing to do with it while it is being changed', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says('地点不对');
    expect(await 张三.says('晚上很危险')).toContain('现在改的是地点');
    expect(await 张三.says('火星路1号')).toContain('没找到您说的地方');
    expect(await 张三.says('建设路14号')).toContain('地点：建设路14号');
  });

  test('not found leaves the words in the description and asks again', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says('就在老槐树旁边那根杆子')).toContain('没找到您说的地方');
    expect(await 张三.says('建设路12号')).toContain('说明：路灯坏了\n就在老槐树旁边那根杆子');
  });
});
