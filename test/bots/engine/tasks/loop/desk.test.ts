import { inHand, reported, sent } from '../../support/loopTown.ts';
import { DAY } from '../../support/playOn.ts';

const unrouted = async () => {
  const town = await reported('谁都不管的事，建设路12号');
  await town.网格员.says('属实');
  return town;
};

describe('派遣', () => {
  test.each([
    '路灯管理所，协办 供电公司',
    '路灯管理所 协办：供电公司、环卫所',
    '派遣 路灯管理所，协办 供电公司',
  ])('%s goes to a unit with those that help', async (said) => {
    const { 派遣员, 供电, stateNow } = await unrouted();
    expect(await 派遣员.says(said)).toMatch(/已派给路灯管理所（小城供电公司.*协办）/u);
    expect((await stateNow()).tasks).toMatchObject([
      { unit: 'U03', share: 'lead' },
      { unit: 'U08', share: 'assist', status: 'assigned' },
      ...(said.includes('环卫所') ? [{ unit: 'U01' }] : []),
    ]);
    expect(供电.hears()).toContain('请协办，请签收');
  });

  test('先 A 后 B: the second begins when the first is done', async () => {
    const { 派遣员, 供电, stateNow } = await unrouted();
    await 派遣员.says('先 路灯管理所 后 供电公司');
    expect((await stateNow()).tasks).toMatchObject([
      { unit: 'U03', share: 'lead', status: 'assigned' },
      { unit: 'U08', share: 'assist', status: 'waiting', after: 'U03' },
    ]);
    expect(供电.hears()).toBe('');
  });

  test.each([
    '别派路灯管理所',
    '不派给路灯管理所',
    '路灯管理所不行',
    '路灯管理所，协办 火星公司',
    '路灯管理所吗',
  ])('%s sends nobody', async (said) => {
    const { 派遣员, stateNow } = await unrouted();
    await 派遣员.says(said);
    expect((await stateNow()).stage).toBe('dispatching');
  });

  test('不予受理 needs a reason', async () => {
    const { 派遣员, 张三, stateNow } = await unrouted();
    expect(await 派遣员.says('不予受理')).toMatch(/为什么不予受理[\s\S]*4 不归政府管/u);
    expect(await 派遣员.says('4')).toContain('已记为不予受理');
    expect((await stateNow()).stage).toBe('declined');
    expect(张三.hears()).toContain('不归政府管');
  });
});

describe('a unit alone', () => {
  test.each(['供电公司', '派给路灯所', '小城供电公司'])(
    '%s is sent to it, by a part of its name',
    async (said) => {
      const { 派遣员, stateNow } = await unrouted();
      await 派遣员.says(said);
      expect((await stateNow()).stage).toBe('assigned');
    },
  );

  test('of several cases is asked for', async () => {
    const { play, 张三, 网格员, 派遣员 } = await unrouted();
    await 张三.says('谁都不管的事，建设路14号');
    await 张三.says('确认');
    await 网格员.says('属实');
    expect(await 派遣员.says('供电公司')).toContain('是指哪一件');
    await 派遣员.says('1');
    expect((await play.cases()).filter(({ stage }) => stage === 'assigned')).toHaveLength(1);
    await 派遣员.says('待办');
    expect(await 派遣员.says('路灯管理所，协办 供电公司')).toContain('已派给路灯管理所（小城供电公司协办）');
  });
});

describe('改派', () => {
  test('overrules with a reason what is with a unit already', async () => {
    const { 派遣员, 环卫所, number, stateNow } = await inHand();
    expect(await 派遣员.says(`改派 ${number}`)).toContain('改派给哪个单位');
    expect(await 派遣员.says('环卫所')).toContain('为什么改派');
    expect(await 派遣员.says('灯杆归他们')).toContain('已改派');
    expect(await stateNow()).toMatchObject({ owner: 'unit@U01', stage: 'assigned' });
    expect(环卫所.hears()).toMatch(/请签收[\s\S]*改派原因：灯杆归他们/u);
  });

  test('in one message, with who helps', async () => {
    const { 派遣员, number, stateNow } = await sent();
    await 派遣员.says(`改派 ${number} 环卫所，协办 供电公司，灯杆归他们`);
    expect((await stateNow()).tasks).toMatchObject([{ unit: 'U01' }, { unit: 'U08' }]);
  });

  test('has its button where the dispatcher looks at the case', async () => {
    const { 派遣员, number } = await sent();
    expect(await 派遣员.says(number)).toMatch(/现在：待签收[\s\S]*1 改派$/u);
  });

  test('is not the supervisor’s, nor done by 别改派', async () => {
    const { 派遣员, 网格员, number, stateNow } = await sent();
    expect(await 网格员.says(`改派 ${number} 环卫所 不对`)).toContain('现在不归您办');
    await 派遣员.says(`别改派 ${number} 环卫所 不对`);
    expect((await stateNow()).owner).toBe('unit@U03');
  });
});

describe('回访', () => {
  const visiting = async () => {
    const town = await inHand();
    await town.路灯所.says('办结 换了灯泡，没有照片');
    await town.网格员.says('合格');
    await town.play.command(
      town.number,
      { type: 'rate', rating: { overall: 'D', opinion: '还是不亮' } },
      '张三',
    );
    return town;
  };

  test.each(['居民满意', '1', '满意了', '同意这样', '居民满意 说已经亮了'])('%s files it', async (said) => {
    const { 派遣员, stateNow } = await visiting();
    expect(派遣员.hears()).toMatch(
      /居民不满意，请回访[\s\S]*居民的意见：还是不亮[\s\S]*1 居民满意\n2 还要返工/u,
    );
    await 派遣员.says(said);
    expect((await stateNow()).stage).toBe('closed');
  });

  test('还要返工 asks what the resident said, which the unit reads', async () => {
    const { 派遣员, 路灯所, stateNow } = await visiting();
    路灯所.hears();
    expect(await 派遣员.says('还不满意')).toContain('居民怎么说的');
    expect((await stateNow()).stage).toBe('rating');
    await 派遣员.says('不行，晚上又灭了');
    expect(await stateNow()).toMatchObject({ stage: 'handling', rounds: 1 });
    expect(路灯所.hears()).toContain('晚上又灭了');
  });

  test.each([
    ...['居民不满意', '没满意', '居民满意吗', '别返工'],
    ...['居民满意，但是灯还不亮', '居民满意 才怪', '满意了，不过还要再修一次'],
  ])('%s is no 居民满意', async (said) => {
    const { 派遣员, stateNow } = await visiting();
    await 派遣员.says(said);
    expect((await stateNow()).stage).toBe('rating');
  });
});

describe('after the last round', () => {
  const over = async () => {
    const town = await inHand();
    for (let round = 1; round <= 3; round++) {
      await town.路灯所.says('办结 换了灯泡，没有照片');
      await town.网格员.says('不合格 问题还在');
    }
    return town;
  };

  test('the leader sends it to a unit again', async () => {
    const { 主任, stateNow } = await over();
    expect(主任.hears()).toMatch(/请决定[\s\S]*不合格原因：问题还在[\s\S]*1 指挥中心[\s\S]*结束$/u);
    await 主任.says('环卫所');
    expect(await stateNow()).toMatchObject({ stage: 'assigned', owner: 'unit@U01' });
  });

  test('or ends it, with a reason that is shown back: residents read it', async () => {
    const { 主任, stateNow } = await over();
    expect(await 主任.says('结束')).toContain('为什么就此结束');
    expect(await 主任.says('整条路下月改造')).toMatch(/报事人会看到[\s\S]*1 确认\n2 返回/u);
    expect((await stateNow()).stage).toBe('dispatching');
    await 主任.says('确认');
    expect((await stateNow()).stage).toBe('closed');
  });

  test.each(['别结束', '没结束', '结束了吗'])('%s ends nothing', async (said) => {
    const { 主任, stateNow } = await over();
    await 主任.says(said);
    expect((await stateNow()).stage).toBe('dispatching');
  });
});

describe('专家', () => {
  const asked = async () => {
    const town = await unrouted();
    await town.派遣员.says('问专家 这算不算违建？');
    return town;
  };

  test('each answers in one message; the majority decides, and who asked goes on', async () => {
    const { 专家, 专家二, 派遣员, stateNow } = await asked();
    expect((await stateNow()).stage).toBe('consulting');
    expect(专家.hears()).toMatch(/请专家给意见[\s\S]*要问的：这算不算违建？[\s\S]*1 应当受理\n2 不予受理/u);
    expect(await 专家.says('应当受理 属于违建，城管办')).toContain('您的意见已经记下：应当受理');
    expect((await stateNow()).stage).toBe('consulting');
    expect(await 专家二.says('1')).toContain('请写您的意见');
    await 专家二.says('同意城管办');
    expect((await stateNow()).stage).toBe('dispatching');
    expect(派遣员.hears()).toMatch(/专家意见来了[\s\S]*属于违建，城管办[\s\S]*1 指挥中心[\s\S]*6 不予受理/u);
  });

  test('不予受理 is shown back; by the majority the case is declined with it', async () => {
    const { 专家, 专家二, stateNow } = await asked();
    await 专家.says('不予受理');
    expect(await 专家.says('是自家院内')).toMatch(/报事人会看到[\s\S]*1 确认/u);
    await 专家.says('确认');
    await 专家二.says('不予受理 是自家院内');
    expect((await stateNow()).stage).toBe('declined');
  });

  test.each(['不应当受理吗', '应当受理吗', '别受理', '还没看'])('%s is no opinion', async (said) => {
    const { 专家, stateNow } = await asked();
    await 专家.says(said);
    expect((await stateNow()).opinions).toEqual([]);
  });
});

describe('时限', () => {
  test.each(['时限', '为什么', '怎么算的？'])('%s explains the clock of the card in hand', async (said) => {
    const { 路灯所, number } = await inHand();
    expect(await 路灯所.says(said)).toMatch(
      new RegExp(`^${number}\\n办好：从 09月28日 10:00 起 2 个工作日，到 09月30日 17:30。`, 'u'),
    );
  });

  test('tells what moved it', async () => {
    const { play, 路灯所, 派遣员, 主任, number } = await inHand();
    await 路灯所.says('延期 1个工作日 缺配件');
    await 派遣员.says('同意');
    expect(await 路灯所.says(`时限 ${number}`)).toMatch(/到 10月\d+日 17:30（其中延期 1 个工作日）/u);
    await 路灯所.says('挂账 等拆迁');
    await 主任.says('同意');
    await play.wait(DAY);
    expect(await 路灯所.says(`时限 ${number}`)).toContain('现在停着钟');
  });

  test('of a case that is not theirs to see tells nothing', async () => {
    const { 环卫所, number } = await inHand();
    expect(await 环卫所.says(`时限 ${number}`)).toContain('没有查到这个编号');
  });
});
