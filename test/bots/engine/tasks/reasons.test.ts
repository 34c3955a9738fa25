import { playOn } from '../support/playOn.ts';

const reported = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号');
  await 张三.says('确认');
  const only = async () => {
    const [state] = await play.cases();
    if (!state) throw new Error('nothing was reported');
    return state;
  };
  return { play, 张三, 网格员: play.person('web:S1'), 路灯所: play.person('web:H3'), only };
};

const handled = async () => {
  const told = await reported();
  await told.网格员.says('属实');
  await told.路灯所.says('签收');
  await told.路灯所.says('办结 换了灯泡，没有照片');
  told.张三.hears();
  return told;
};

/** 不属实 and 不合格 alike: how far the case is, the label, and how it is when the label acted. */
const verdicts = [
  { label: '不属实', begin: reported, before: 'verifying', after: 'declined', card: /1 属实\n2 不属实/u },
  { label: '不合格', begin: handled, before: 'checking', after: 'handling', card: /1 合格\n2 不合格/u },
] as const;

describe.each(verdicts)('the reason of $label', ({ label, begin, before, after, card }) => {
  test.each(['路灯是另一回事', '建设路36号井盖没了', '灯还是老样子'])(
    'in words of their own, %s, is shown back before it counts',
    async (reason) => {
      const { 网格员, 张三, only } = await begin();
      await 网格员.says(label);
      expect(await 网格员.says(reason)).toMatch(
        new RegExp(`^原因：${reason}\\n报事人.*会看到[\\s\\S]*1 确认\\n2 返回$`, 'u'),
      );
      expect((await only()).stage).toBe(before);
      expect(张三.hears()).toBe('');
      await 网格员.says('确认');
      expect((await only()).stage).toBe(after);
      expect(张三.hears()).toContain(`原因：${reason}`);
    },
  );

  test.each([
    '不是，是属实的',
    '点错了',
    '等一下',
    '我再去看看',
    '没有不合格',
    '不是不属实',
    '现场看了没问题，合格',
    '算了，是属实的',
    '不对',
  ])('is never %s: the card is shown again', async (said) => {
    const { 网格员, 张三, only } = await begin();
    await 网格员.says(label);
    expect(await 网格员.says(said)).toMatch(card);
    expect((await 网格员.session()).question).toBeUndefined();
    expect((await only()).stage).toBe(before);
    expect(张三.hears()).toBe('');
  });

  test.each(['好的', '收到', '是的', '为什么？'])('is never %s: it is asked for again', async (said) => {
    const { 网格员, only } = await begin();
    await 网格员.says(label);
    expect(await 网格员.says(said)).toMatch(/请选一条，或直接写原因/u);
    expect((await only()).stage).toBe(before);
  });

  test('that is offered acts at once, by number or words, also instead of one that was shown back', async () => {
    for (const say of [['1'], ['路灯是另一回事', '返回', '1']]) {
      const { 网格员, only } = await begin();
      await 网格员.says(label);
      for (const said of say) await 网格员.says(said);
      expect((await only()).stage).toBe(after);
    }
  });

  test('that was shown back is replaced by other words, and dropped by 返回 or a denial', async () => {
    const { 网格员, 张三, only } = await begin();
    await 网格员.says(label);
    await 网格员.says('路灯是另一回事');
    expect(await 网格员.says('灯杆没有编号')).toContain('原因：灯杆没有编号');
    expect(await 网格员.says('2')).toMatch(/请选一条，或直接写原因/u);
    await 网格员.says('路灯是另一回事');
    expect(await 网格员.says('上一步')).toMatch(/请选一条，或直接写原因/u);
    await 网格员.says('路灯是另一回事');
    expect(await 网格员.says('不是')).toMatch(card);
    expect(await 网格员.says('确认')).not.toContain('已记为');
    expect((await only()).stage).toBe(before);
    expect(张三.hears()).toBe('');
  });

  test.each(['等一下', '我再去看看', '点错了', '好的', '还是属实的'])(
    'said together with the label acts at once, but not %s',
    async (words) => {
      const { 网格员, only } = await begin();
      await 网格员.says(`${label} ${words}`);
      expect((await only()).stage).toBe(before);
      await 网格员.says(`${label}，灯还是老样子`);
      expect((await only()).stage).toBe(after);
    },
  );
});

test('a reason that was shown back is a yes of any kind away, and a careless number does nothing else', async () => {
  const { 网格员, only } = await reported();
  await 网格员.says('2');
  await 网格员.says('路灯是另一回事');
  expect(await 网格员.says('3')).toContain('没有第 3 项');
  expect((await only()).stage).toBe('verifying');
  await 网格员.says('是的');
  expect(await only()).toMatchObject({ stage: 'declined', reason: '路灯是另一回事' });
});

test('好的 behind another task that came in between confirms no reason: it is shown back once more', async () => {
  const { play, 网格员, only } = await reported();
  await 网格员.says('不属实');
  await 网格员.says('灯还是老样子');
  const 李四 = play.person('web:r-2');
  await 李四.says('路灯坏了，建设路14号');
  await 李四.says('确认');
  expect(网格员.hears()).toContain('请核实');
  expect(await 网格员.says('好的')).toContain('原因：灯还是老样子');
  expect((await only()).stage).toBe('verifying');
});
