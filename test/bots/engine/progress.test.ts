import { HOUR, playOn } from './support/playOn.ts';

const reported = async () => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  await 张三.says('路灯坏了，建设路12号，电话13812345678');
  await 张三.says('确认');
  const number = (await play.cases())[0]?.number ?? '';
  return { play, 张三, number, 网格员: play.person('web:S1'), 路灯所: play.person('web:H3') };
};

describe('进度', () => {
  test('says at every stage what happened, who has it and what is due next; units and posts, never people', async () => {
    const { play, 张三, 网格员, 路灯所 } = await reported();
    expect(await 张三.says('进度')).toContain(
      '现在：待核实，由西网格的网格员办理\n下一步：西网格的网格员核实，最迟 09月28日 11:00',
    );
    await play.wait(HOUR / 2);
    await 网格员.says('属实');
    const assigned = await 张三.says('进度');
    expect(assigned).toContain('09月28日 10:00 登记\n09月28日 10:30 网格员核实属实，受理，派给路灯管理所');
    expect(assigned).toContain('现在：待签收，由路灯管理所办理');
    await 路灯所.says('签收');
    expect(await 张三.says('进度')).toContain('下一步：路灯管理所办好，最迟 09月30日 17:30');
    await 路灯所.says('办结 换好了，师傅电话13912345678');
    await 路灯所.says('直接提交');
    const checking = await 张三.says('进度');
    expect(checking).toContain('路灯管理所报告办结：换好了');
    expect(checking).not.toContain('13912345678');
    await 网格员.says('合格');
    expect(await 张三.says('进度')).toMatch(/现在：等您评价，请选一项。\nA 非常满意/u);
    await 张三.says('B');
    await 张三.says('没有意见');
    const closed = await 张三.says('进度');
    expect(closed).toContain('评价：满意，归档');
    expect(closed).toContain('现在：已归档');
    expect(closed).not.toContain('下一步');
    expect(closed).not.toContain('姓名');
  });

  test('says when it is late, and why it was declined', async () => {
    const { play, 张三, 网格员 } = await reported();
    await play.wait(2 * HOUR);
    expect(await 张三.says('进度')).toContain('原定 09月28日 11:00，已超时');
    await 网格员.says('不属实 现场没有发现');
    expect(await 张三.says('进度')).toContain('现在：不予受理\n原因：现场没有发现');
  });

  test('works by number, with the word or without it, and not for strangers', async () => {
    const { play, 张三, number } = await reported();
    expect(await 张三.says(`进度 ${number}`)).toContain('现在：待核实');
    expect(await 张三.says(number)).toContain('现在：待核实');
    const 李四 = play.person('web:r-2');
    expect(await 李四.says(`进度 ${number}`)).toContain('没有查到这个编号');
    expect(await 李四.says('进度')).toContain('您还没有报过事');
  });

  test('offers a choice of several, and the form in progress waits', async () => {
    const { play, 张三 } = await reported();
    await play.wait(120_000);
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    await 张三.says('路面有坑');
    expect(await 张三.says('进度')).toMatch(
      /您报过 2 件事[\s\S]*1 \d{15} 和平路3号 暴露垃圾\n2 \d{15} 建设路12号 路灯异常/u,
    );
    expect(await 张三.says('2')).toMatch(/事项：路灯异常[\s\S]*请告诉我在哪里/u);
    expect(await 张三.says('建设路14号')).toContain('事项：道路破损');
  });

  test('of several is not insisted on: who says something else has gone on', async () => {
    const { 张三 } = await reported();
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    await 张三.says('进度');
    expect(await 张三.says('路面有坑，建设路14号')).toContain('事项：道路破损');
    await 张三.says('取消');
    await 张三.says('进度');
    expect(await 张三.sends('p1')).toContain('请说说是什么事');
  });

  test('is answered to staff with the buttons of what they can do', async () => {
    const { 网格员, 路灯所, number } = await reported();
    expect(await 网格员.says(`进度 ${number}`)).toMatch(/经过：[\s\S]*1 属实/u);
    expect(await 路灯所.says('进度')).toBe('现在没有要办的事。');
  });
});

describe('补充', () => {
  test('adds text, photo and place to the one open case, and tells who has it', async () => {
    const { play, 张三, 网格员 } = await reported();
    网格员.hears();
    expect(await 张三.says('补充')).toContain('补充什么');
    await 张三.says('晚上七点以后才灭');
    await 张三.sends('p1');
    await 张三.taps(121.4713, 31.2313, '大门口');
    expect(await 张三.says('好了')).toContain('办好了会告诉您');
    const [state] = await play.cases();
    expect(state?.photos).toEqual(['photos/x/p1']);
    expect(state?.text).toContain('晚上七点以后才灭');
    expect(state?.text).toContain('位置：大门口');
    expect(网格员.hears()).toContain('补充：晚上七点以后才灭');
    expect(await 张三.says('垃圾没人收')).toContain('请告诉我在哪里');
  });

  test('takes words in the same message, and asks which case of several', async () => {
    const { play, 张三, number } = await reported();
    await play.wait(120_000);
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('确认');
    expect(await 张三.says('补充 灯罩也碎了')).toContain('是指哪一件');
    await 张三.says('2');
    await 张三.says('好了');
    await 张三.says(`补充 ${number} 碎片在地上`);
    const [first, second] = await play.cases();
    expect(first?.text).toMatch(/灯罩也碎了[\s\S]*碎片在地上/u);
    expect(second?.text).not.toContain('灯罩');
  });

  test('takes along photos that came just before the word', async () => {
    const { play, 张三 } = await reported();
    await 张三.sends('p1');
    await 张三.says('补充');
    expect((await play.cases())[0]?.photos).toEqual(['photos/x/p1']);
    expect((await 张三.session()).form).toBeUndefined();
  });

  test('is over after half an hour: what comes then is a new matter', async () => {
    const { play, 张三 } = await reported();
    await 张三.says('补充');
    await play.wait(HOUR);
    expect(await 张三.says('垃圾没人收')).toContain('请告诉我在哪里');
  });

  test('is refused for a stranger, for what is done, and where there is nothing open', async () => {
    const { play, 张三, 网格员, number } = await reported();
    expect(await play.person('web:r-2').says(`补充 ${number} 我也看见了`)).toContain('没有查到这个编号');
    expect(await 网格员.says(`补充 ${number} 我也看见了`)).toContain('不是您报的');
    await 网格员.says('不属实 没有这回事');
    expect(await 张三.says(`补充 ${number} 明明坏了`)).toContain('已经办完');
    expect(await 张三.says('补充')).toContain('没有正在办理的事');
  });

  test('of a tenth photo is refused in words', async () => {
    const { 张三 } = await reported();
    await 张三.says('补充');
    for (let n = 0; n < 9; n++) await 张三.sends(`p${n}`);
    expect(await 张三.sends('p9')).toContain('照片最多 9 张');
  });
});
