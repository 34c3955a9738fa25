import { lidReported } from '../support/lidTown.ts';

const LAMP = '路灯坏了，建设路12号';

describe('修改 by the supervisor', () => {
  test('of a service with conditions asks which part, then shows the conditions by name', async () => {
    const { 网格员, stateNow } = await lidReported('井盖坏了，建设路12号');
    expect(await stateNow()).toMatchObject({ service: '01023', condition: 'a', urgent: false });
    expect(await 网格员.says('3')).toMatch(
      /现在是「井盖异常（松动、异响）」。要改哪一项？.*\n1 事项\n2 情形\n3 地点\n4 紧急程度$/u,
    );
    expect(await 网格员.says('2')).toMatch(/「井盖异常」是哪一种情形？\n1 松动、异响\n2 缺失、塌陷$/u);
    expect(await 网格员.says('2')).toContain('已改为「井盖异常（缺失、塌陷）」并核实');
    expect(await stateNow()).toMatchObject({
      service: '01023',
      condition: 'b',
      urgent: true,
      stage: 'assigned',
    });
  });

  test('of a service without conditions does not ask for one', async () => {
    const { 网格员 } = await lidReported(LAMP);
    expect(await 网格员.says('3')).toMatch(/应该是什么事项[\s\S]*1 事项\n2 地点\n3 紧急程度$/u);
  });

  test('to a service with conditions asks which of them it is', async () => {
    const { 网格员, stateNow } = await lidReported(LAMP);
    await 网格员.says('修改');
    await 网格员.says('井盖');
    expect(await 网格员.says('井盖异常')).toContain('2 缺失、塌陷');
    expect((await stateNow())?.stage).toBe('verifying');
    await 网格员.says('缺失');
    expect(await stateNow()).toMatchObject({ service: '01023', condition: 'b', stage: 'assigned' });
  });

  test('takes no number for the name of a service that nobody offered', async () => {
    const { 网格员, stateNow } = await lidReported(LAMP);
    for (const said of ['修改 1', '修改 ①', '修改 第一个', '第一个']) await 网格员.says(said);
    expect(await stateNow()).toMatchObject({ service: '01037', stage: 'verifying' });
  });

  test('from the offered services asks for the condition too', async () => {
    const { 网格员, stateNow } = await lidReported(LAMP);
    expect(await 网格员.says('修改 井盖没了')).toContain('1 井盖异常');
    expect(await 网格员.says('1')).toContain('1 松动、异响');
    await 网格员.says('1');
    expect(await stateNow()).toMatchObject({ service: '01023', condition: 'a', urgent: false });
  });

  test.each([['修改 缺失、塌陷'], ['修改 缺失']])(
    'takes the name of the condition with the word: %s',
    async (said) => {
      const { 网格员, stateNow } = await lidReported('井盖坏了，建设路12号');
      await 网格员.says(said);
      expect(await stateNow()).toMatchObject({ service: '01023', condition: 'b', urgent: true });
    },
  );

  test('takes the name of the condition, or another service, instead of the part', async () => {
    const first = await lidReported('井盖坏了，建设路12号');
    await first.网格员.says('3');
    await first.网格员.says('塌陷');
    expect(await first.stateNow()).toMatchObject({ condition: 'b' });

    const second = await lidReported('井盖坏了，建设路12号');
    await second.网格员.says('3');
    await second.网格员.says('路灯异常');
    expect(await second.stateNow()).toMatchObject({ service: '01037', stage: 'assigned' });
  });

  test.each([['不缺失'], ['第三个'], ['没有塌陷'], ['缺失？'], ['3'], ['随便'], ['好的']])(
    'changes nothing with %s, and asks again',
    async (said) => {
      const { 网格员, stateNow } = await lidReported('井盖坏了，建设路12号');
      await 网格员.says('3');
      await 网格员.says('情形');
      expect(await 网格员.says(said)).toMatch(/1 松动、异响\n2 缺失、塌陷$/u);
      expect((await stateNow())?.stage).toBe('verifying');
    },
  );

  test('to what it is already is refused in words, with the card', async () => {
    const { 网格员, stateNow } = await lidReported('井盖坏了，建设路12号');
    await 网格员.says('3');
    await 网格员.says('2');
    expect(await 网格员.says('1')).toMatch(/本来就是这样登记的[\s\S]*1 属实\n2 不属实\n3 修改\n4 并案/u);
    await 网格员.says('1');
    expect(await stateNow()).toMatchObject({ condition: 'a', stage: 'assigned' });
  });

  test('can be left by 返回 and 取消', async () => {
    const { 网格员, stateNow } = await lidReported('井盖坏了，建设路12号');
    await 网格员.says('3');
    await 网格员.says('2');
    expect(await 网格员.says('返回')).toContain('1 属实');
    await 网格员.says('3');
    await 网格员.says('取消');
    await 网格员.says('属实');
    expect(await stateNow()).toMatchObject({ condition: 'a', stage: 'assigned' });
  });

  test('is not asked for what is somebody else’s by now', async () => {
    const { 网格员, 路灯所, number } = await lidReported('井盖坏了，建设路12号');
    await 网格员.says('属实');
    expect(await 网格员.says(`修改 ${number}`)).toMatch(/现在不能办这一步[\s\S]*现在：待签收/u);
    expect(await 路灯所.says(`修改 ${number} 路灯异常`)).toContain('1 签收');
  });
});

describe('who reported it', () => {
  test('is told once what was changed to what, and the new deadline where the limits differ', async () => {
    const { 张三, 网格员, number } = await lidReported('井盖坏了，建设路12号');
    张三.hears();
    await 网格员.says('修改 缺失');
    const heard = 张三.hears();
    expect(heard).toContain(
      `网格员核实后，把您报的「井盖异常（松动、异响）」改为「井盖异常（缺失、塌陷）」。\n时限也随之改变，最迟办好：09月28日 18:00。\n受理编号：${number}`,
    );
    expect(heard.split('网格员核实后')).toHaveLength(2);
    expect(heard).toContain('由路灯管理所办理');
    expect(await 张三.says('进度')).toContain('事项改为「井盖异常（缺失、塌陷）」');
  });

  test('hears of no deadline where the limits are the same', async () => {
    const { 张三, 网格员 } = await lidReported(LAMP);
    张三.hears();
    await 网格员.says('修改 暴露垃圾');
    const heard = 张三.hears();
    expect(heard).toContain('把您报的「路灯异常」改为「暴露垃圾」');
    expect(heard).not.toContain('时限');
  });

  test('hears of no change where there was none', async () => {
    const { 张三, 网格员 } = await lidReported(LAMP);
    张三.hears();
    await 网格员.says('属实');
    expect(张三.hears()).not.toContain('改为');
  });
});

describe('the card', () => {
  test('shows the condition and whether it is urgent, to the supervisor and to the unit', async () => {
    const { 网格员, 路灯所, number } = await lidReported('井盖坏了，建设路12号');
    expect(网格员.hears()).toMatch(/^请核实：井盖异常\n情形：松动、异响\n/u);
    await 网格员.says('修改 缺失');
    expect(路灯所.hears()).toMatch(/^【紧急】请签收：井盖异常\n情形：缺失、塌陷\n/u);
    expect(await 路灯所.says(number)).toMatch(/^【紧急】请签收：井盖异常\n情形：缺失、塌陷\n/u);
  });

  test('of a service without conditions shows none', async () => {
    const { 网格员 } = await lidReported(LAMP);
    expect(网格员.hears()).not.toContain('情形');
  });
});
