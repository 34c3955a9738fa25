import { at } from '../../../../support/lifeOf.ts';
import { inHand, sent } from '../../support/loopTown.ts';
import { DAY, HOUR } from '../../support/playOn.ts';

describe('退回', () => {
  test.each([
    ['a reason behind the label', ['退回 不归我们管，是供电公司的杆'], '不归我们管，是供电公司的杆'],
    ['the button, then the reason in words', ['2', '是供电公司的杆'], '是供电公司的杆'],
    ['the button, then one that is offered', ['退回', '1'], '不归我们管'],
  ])('with %s goes back to the desk, which reads why', async (_how, says, reason) => {
    const { 路灯所, 派遣员, stateNow } = await sent();
    for (const said of says) await 路灯所.says(said);
    expect(await stateNow()).toMatchObject({ stage: 'dispatching', tasks: [{ status: 'returned' }] });
    expect(派遣员.hears()).toMatch(new RegExp(`被退回，请重新派遣[\\s\\S]*退回原因：${reason}`, 'u'));
  });

  test.each(['返回', '不退回了', '点错了', '等一下', '算了', '别退回'])(
    'does nothing after 退回, then %s: the card is there again',
    async (said) => {
      const { 路灯所, stateNow } = await sent();
      expect(await 路灯所.says('退回')).toMatch(/退回 \d{15} 建设路12号 路灯异常\n为什么退回？/u);
      await 路灯所.says(said);
      expect((await stateNow()).stage).toBe('assigned');
    },
  );

  test.each(['好的', '是的', '收到', '为什么？', '谢谢'])(
    '%s is no reason: it is asked for again',
    async (said) => {
      const { 路灯所, stateNow } = await sent();
      await 路灯所.says('退回');
      expect(await 路灯所.says(said)).toContain('为什么退回');
      expect((await stateNow()).stage).toBe('assigned');
    },
  );

  test.each(['别退回', '不退回', '先不退回', '退回吗', '退回？', '不用退回', '还没退回', '退回 别'])(
    '%s is no return',
    async (said) => {
      const { 路灯所, stateNow } = await sent();
      await 路灯所.says(said);
      expect((await stateNow()).stage).toBe('assigned');
    },
  );

  test('a second time, once the desk has decided, is refused with what can be done instead', async () => {
    const { 路灯所, 派遣员, stateNow } = await sent();
    await 路灯所.says('退回 不归我们管');
    await 派遣员.says('路灯管理所');
    const answer = await 路灯所.says('退回 还是不归我们管');
    expect(answer).toMatch(/不能再退回[\s\S]*1 签收/u);
    expect(await stateNow()).toMatchObject({ stage: 'assigned', tasks: [{ settled: true }] });
    expect((await 路灯所.session()).question).toBeUndefined();
  });
});

describe('延期', () => {
  test('with how long and why is approved by the desk; the resident hears why, the unit by when', async () => {
    const { 路灯所, 派遣员, 张三, stateNow } = await inHand();
    expect(await 路灯所.says('延期 2个工作日 缺配件')).toMatch(/延期申请已交上去[\s\S]*1 办结/u);
    expect(派遣员.hears()).toMatch(
      /请审批：路灯管理所申请延期 2 个工作日[\s\S]*理由：缺配件[\s\S]*1 同意\n2 不同意/u,
    );
    expect(await 派遣员.says('同意')).toContain('已同意');
    expect(路灯所.hears()).toContain('同意延期 2 个工作日');
    expect(张三.hears()).toContain('缺配件');
    expect((await stateNow()).clock?.due).toBe(at('2026-10-09 17:30'));
  });

  test('is asked for step by step, with a way back', async () => {
    const { 路灯所, stateNow } = await inHand();
    expect(await 路灯所.says('3')).toMatch(/要延多久？最多 2 个工作日。[\s\S]*1 1 个工作日\n2 2 个工作日/u);
    expect(await 路灯所.says('1')).toContain('为什么要延期');
    expect(await 路灯所.says('返回')).toContain('要延多久');
    expect(await 路灯所.says('看情况')).toContain('没看懂要延多久');
    expect(await 路灯所.says('两天')).toContain('为什么要延期');
    await 路灯所.says('缺配件');
    expect((await stateNow()).request).toMatchObject({ kind: 'extend', by: '2wd', reason: '缺配件' });
  });

  test('of more than the limit is asked for again; after the limit it is refused', async () => {
    const { play, 路灯所, stateNow } = await inHand();
    expect(await 路灯所.says('延期 30个工作日 缺配件')).toMatch(/一次最多延长 2 个工作日[\s\S]*要延多久/u);
    await 路灯所.says('返回');
    await play.wait(4 * DAY);
    expect(await 路灯所.says('延期 1个工作日 缺配件')).toMatch(/时限已经过了，不能再申请延期[\s\S]*1 办结/u);
    expect((await stateNow()).request).toBeUndefined();
  });

  test.each(['不用延期', '别延期', '不延期了', '延期吗', '延期 不用了', '先不延期'])(
    '%s asks for nothing',
    async (said) => {
      const { 路灯所, stateNow } = await inHand();
      await 路灯所.says(said);
      expect((await stateNow()).request).toBeUndefined();
    },
  );

  test('is not granted by 不同意: that needs a reason, and never counts as 同意', async () => {
    const { 路灯所, 派遣员, stateNow } = await inHand();
    await 路灯所.says('延期 1天 缺配件');
    expect(await 派遣员.says('不同意')).toContain('为什么不同意');
    expect((await stateNow()).request).toBeDefined();
    await 派遣员.says('不行，配件库里有');
    expect((await stateNow()).request).toBeUndefined();
    expect((await stateNow()).clock?.moves).toBeUndefined();
    expect(路灯所.hears()).toMatch(/没有同意延期 1 个工作日[\s\S]*理由：不行，配件库里有/u);
  });

  test.each(['不同意吗', '同意吗', '还没同意', '别同意', '没同意'])('%s decides nothing', async (said) => {
    const { 路灯所, 派遣员, stateNow } = await inHand();
    await 路灯所.says('延期 1天 缺配件');
    await 派遣员.says(said);
    expect((await stateNow()).request).toBeDefined();
  });
});

describe('会办', () => {
  test('brings in another unit by a part of its name; 办结 waits for it', async () => {
    const { 路灯所, 供电, stateNow } = await inHand();
    expect(await 路灯所.says('会办 供电公司 需要停电')).toMatch(/已请他们一起办[\s\S]*1 办结/u);
    expect(供电.hears()).toMatch(/请协办，请签收[\s\S]*要协助的：需要停电[\s\S]*1 签收\n2 退回\n3 转办$/u);
    await 供电.says('签收');
    expect(await 路灯所.says('办结 换了灯泡，没有照片')).toContain('小城供电公司还没办完');
    await 供电.says('办结 停了电，没有照片');
    expect(路灯所.hears()).toMatch(/小城供电公司办好了它的一份[\s\S]*处理结果：停了电/u);
    await 路灯所.says('办结 换了灯泡，没有照片');
    expect((await stateNow()).stage).toBe('checking');
  });

  test('asks which unit, and why; a unit that is not there is asked for again', async () => {
    const { 路灯所, stateNow } = await inHand();
    expect(await 路灯所.says('4')).toContain('请哪个单位一起办');
    expect(await 路灯所.says('火星公司')).toContain('没找到这个单位');
    expect(await 路灯所.says('供电公司')).toContain('要他们做什么');
    await 路灯所.says('需要停电');
    expect((await stateNow()).tasks).toMatchObject([{ unit: 'U03' }, { unit: 'U08', share: 'assist' }]);
  });

  test.each(['别会办', '不会办', '会办吗', '不用会办'])('%s brings in nobody', async (said) => {
    const { 路灯所, stateNow } = await inHand();
    await 路灯所.says(said);
    expect((await stateNow()).tasks).toHaveLength(1);
    expect((await 路灯所.session()).question).toBeUndefined();
  });
});

describe('转办', () => {
  test.each([['转办 李四'], ['转办', '1'], ['转办', '李四'], ['3', '给李四']])(
    '%s %s gives it to a colleague, who gets the card',
    async (...says) => {
      const { 路灯所, 李四, stateNow } = await sent();
      李四.hears();
      for (const said of says.filter(Boolean)) await 路灯所.says(said);
      expect((await stateNow()).tasks).toMatchObject([{ unit: 'U03', person: 'H4' }]);
      expect(李四.hears()).toMatch(/请签收[\s\S]*1 签收/u);
    },
  );

  test('to a unit below passes it on; to nobody of the unit is asked for again', async () => {
    const { 路灯所, stateNow } = await sent();
    expect(await 路灯所.says('转办 王五')).toMatch(/没找到这个人[\s\S]*1 李四\n2 一街道路灯班/u);
    await 路灯所.says('路灯班');
    expect(await stateNow()).toMatchObject({ owner: 'unit@U31', tasks: [{ unit: 'U31' }] });
  });

  test('after it was signed the colleague gets the card of the handling', async () => {
    const { 路灯所, 李四 } = await inHand();
    await 路灯所.says('转办 李四');
    expect(李四.hears()).toMatch(/请办理[\s\S]*1 办结/u);
  });
});

describe('挂账', () => {
  test('is decided above; when it is over, or said so, the clock goes on', async () => {
    const { play, 路灯所, 主任, 张三, stateNow } = await inHand();
    await 路灯所.says('挂账 等拆迁');
    expect(主任.hears()).toMatch(/请审批：路灯管理所申请挂账[\s\S]*理由：等拆迁/u);
    await 主任.says('1');
    expect((await stateNow()).stage).toBe('suspended');
    expect(张三.hears()).not.toBe('');
    await play.wait(3 * DAY);
    expect(await 路灯所.says('待办')).toMatch(/挂账中[\s\S]*1 恢复办理\n2 继续挂账/u);
    expect(await 路灯所.says('恢复办理')).toMatch(/已恢复办理[\s\S]*1 办结/u);
    expect((await stateNow()).stage).toBe('handling');
  });

  test.each(['别挂账', '不挂账', '挂账？', '不用挂账了'])('%s asks for nothing', async (said) => {
    const { 路灯所, stateNow } = await inHand();
    await 路灯所.says(said);
    expect((await stateNow()).request).toBeUndefined();
  });
});

describe('补材料 and 问专家', () => {
  test('the resident is asked, and their answer brings the card back', async () => {
    const { 路灯所, 张三, stateNow } = await inHand();
    await 路灯所.says('补材料 是路东还是路西？');
    expect((await stateNow()).stage).toBe('waiting');
    expect(张三.hears()).toContain('是路东还是路西？');
    await 张三.says(`补充 ${(await stateNow()).number} 路东`);
    expect(路灯所.hears()).toMatch(/报事人答复了[\s\S]*答复：路东[\s\S]*1 办结/u);
    expect((await stateNow()).stage).toBe('handling');
  });

  test('is asked what to ask; 返回 asks nothing', async () => {
    const { 路灯所, stateNow } = await inHand();
    expect(await 路灯所.says('补材料')).toContain('要居民补什么');
    expect(await 路灯所.says('返回')).toContain('1 办结');
    expect((await stateNow()).stage).toBe('handling');
  });
});

test('work in two stages is done twice: 应急处置, then 修复', async () => {
  const { 路灯所, 网格员, stateNow } = await inHand('井盖坏了，建设路12号');
  expect(await 路灯所.says('待办')).toContain('请先应急处置');
  const first = await 路灯所.says('办结 围挡好了，没有照片');
  expect(first).toMatch(/应急处置已报[\s\S]*请接着修复[\s\S]*1 办结/u);
  expect(await stateNow()).toMatchObject({ stage: 'handling', contained: true });
  expect(await 路灯所.says('待办')).toContain('请修复');
  expect(await 路灯所.says('办结 换了新井盖，没有照片')).toContain('已报办结');
  expect((await stateNow()).stage).toBe('checking');
  expect(网格员.hears()).toContain('请核查');
});

test.each(['还没签收', '别签收', '没签收', '签收不了'])('%s signs nothing', async (said) => {
  const { 路灯所, stateNow } = await sent();
  await 路灯所.says(said);
  expect((await stateNow()).stage).toBe('assigned');
});

test('several steps of the ladder after an outage are one message that names them all', async () => {
  const { play, 路灯所, number } = await inHand();
  const { clock } = play;
  clock.now += 12 * DAY;
  await play.tick(number);
  const heard = 路灯所.hears();
  expect(heard.match(/---/gu)).toBeNull();
  expect(heard).toMatch(
    /红牌督办：处置中超时没有办[\s\S]*先后到了：提醒、催办、黄牌、红牌督办[\s\S]*1 办结/u,
  );
  await play.wait(HOUR);
  expect(路灯所.hears()).toBe('');
});

describe('what a unit hears', () => {
  test('when 挂账 is granted: what it can do from now on, and no more the buttons of the handling', async () => {
    const { 路灯所, 主任 } = await inHand();
    await 路灯所.says('挂账 等拆迁');
    await 主任.says('同意');
    expect(路灯所.hears()).toMatch(/同意挂账。[\s\S]*\n1 恢复办理\n2 继续挂账$/u);
  });

  test('when more time is granted: the buttons of the handling again', async () => {
    const { 路灯所, 派遣员 } = await inHand();
    await 路灯所.says('延期 1天 缺配件');
    await 派遣员.says('同意');
    expect(路灯所.hears()).toMatch(/同意延期 1 个工作日。[\s\S]*\n1 办结\n2 退回/u);
  });

  test('when who helps is let go: that it need not go on', async () => {
    const { 路灯所, 派遣员, 供电 } = await inHand();
    await 路灯所.says('会办 供电公司 需要停电');
    expect(await 供电.says('退回 那根杆不是我们的')).toMatch(/退回申请已交给派遣员[\s\S]*1 签收/u);
    expect(派遣员.hears()).toMatch(/请审批：小城供电公司申请退回[\s\S]*理由：那根杆不是我们的/u);
    await 派遣员.says('同意');
    expect(供电.hears()).toContain('您单位不用再办');
    expect(await 供电.says('签收')).toContain('现在没有可以「签收」的事');
  });
});

test('the list of the desk says by when an approval is due, and of who helps their own limit', async () => {
  const { 张三, 网格员, 路灯所, 派遣员, 供电 } = await inHand();
  await 张三.says('谁都不管的事，建设路14号');
  await 张三.says('确认');
  await 网格员.says('属实');
  await 路灯所.says('会办 供电公司 需要停电');
  await 路灯所.says('延期 1天 缺配件');
  expect(await 派遣员.says('待办')).toMatch(/路灯异常；今天15:30前/u);
  expect(await 供电.says('待办')).toContain('最迟：09月28日 11:00');
});

test('a photo of somebody who helps, and has signed, is of that task', async () => {
  const { 路灯所, 供电, stateNow } = await inHand();
  await 路灯所.says('会办 供电公司 需要停电');
  await 供电.says('签收');
  expect(await 供电.sends('p1')).toContain('照片收到了');
  await 供电.says('停了电');
  expect((await stateNow()).tasks).toMatchObject([{ unit: 'U03' }, { unit: 'U08', status: 'done' }]);
});

test('满意了 of somebody of the staff who reported something rates it, and is no 回访', async () => {
  const { play, 网格员, 路灯所, 邻格 } = await inHand();
  await 邻格.says('路灯坏了，建设路14号');
  await 邻格.says('确认');
  const number = (await play.cases()).at(-1)?.number ?? '';
  await 网格员.says(`属实 ${number}`);
  await 路灯所.says(`签收 ${number}`);
  await 路灯所.says(`办结 ${number} 换了灯泡，没有照片`);
  await 网格员.says(`合格 ${number}`);
  expect(await 邻格.says('满意了')).not.toContain('现在没有可以');
});

test.each([
  ['退回', '不退回了，我们来修'],
  ['退回', '不用退回，是我们的'],
  ['补材料', '不用问了，我打电话问清楚了'],
  ['问专家', '不问专家了，我们自己定'],
  ['挂账', '不挂账了，明天就修'],
  ['会办 供电公司', '不会办了，我们自己来'],
  ['延期 1个工作小时', '不延期了，马上就好'],
])('%s, and then %s, does nothing', async (label, said) => {
  const { 路灯所, number, stateNow } = await inHand();
  const { version } = await stateNow();
  await 路灯所.says(label);
  expect(await 路灯所.says(said)).toMatch(new RegExp(`退回一步。这一件是 ${number}[\\s\\S]*1 办结`, 'u'));
  expect((await stateNow()).version).toBe(version);
});

test.each(['退回不了的，是供电公司的杆', '不退回不行，是供电公司的杆'])(
  '%s is a reason all the same',
  async (said) => {
    const { 路灯所, stateNow } = await inHand();
    await 路灯所.says('退回');
    await 路灯所.says(said);
    expect((await stateNow()).stage).toBe('dispatching');
  },
);

test.each(['想了想，应该同意', '同意他们延期', '还是批了吧', '可以延期'])(
  '不同意, and then %s, decides nothing',
  async (said) => {
    const { 路灯所, 派遣员, stateNow } = await inHand();
    await 路灯所.says('延期 1个工作小时 缺配件');
    await 派遣员.says('不同意');
    expect(await 派遣员.says(said)).toContain('1 同意\n2 不同意');
    expect((await stateNow()).request).toMatchObject({ kind: 'extend' });
  },
);
