import { filedCase, ratedCase, signedCase, townWith } from '../support/ownCase.ts';

const ASKED = /要撤销 \d{15} 建设路12号 路灯异常 吗[\s\S]*1 确认撤销\n2 不撤销/u;

describe('撤销', () => {
  test.each([['撤销'], ['我要撤回'], ['不用修了，自己亮了'], ['自己亮了'], ['我不报了'], ['别派人来了']])(
    '%s asks once, and nothing is taken back before',
    async (text) => {
      const { 张三, stateNow } = await filedCase();
      expect(await 张三.says(text)).toMatch(ASKED);
      expect((await stateNow()).stage).toBe('verifying');
    },
  );

  test.each([['1'], ['确认撤销'], ['确认'], ['是的'], ['撤销']])('%s takes it back', async (text) => {
    const { 张三, 网格员, number, stateNow } = await filedCase();
    await 张三.says('撤销');
    expect(await 张三.says(text)).toContain(`已经撤销：${number}`);
    expect((await stateNow()).stage).toBe('withdrawn');
    expect(网格员.hears()).toContain('不用再办');
  });

  test.each([
    ['2'],
    ['不撤销'],
    ['别撤'],
    ['不'],
    ['还是别撤销了'],
    ['不要撤'],
    ['取消'],
    ['返回'],
    ['接着办'],
  ])('%s lets it go on', async (text) => {
    const { 张三, stateNow } = await filedCase();
    await 张三.says('撤销');
    await 张三.says(text);
    expect((await stateNow()).stage).toBe('verifying');
    expect((await 张三.session()).question).toBeUndefined();
  });

  test.each([['别撤销'], ['不要撤'], ['先不撤销'], ['没人来修，路灯坏了'], ['自己亮了又灭了']])(
    '%s is no wish to take back',
    async (text) => {
      const { 张三 } = await filedCase();
      expect(await 张三.says(text)).not.toContain('要撤销');
    },
  );

  test.each([['别撤销'], ['不要撤'], ['先不撤销'], ['不申诉'], ['别催'], ['先别补交']])(
    '%s is heard, and begins nothing',
    async (text) => {
      const { 张三 } = await filedCase();
      expect(await 张三.says(text)).toMatch(/好的|不客气/u);
      expect((await 张三.session()).form).toBeUndefined();
    },
  );

  test('words that were not understood do not stand in the way', async () => {
    const { 张三 } = await filedCase();
    await 张三.says('阿巴阿巴');
    expect(await 张三.says('不用修了，自己亮了')).toMatch(ASKED);
  });

  test('a reason is kept, said with it or when it is asked', async () => {
    const { 张三, stateNow } = await filedCase();
    expect(await 张三.says('撤销')).toContain('为什么');
    expect(await 张三.says('邻居自己换了灯泡')).toContain('原因：邻居自己换了灯泡');
    await 张三.says('确认');
    expect((await stateNow()).reason).toBe('邻居自己换了灯泡');
  });

  test('by its number, while another report is filled in, which stays', async () => {
    const { 张三, number, stateNow } = await filedCase();
    await 张三.says('垃圾没人收，和平路3号');
    expect(await 张三.says(`撤销 ${number}`)).toMatch(ASKED);
    expect(await 张三.says('确认撤销')).toContain('已经撤销');
    expect((await stateNow()).stage).toBe('withdrawn');
    expect((await 张三.session()).form?.service).toBe('06010');
  });

  test('a danger to others is not taken back', async () => {
    const { 张三, number, stateNow } = await filedCase(townWith('路灯异常', { kind: 'hazard' }));
    expect(await 张三.says('撤销')).toContain('不能撤销');
    expect(await 张三.says(`撤销 ${number}`)).toContain('不能撤销');
    expect(await 张三.says('进度')).not.toContain('3 撤销');
    expect((await stateNow()).stage).toBe('verifying');
  });

  test('the unit that was at it hears that it need not go on', async () => {
    const { 张三, 路灯所 } = await signedCase();
    await 张三.says('撤销 自己修好了');
    await 张三.says('确认');
    expect(路灯所.hears()).toMatch(/不用再办[\s\S]*自己修好了/u);
  });

  test('what is handled already is not taken back, and nothing is where there is nothing', async () => {
    const { 张三, 李四, stateNow } = await ratedCase();
    expect(await 张三.says('撤销')).toContain('没有可以撤销的事');
    expect((await stateNow()).stage).toBe('rating');
    expect(await 李四.says('撤销')).toContain('没有可以撤销的事');
    expect(await 李四.says('自己亮了')).not.toContain('撤销');
  });
});

test('好的 behind a notice that came in between takes nothing back: it is asked once more', async () => {
  const { 张三, 网格员, number, stateNow } = await filedCase();
  await 张三.says('撤销');
  await 网格员.says(`属实 ${number}`);
  expect(张三.hears()).toContain('已经受理');
  expect(await 张三.says('好的')).toContain('要撤销');
  expect((await stateNow()).stage).toBe('assigned');
  await 张三.says('好的');
  expect((await stateNow()).stage).toBe('withdrawn');
});
