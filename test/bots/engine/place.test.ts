import { EAST, smallKnowledge, WEST } from '../../support/smallCity.ts';
import { playOn } from './support/playOn.ts';
import { townKnowledge } from './support/townKnowledge.ts';

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
    expect(await 张三.says('都不是')).toBe(
      '好的，都不是。\n请点“位置”在地图上点一下，或者说路名门牌、小区名。',
    );
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
      expect(await 张三.says(text)).toBe(
        `没找到${text}。\n请点“位置”在地图上点一下，或者说路名门牌、小区名。`,
      );
    },
  );

  test('is told apart from words that have nothing to do with it while it is being changed', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says('地点不对');
    expect(await 张三.says('晚上很危险')).toContain('现在改的是地点');
    expect(await 张三.says('火星路1号')).toContain('没找到火星路1号');
    expect(await 张三.says('建设路14号')).toContain('地点：建设路14号');
  });

  test('not found leaves the words in the description and asks again', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.says('就在老槐树旁边那根杆子')).toContain('没找到老槐树旁边那根杆子');
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
      expect(asked).toMatch(/没找到建设路(16|十六)号/u);
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
    expect(await 张三.says('都不是')).toBe(
      '好的，都不是。\n请点“位置”在地图上点一下，或者说路名门牌、小区名。',
    );
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
    expect(await 张三.says('建设路16号')).toContain('没找到建设路16号');
    expect(await 张三.says('1')).toContain('请说说是什么事');
    expect(await 张三.says('路灯坏了')).toContain('地点：建设路16号（建设路14号附近）\n说明：路灯坏了\n');
  });

  test('puts right the place at the summary, and only when it is put right', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('不是12号是16号')).toContain('没找到建设路16号');
    expect(await 张三.says('1')).toContain('地点：建设路16号（建设路14号附近）');
    expect(await 张三.says('不对，应该是建设路18号')).toContain('没找到建设路18号');
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

describe('a road without a number', () => {
  test.each(['建设路路灯坏了', '路灯坏了，就在建设路上', '建设路上没有路灯光'])(
    'offers what is known along it, and is never sure: %s',
    async (text) => {
      const play = playOn();
      const 张三 = play.person('web:r-1');
      expect(await 张三.says(text)).toBe(
        '这是「路灯异常」。您说的是建设路，还不知道具体在哪里。离下面哪一处最近？都不是的话，请点“位置”在地图上点一下。\n1 建设路12号（一社区）\n2 建设路14号（一社区）\n3 都不是',
      );
      expect((await 张三.session()).form?.place).toBeUndefined();
      expect(await 张三.says('建设路14号')).toContain('地点：建设路14号\n');
    },
  );

  test('that is chosen by its number is near there', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('建设路路灯坏了');
    expect(await 张三.says('2')).toContain('地点：建设路14号附近\n');
  });

  test('with one known place is still asked about', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('和平路路灯坏了')).toContain('1 和平路3号（一社区）\n2 都不是');
    expect(await 张三.says('是的')).toContain('地点：和平路3号附近\n');
  });

  test.each(['路灯坏了，不是建设路', '建设路街道的路灯坏了', '新建设路的路灯坏了', '建设路小学门口路灯坏了'])(
    'is not in %s',
    async (text) => {
      const 张三 = playOn().person('web:r-1');
      expect(await 张三.says(text)).toContain('这是「路灯异常」。请告诉我在哪里');
    },
  );

  test('with more than four places gives four from end to end, and from a cell the nearest', async () => {
    const doors = [1, 2, 3, 4, 5, 6, 7].map((at) => ({
      name: `长宁路${at}号`,
      aliases: [],
      lng: 121.47 + at / 1_200,
      lat: 31.2305,
      area: at <= 3 ? WEST : EAST,
      kind: 'door',
    }));
    const know = smallKnowledge({ services: townKnowledge().city.services, places: doors });
    const 张三 = playOn(know).person('web:r-1');
    expect(await 张三.says('长宁路路灯坏了')).toMatch(
      /1 长宁路1号（一社区）\n2 长宁路3号（一社区）\n3 长宁路5号（一社区）\n4 长宁路7号（一社区）\n5 都不是/u,
    );
    const 李四 = playOn(know).person('web:r-2');
    await 李四.opens(EAST);
    expect(await 李四.says('长宁路路灯坏了')).toMatch(
      /1 长宁路4号.*\n2 长宁路5号.*\n3 长宁路6号.*\n4 长宁路7号/u,
    );
  });

  test('that tells nothing of a matter is offered only where it stands alone', async () => {
    expect(await playOn().person('web:r-1').says('建设路')).toContain('您说的是建设路');
    expect(await playOn().person('web:r-1').says('去建设路怎么坐车呀')).not.toContain('您说的是建设路');
  });

  test('at the summary puts the place right, and denied opens it', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('不是建设路，是和平路')).toContain('您说的是和平路');
    expect(await 张三.says('1')).toContain('地点：和平路3号附近\n说明：路灯坏了，建设路12号\n');
    expect(await 张三.says('不是和平路')).toContain('请告诉我在哪里');
    await 张三.says('返回');
    await 张三.says('返回');
    expect(await 张三.says('晚上建设路都是黑的')).toContain('地点：和平路3号附近\n');
  });

  test('is not offered again after 都不是', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('建设路路灯坏了');
    await 张三.says('都不是');
    expect(await 张三.says('建设路')).toBe(
      '没找到建设路上别的地方。\n请点“位置”在地图上点一下，或者说路名门牌、小区名。',
    );
    expect(await 张三.says('和平路')).toContain('您说的是和平路');
  });
});

describe('a place with one wrong character', () => {
  test('is a guess that has to be said yes to', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    const asked = await 张三.says('健设路12号');
    expect(asked).toContain(
      '没找到健设路12号。是不是下面这里？都不是的话，请点“位置”在地图上点一下。\n1 建设路12号',
    );
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

  test('is guessed where nothing was asked if it has its number', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('健设路12号的路灯坏了')).toContain(
      '这是「路灯异常」。没找到健设路12号。是不是下面这里？',
    );
    expect(await 张三.says('1')).toContain('地点：建设路12号\n');
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
    expect(await 张三.says('东网格的幸福超市垃圾没人收')).toContain('地点：幸福超市（东网格）\n');
    expect((await 张三.session()).form?.place?.lng).toBe(121.4755);
  });

  test.each([
    ['1', '西网格', 'web:S1'],
    ['2', '东网格', 'web:S2'],
  ])(
    'say in the summary, the progress, the list and the task which it is: %s',
    async (choice, grid, supervisor) => {
      const play = playOn();
      const 张三 = play.person('web:r-1');
      const 网格员 = play.person(supervisor);
      await 张三.says('幸福超市门口垃圾没人收');
      expect(await 张三.says(choice)).toContain(`地点：幸福超市门口（${grid}）\n`);
      await 张三.says('确认');
      expect(await 张三.says('进度')).toContain(`地点：幸福超市门口（${grid}）\n`);
      expect(网格员.hears()).toContain(`地点：幸福超市门口（${grid}）\n`);
      await 张三.says('和平路3号路灯坏了');
      await 张三.says('确认');
      expect(await 张三.says('进度')).toContain(`幸福超市门口（${grid}） 暴露垃圾`);
    },
  );

  test('keep what tells them apart in a list, however long the spot is', async () => {
    const 张三 = playOn().person('web:r-1');
    for (const text of ['东网格的幸福超市3幢2单元501门口垃圾没人收', '和平路3号路灯坏了']) {
      await 张三.says(text);
      await 张三.says('确认');
    }
    expect(await 张三.says('进度')).toContain('幸福超市3幢2单元501（东网格） 暴露垃圾');
  });

  test('are told apart where one was tapped, with its name or without', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.taps(121.4752, 31.2306, '幸福超市')).toContain('地点：幸福超市（东网格）\n');
    const 李四 = playOn().person('web:r-2');
    await 李四.taps(121.4715, 31.2306);
    expect(await 李四.says('幸福超市门口垃圾没人收')).toContain('地点：幸福超市门口（西网格）\n');
  });

  test('come nearest first, with how far they are, from a point that was tapped', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.says('路灯坏了');
    await 张三.taps(121.4752, 31.2306);
    const asked = await 张三.says('不对，是幸福超市门口');
    expect(asked).toContain(
      '1 幸福超市（东网格，离您约 30 米）\n2 幸福超市（西网格，离您约 350 米）\n3 都不是',
    );
    expect(await 张三.says('1')).toContain('地点：幸福超市门口（东网格）\n');
  });
});

test('somebody who does not live there has not named it', async () => {
  const 张三 = playOn().person('web:r-1');
  expect(await 张三.says('我不住建设路12号，那边路灯坏了')).toContain('请告诉我在哪里');
});

test('a place that is understood is said where the matter is not', async () => {
  const 张三 = playOn().person('web:r-1');
  expect(await 张三.says('建设路12号那个呼啦圈歪歪的')).toBe(
    '位置收到了：建设路12号。\n还没听明白是什么事。请换个说法，例如：路灯不亮、垃圾没人收。',
  );
});

test('a full address says only where it is', async () => {
  const 张三 = playOn().person('web:r-1');
  expect(await 张三.says('某某市小城区一街道西网格建设路12号')).toContain('位置收到了：建设路12号');
});
