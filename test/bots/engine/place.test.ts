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

describe('a house number that the city does not know', () => {
  test.each(['建设路16号的路灯坏了', '路灯坏了，就在建设路十六号门口'])(
    'is said to be unknown, and the nearest are offered: %s',
    async (text) => {
      const play = playOn();
      const 张三 = play.person('web:r-1');
      const asked = await 张三.says(text);
      expect(asked).toMatch(/没有查到建设路(16|十六)号/u);
      expect(asked).toContain('在地图上点一下');
      expect(asked).toContain('1 建设路14号（差 2 号）\n2 建设路12号（差 4 号）\n3 都不是');
      expect(await 张三.says('2')).toMatch(/地点：建设路(16|十六)号（建设路12号附近）/u);
      await 张三.says('确认');
      expect((await play.cases())[0]?.place.lng).toBe(121.471);
    },
  );

  test('is asked for on the map after 都不是, and a tap is the place', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('建设路16号的路灯坏了');
    expect(await 张三.says('都不是')).toContain('请点“位置”在地图上点一下，或者换个说法');
    expect(await 张三.taps(121.4714, 31.2306)).toContain('地点：建设路16号\n');
    expect((await 张三.session()).form?.missed).toBeUndefined();
  });

  test('gives way to a place that is known', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('建设路16号的路灯坏了');
    expect(await 张三.says('说错了，是和平路3号')).toContain('地点：和平路3号');
  });

  test('that is all of the first message is followed by what the matter is', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('建设路16号')).toContain('没有查到建设路16号');
    expect(await 张三.says('1')).toContain('请说说是什么事');
    expect(await 张三.says('路灯坏了')).toContain('地点：建设路16号（建设路14号附近）\n说明：路灯坏了\n');
  });

  test('puts right the place at the summary, and only when it is put right', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('不是12号是16号')).toContain('没有查到建设路16号');
    expect(await 张三.says('1')).toContain('地点：建设路16号（建设路14号附近）');
    expect(await 张三.says('不对，应该是建设路18号')).toContain('没有查到建设路18号');
    const 李四 = playOn().person('web:r-2');
    await 李四.says('路灯坏了，建设路12号');
    expect(await 李四.says('一直到建设路16号都是黑的')).toContain('地点：建设路12号\n');
  });

  test('is not asked about where a point was tapped', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.taps(121.4714, 31.2306);
    expect(await 张三.says('建设路16号的路灯坏了')).toContain('请您核对');
  });

  test.each(['建设路18号线停了', '不在建设路16号'])('is not in %s', async (text) => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says(text)).not.toContain('门牌附近');
  });
});

describe('a place with one wrong character', () => {
  test('is a guess that has to be said yes to', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    const asked = await 张三.says('健设路12号');
    expect(asked).toContain('没有查到健设路12号。您说的是不是下面这里？\n1 建设路12号');
    expect((await 张三.session()).form?.place).toBeUndefined();
    expect(await 张三.says('是的')).toContain('地点：建设路12号\n');
  });

  test('is nothing when it is refused, and asked for again', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    await 张三.says('健设路12号');
    expect(await 张三.says('不是')).toContain('请点“位置”在地图上点一下');
    expect((await 张三.session()).form?.place).toBeUndefined();
  });

  test('is guessed only where a place was asked for', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('路灯坏了，幸富超市那边')).toContain('请告诉我在哪里');
  });
});

describe('what is said of the spot', () => {
  test.each([
    ['路灯坏了，建设路12号对面', '建设路12号对面'],
    ['建设路12号往东50米路灯坏了', '建设路12号往东50米'],
    ['建设路12号3幢2单元501门口的路灯坏了', '建设路12号3幢2单元501门口'],
  ])('stands in the place of the case: %s', async (text, name) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.says(text)).toContain(`地点：${name}\n`);
    await 张三.says('确认');
    expect((await play.cases())[0]?.place).toEqual(expect.objectContaining({ name, lng: 121.471 }));
  });
});

describe('places of one name', () => {
  test('are told apart by an area that is named with them', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('东网格的幸福超市垃圾没人收')).toContain('地点：幸福超市\n');
    expect((await 张三.session()).form?.place?.lng).toBe(121.4755);
  });

  test('come nearest first, with how far they are, from a point that was tapped', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    await 张三.taps(121.4752, 31.2306);
    const asked = await 张三.says('不对，是幸福超市门口');
    expect(asked).toContain(
      '1 幸福超市（一社区，离您约 30 米）\n2 幸福超市（一社区，离您约 350 米）\n3 都不是',
    );
    expect(await 张三.says('1')).toContain('地点：幸福超市门口\n');
  });
});

test('a full address says only where it is', async () => {
  const 张三 = playOn().person('web:r-1');
  expect(await 张三.says('某某市小城区一街道西网格建设路12号')).toContain('位置收到了：建设路12号');
});
