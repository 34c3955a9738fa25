import { HOUR, playOn } from '../support/playOn.ts';

/** So many lamps of 张三 that the unit has signed. */
const signed = async (...places: readonly string[]) => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  const 路灯所 = play.person('web:H3');
  for (const place of places.length > 0 ? places : ['建设路12号']) {
    await 张三.says(`路灯坏了，${place}`);
    await 张三.says('确认');
    await play.wait(HOUR / 4);
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  for (const number of numbers) {
    await play.person('web:S1').says(`属实 ${number}`);
    await 路灯所.says(`签收 ${number}`);
  }
  const stageOf = async (number: string) => (await play.cases()).find((one) => one.number === number)?.stage;
  return { play, 路灯所, 网格员: play.person('web:S1'), numbers, number: numbers[0] ?? '', stageOf };
};

describe('办结 without a photo', () => {
  test.each([
    ['没有照片'],
    ['不用照片'],
    ['没照片'],
    ['没有图'],
    ['无'],
    ['跳过'],
    ['没有'],
    ['直接提交'],
    ['1'],
  ])('is reported by %s, which is no word of the report', async (said) => {
    const { 路灯所, 网格员, number, stageOf } = await signed();
    await 路灯所.says('办结 换了灯泡');
    expect(await 路灯所.says(said)).toContain('已报办结');
    expect(await stageOf(number)).toBe('checking');
    expect(网格员.hears()).toMatch(/处理结果：换了灯泡\n最迟/u);
  });

  test.each([
    ['照片在后面发'],
    ['等下发照片'],
    ['还没有照片'],
    ['没有照片可以吗？'],
    ['不是没有照片'],
    ['别跳过'],
    ['不提交'],
    ['好的'],
  ])('is not reported by %s, which is no word of the report either', async (said) => {
    const { 路灯所, 网格员, number, stageOf } = await signed();
    await 路灯所.says('办结 换了灯泡');
    expect(await 路灯所.says(said)).toMatch(/处理结果：换了灯泡\n再发一张照片就提交[\s\S]*1 直接提交$/u);
    expect(await stageOf(number)).toBe('handling');
    await 路灯所.sends('p1');
    expect(网格员.hears()).toMatch(/处理结果：换了灯泡\n最迟/u);
    expect(网格员.replies().at(-1)).toMatchObject({ photos: ['photos/x/p1'] });
  });

  test('said before the words asks for the words alone', async () => {
    const { 路灯所, 网格员, number, stageOf } = await signed();
    await 路灯所.says('办结');
    expect(await 路灯所.says('没有照片')).toBe(
      `办结 ${number} 建设路12号 路灯异常\n好的，不用照片。请说说怎么处理的，说完就提交。`,
    );
    expect(路灯所.replies().at(-1)?.wants).toBeUndefined();
    expect(await 路灯所.says('换了灯泡')).toContain('已报办结');
    expect(await stageOf(number)).toBe('checking');
    expect(网格员.hears()).toContain('处理结果：换了灯泡');
  });

  test('and taken back waits for one again', async () => {
    const { 路灯所, number, stageOf } = await signed();
    await 路灯所.says('办结 没有照片');
    expect(await 路灯所.says('返回')).toContain('并发一张照片');
    await 路灯所.says('没有照片');
    await 路灯所.says('照片等下发');
    await 路灯所.says('换了灯泡');
    expect(await stageOf(number)).toBe('handling');
  });

  test.each([['无'], ['跳过'], ['直接提交'], ['没有']])(
    'and without words is not reported by %s: what is required is said',
    async (said) => {
      const { 路灯所, number, stageOf } = await signed();
      await 路灯所.says('办结');
      expect(await 路灯所.says(said)).toContain('要先说说怎么处理的，才能报办结');
      expect(await stageOf(number)).toBe('handling');
    },
  );

  test('is reported at once by words that say so too', async () => {
    const { 路灯所, 网格员, number, stageOf } = await signed();
    expect(await 路灯所.says(`办结 ${number} 换了灯泡，没有照片`)).toContain('已报办结');
    expect(await stageOf(number)).toBe('checking');
    expect(网格员.hears()).toMatch(/处理结果：换了灯泡\n最迟/u);
  });
});

describe('办结 in one message', () => {
  test('with number and words asks for nothing but the photo, or 直接提交', async () => {
    const { 路灯所, numbers, stageOf } = await signed('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    expect(await 路灯所.says(`办结 ${first} 换了灯泡，已经亮了`)).toMatch(
      /^办结 \d{15} 建设路12号 路灯异常\n处理结果：换了灯泡，已经亮了\n再发一张照片就提交[\s\S]*\n1 直接提交$/u,
    );
    await 路灯所.sends('p1');
    expect([await stageOf(first), await stageOf(second)]).toEqual(['checking', 'handling']);
    await 路灯所.says(`办结${second}换了灯泡，已经亮了`);
    await 路灯所.says('直接提交');
    expect(await stageOf(second)).toBe('checking');
  });

  test('takes photos before the words, several of them', async () => {
    const { 路灯所, 网格员, number, stageOf } = await signed();
    await 路灯所.says('办结');
    await 路灯所.sends('p1');
    expect(await 路灯所.sends('p2')).toContain('共 2 张');
    expect(await 路灯所.says('没有照片了')).toContain('请说说怎么处理的');
    expect(await stageOf(number)).toBe('handling');
    await 路灯所.says('换了灯泡');
    网格员.hears();
    expect(网格员.replies().at(-1)).toMatchObject({ photos: ['photos/x/p1', 'photos/x/p2'] });
  });
});

describe('a photo by itself', () => {
  test('is of the task that was opened last; of several that were not, it is asked for', async () => {
    const { 路灯所, numbers, stageOf } = await signed('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    await 路灯所.says('待办');
    expect(await 路灯所.sends('p0')).toContain('不知道给哪一件');
    await 路灯所.says('待办');
    await 路灯所.says('1');
    expect(await 路灯所.sends('p1')).toContain('照片收到了，共 1 张');
    await 路灯所.says('换了灯泡');
    expect([await stageOf(first), await stageOf(second)]).toEqual(['checking', 'handling']);
  });
});
