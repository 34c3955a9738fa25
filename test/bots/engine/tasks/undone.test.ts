import { playOn } from '../support/playOn.ts';

/** A lamp that the unit has signed. */
const signed = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号');
  await 张三.says('确认');
  await play.person('web:S1').says('属实');
  const 路灯所 = play.person('web:H3');
  await 路灯所.says('签收');
  const stage = async () => (await play.cases())[0]?.stage;
  const number = (await play.cases())[0]?.number ?? '';
  const hear = (said: string) => (said === '@' ? 路灯所.sends('p1') : 路灯所.says(said));
  return { play, 路灯所, 网格员: play.person('web:S1'), stage, number, hear };
};

describe('办结 is never reported', () => {
  test.each([
    [['@', '还没修好']],
    [['@', '正在修']],
    [['@', '等零件']],
    [['@', '等一下']],
    [['@', '修不了']],
    [['@', '好的']],
    [['@', '谢谢']],
    [['@', '确认']],
    [['@', '修好了吗？']],
    [['办结', '@', '等一下']],
    [['办结', '@', '明天再办']],
    [['办结 没有修，没有照片']],
    [['办结 还没修好', '@']],
    [['办结', '好的', '@']],
    [['办结', '收到，马上去', '@']],
    [['办结', '换了灯泡', '还没亮呢', '@']],
    [['办结', '换了灯泡', '等一下']],
    [['办结', '换了灯泡，但还没亮', '@']],
    [['办结', '换了灯泡，但还没亮', '没有照片']],
    [['办结', '没有照片', '还在修']],
  ])('by %j', async (messages) => {
    const { stage, hear } = await signed();
    for (const message of messages) expect(await hear(message)).not.toContain('已报办结');
    expect(await stage()).toBe('handling');
  });

  test('by words that say that it is not done: the button is there for later, and nothing is kept', async () => {
    const { 路灯所, 网格员, number, stage, hear } = await signed();
    await hear('@');
    expect(await hear('还没修好，等零件')).toBe(
      `好的，${number} 先不报办结。刚才的照片没有留下。办好了点「办结」，再说怎么处理的。\n1 办结\n2 退回\n3 延期\n4 会办\n5 转办\n6 挂账\n7 补材料\n8 问专家`,
    );
    expect((await 路灯所.session()).question).toBeUndefined();
    await hear('1');
    await hear('换了灯泡');
    expect(await stage()).toBe('handling');
    await hear('@');
    expect(await stage()).toBe('checking');
    expect(网格员.hears()).toContain('处理结果：换了灯泡\n');
  });

  test('by courtesies, which are no part of it either', async () => {
    const { 网格员, stage, hear } = await signed();
    for (const message of ['办结', '好的', '@', '谢谢']) await hear(message);
    expect(await stage()).toBe('handling');
    await hear('换了灯泡');
    expect(await stage()).toBe('checking');
    expect(网格员.hears()).toContain('处理结果：换了灯泡\n');
  });
});

describe('a report that says in part that it is not done', () => {
  test('is asked about; other words take its place', async () => {
    const { 网格员, stage, hear } = await signed();
    await hear('@');
    expect(await hear('换了灯泡，但还没亮')).toMatch(
      /^办结 \d{15} 建设路12号 路灯异常\n处理结果：换了灯泡，但还没亮\n听起来还没有全部办好[\s\S]*1 直接提交$/u,
    );
    expect(await stage()).toBe('handling');
    await hear('换了镇流器，亮了');
    expect(await stage()).toBe('checking');
    expect(网格员.hears()).toContain('处理结果：换了镇流器，亮了\n');
  });

  test('is reported as it is by 直接提交', async () => {
    const { 网格员, stage, hear } = await signed();
    await hear('@');
    await hear('换了灯泡，灯罩缺货');
    await hear('直接提交');
    expect(await stage()).toBe('checking');
    expect(网格员.hears()).toContain('处理结果：换了灯泡，灯罩缺货\n');
  });
});

describe('what is done is reported at once', () => {
  test.each([
    '换了灯泡',
    '换灯泡',
    '已修好，没有漏水了',
    '没有发现问题',
    '路灯不亮，已更换镇流器',
    '马上处理好了',
  ])('by %s with a photo', async (words) => {
    const { stage, hear } = await signed();
    await hear('@');
    expect(await hear(words)).toContain('已报办结');
    expect(await stage()).toBe('checking');
  });

  test('by thanks with the word that there is no photo', async () => {
    const { stage, hear } = await signed();
    await hear('办结 换了灯泡');
    await hear('好的，没有照片');
    expect(await stage()).toBe('checking');
  });
});
