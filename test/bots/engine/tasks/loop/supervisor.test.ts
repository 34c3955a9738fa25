import { reported } from '../../support/loopTown.ts';

describe('并案', () => {
  const twice = async () => {
    const town = await reported();
    const 李五 = town.play.person('web:r-2');
    await 李五.says('路灯坏了，建设路12号');
    await 李五.says('确认');
    const numbers = (await town.play.cases()).map(({ number }) => number).sort();
    const [first = '', second = ''] = (await town.play.cases())
      .toSorted((a, b) => a.openedAt - b.openedAt || (a.number < b.number ? -1 : 1))
      .map(({ number }) => number);
    const stageOf = async (number: string) =>
      (await town.play.cases()).find((one) => one.number === number)?.stage;
    return { ...town, 李五, numbers, first, second, stageOf };
  };

  test('offers the cases near by; the one that is chosen takes it in, and both residents hear of it', async () => {
    const { 网格员, 李五, first, second, stageOf } = await twice();
    expect(网格员.hears()).toMatch(new RegExp(`附近还有没办完的[\\s\\S]*· ${first} 建设路12号`, 'u'));
    expect(await 网格员.says(`并案 ${second}`)).toMatch(
      new RegExp(`并到哪一件？[\\s\\S]*1 ${first} 建设路12号 路灯异常`, 'u'),
    );
    expect((await 网格员.session()).near).toEqual({ [second]: [first] });
    expect(await 网格员.says('1')).toContain('已并案');
    expect((await 网格员.session()).near).toBeUndefined();
    expect(await stageOf(second)).toBe('merged');
    expect(李五.hears()).not.toBe('');
  });

  test('with the number behind the label, or typed when asked, merges; a wrong one is asked for again', async () => {
    const { 网格员, first, second, stageOf } = await twice();
    await 网格员.says(`并案 ${second}`);
    expect(await 网格员.says('202601010000001')).toMatch(/没有查到这个编号[\s\S]*并到哪一件/u);
    expect(await 网格员.says(second)).toMatch(/不能并到它自己[\s\S]*并到哪一件/u);
    await 网格员.says(first);
    expect(await stageOf(second)).toBe('merged');
  });

  test.each(['behind the label', 'behind that of this one'])(
    'with the number of the other one %s merges at once',
    async (how) => {
      const { 网格员, first, second, stageOf } = await twice();
      await 网格员.says(`属实 ${first}`);
      await 网格员.says(how === 'behind the label' ? `并案 ${first}` : `并案 ${second} ${first}`);
      expect(await stageOf(second)).toBe('merged');
    },
  );

  test('into a later one is refused with the reason', async () => {
    const { 网格员, first, second, stageOf } = await twice();
    await 网格员.says(`并案 ${first}`);
    expect(await 网格员.says(second)).toContain('只能并到更早报的那一件');
    expect(await stageOf(first)).toBe('verifying');
  });

  test.each(['别并案', '不并案', '并案吗', '不用并案'])('%s merges nothing', async (said) => {
    const { 网格员, first, second, stageOf } = await twice();
    await 网格员.says(said);
    expect([await stageOf(first), await stageOf(second)]).toEqual(['verifying', 'verifying']);
    expect((await 网格员.session()).question).toBeUndefined();
  });
});

describe('当场办结', () => {
  test('wants words and a photo, in any order; then the resident is asked to rate', async () => {
    const { 网格员, 张三, stateNow } = await reported();
    expect(await 网格员.says('5')).toMatch(/当场办结 \d{15}[\s\S]*并发一张办好后的照片/u);
    expect(await 网格员.says('拧紧了灯泡')).toContain('再发一张办好后的照片');
    for (const said of ['直接提交', '没有照片']) expect(await 网格员.says(said)).toContain('照片');
    expect((await stateNow()).stage).toBe('verifying');
    expect(await 网格员.sends('p1')).toContain('已当场办结');
    expect((await stateNow()).stage).toBe('rating');
    expect(张三.hears()).toContain('拧紧了灯泡');
  });

  test('takes what was done behind the label', async () => {
    const { 网格员, stateNow } = await reported();
    await 网格员.says('当场办结 拧紧了灯泡');
    await 网格员.sends('p1');
    expect((await stateNow()).stage).toBe('rating');
  });

  test.each(['还没当场办结', '不能当场办结', '别当场办结', '当场办结不了'])(
    '%s ends nothing',
    async (said) => {
      const { 网格员, stateNow } = await reported();
      await 网格员.says(said);
      expect((await stateNow()).stage).toBe('verifying');
      expect((await 网格员.session()).question).toBeUndefined();
    },
  );
});

describe('修改', () => {
  test.each([
    ['behind the label', ['修改 地点 建设路14号']],
    ['when asked', ['修改', '地点', '建设路14号']],
    ['at once, instead of choosing the part', ['修改', '地点不对，应该在建设路14号']],
  ])('the place in words, %s', async (_how, says) => {
    const { 网格员, stateNow } = await reported();
    let answer = '';
    for (const said of says) answer = await 网格员.says(said);
    expect(answer).toContain('地点已改，并核实属实');
    expect(await stateNow()).toMatchObject({ place: { name: '建设路14号' }, stage: 'assigned' });
  });

  test('the place and how urgent it is, in one message', async () => {
    const { 网格员, stateNow } = await reported();
    await 网格员.says('修改 地点 建设路14号，紧急');
    expect(await stateNow()).toMatchObject({ place: { name: '建设路14号' }, urgent: true });
  });

  test('the place by a point; elsewhere it goes to the supervisor there', async () => {
    const { 网格员, 邻格, stateNow } = await reported();
    await 网格员.says('修改');
    await 网格员.says('2');
    await 网格员.taps(121.475, 31.231, '和平路口');
    expect(await stateNow()).toMatchObject({ leaf: '990101001001002', stage: 'verifying' });
    expect(邻格.hears()).toContain('请核实');
  });

  test('the place: one outside, or none that is known, is asked for again; of several one is chosen', async () => {
    const { 网格员, stateNow } = await reported();
    await 网格员.says('修改 地点');
    expect(await 网格员.taps(100, 20)).toContain('不在管辖范围内');
    expect(await 网格员.says('火星路')).toContain('没找到这个地方');
    expect(await 网格员.says('幸福超市')).toMatch(/是哪一处？\n1 幸福超市/u);
    await 网格员.says('1');
    expect((await stateNow()).place.name).toContain('幸福超市');
  });

  test('how urgent it is', async () => {
    const { 网格员, stateNow } = await reported();
    expect(await 网格员.says('修改 紧急程度')).toMatch(/1 紧急\n2 不紧急$/u);
    expect(await 网格员.says('不紧急')).toContain('本来就是这样登记的');
    await 网格员.says('修改 紧急');
    expect(await stateNow()).toMatchObject({ urgent: true, stage: 'assigned' });
  });

  test.each(['别修改', '不修改', '先别修改地点'])('%s changes nothing', async (said) => {
    const { 网格员, stateNow } = await reported();
    await 网格员.says(said);
    expect(await stateNow()).toMatchObject({ stage: 'verifying', place: { name: '建设路12号' } });
  });
});

test('不属实 offers the reasons of the city', async () => {
  const { 网格员, stateNow } = await reported();
  expect(await 网格员.says('不属实')).toMatch(/为什么不属实[\s\S]*1 现场没有发现/u);
  await 网格员.says('1');
  expect(await stateNow()).toMatchObject({ stage: 'declined', reason: '现场没有发现' });
});

describe('申诉', () => {
  const appealed = async () => {
    const town = await reported();
    await town.网格员.says('不属实 现场没有发现');
    const { number } = await town.stateNow();
    await town.play.command(number, { type: 'appeal', reason: '灯还是坏的' }, '张三');
    return { ...town, 上级: town.主任 };
  };

  test('comes to the leader above, who takes it up', async () => {
    const { 上级, stateNow } = await appealed();
    expect(上级.hears()).toMatch(/居民申诉，请决定[\s\S]*申诉理由：灯还是坏的[\s\S]*1 受理\n2 维持不受理/u);
    expect(await 上级.says('受理')).toContain('已受理');
    expect((await stateNow()).stage).toBe('assigned');
  });

  test('or upholds it, with a reason', async () => {
    const { 上级, stateNow } = await appealed();
    expect(await 上级.says('维持不受理')).toContain('为什么不予受理');
    await 上级.says('灯是居民自家的');
    await 上级.says('确认');
    expect(await stateNow()).toMatchObject({ stage: 'declined', reason: '灯是居民自家的' });
  });

  test.each([
    ...['受理吗', '不受理', '还没受理', '别受理'],
    ...['受理 不了，不归我们', '受理，但是要先补材料', '应该受理，不过我再看看'],
  ])('%s does not take it up', async (said) => {
    const { 上级, stateNow } = await appealed();
    await 上级.says(said);
    expect((await stateNow()).stage).toBe('screening');
  });
});

describe('a patrol', () => {
  test.each(['巡查 垃圾没人收，建设路14号', '巡查上报：垃圾没人收，建设路14号'])(
    'finding, %s, is filed as found by who answers for the place: nobody verifies it again',
    async (said) => {
      const { play, 网格员 } = await reported();
      expect(await 网格员.says(said)).toMatch(/1 确认\n2 修改\n3 取消\n4 当场办结$/u);
      await 网格员.says('确认');
      const found = (await play.cases()).find(({ patrol }) => patrol);
      expect(found).toMatchObject({ stage: 'assigned', service: '06010', reporter: 'web:S1' });
    },
  );

  test('finding that is put right at once needs a photo, and is filed', async () => {
    const { play, 网格员 } = await reported();
    expect(await 网格员.says('巡查')).toContain('巡查上报');
    await 网格员.says('垃圾没人收，建设路14号');
    expect(await 网格员.says('当场办结')).toContain('当场办结 巡查发现的事');
    await 网格员.says('清走了');
    expect((await play.cases()).some(({ patrol }) => patrol)).toBe(false);
    expect(await 网格员.sends('p1')).toContain('当场办结');
    expect((await play.cases()).find(({ patrol }) => patrol)).toMatchObject({ stage: 'closed' });
    expect((await 网格员.session()).form).toBeUndefined();
  });

  test('word of a resident, or in the middle, marks nothing', async () => {
    const { play, 张三, 网格员 } = await reported();
    await 张三.says('巡查 垃圾没人收，建设路14号');
    await 张三.says('确认');
    await 网格员.says('今天没巡查，垃圾没人收，建设路14号');
    expect((await play.cases()).every(({ patrol }) => patrol === undefined)).toBe(true);
    expect((await 网格员.session()).form?.patrol).toBeUndefined();
  });
});
