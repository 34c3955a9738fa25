import { explainRefusal } from '../../../../bots/engine/cases/explainRefusal.ts';
import type { Refusal } from '../../../../shared/domain/case/Refusal.ts';
import { at } from '../../../support/lifeOf.ts';
import { filedCase, signedCase } from '../support/ownCase.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

describe('进度', () => {
  test('tells since when it stands still, and why', async () => {
    const { 张三, 网格员, 路灯所, number } = await signedCase();
    await 路灯所.says(`补材料 ${number} 灯杆编号是多少`);
    expect(await 网格员.says(number)).toMatch(/从 09月28日 10:00 起停着钟，等报事人补充：灯杆编号是多少/u);
    expect(await 张三.says('进度')).toContain('等您补充');
  });

  test('tells what was asked for and who decides it by when', async () => {
    const { 张三, 路灯所, 派遣员, number } = await signedCase();
    await 路灯所.says(`延期 ${number} 1个工作日 缺配件`);
    if (!派遣员.hears().includes('请审批')) await 路灯所.says('确认');
    expect(await 张三.says('进度')).toMatch(/路灯管理所申请延期，等批复，最迟 09月28日/u);
  });

  test.each([['为什么要到那天'], ['怎么算的'], ['时限怎么算的？']])(
    '%s explains the time limit',
    async (text) => {
      const { 张三, number } = await signedCase();
      expect(await 张三.says(text)).toMatch(
        new RegExp(`${number}[\\s\\S]*从 09月28日 10:00 起 2 个工作日，到 09月30日 17:30`, 'u'),
      );
    },
  );

  test('a button of the progress explains it as well', async () => {
    const { 张三 } = await filedCase();
    const heard = await 张三.says('进度');
    expect(heard).toContain('4 时限怎么算的');
    expect(await 张三.says('4')).toContain('从 09月28日 10:00 起 1 小时');
  });

  test('how the promised end comes about is told to whoever reported it, and to nobody else', async () => {
    const { 张三, 网格员, number } = await filedCase();
    const told =
      /最迟办好 10月08日 14:30：是每一步都用满时限算的（核实 1 小时、确定承办单位 2 个工作小时、签收 1 个工作小时、办好 2 个工作日、核查 4 个工作小时）/u;
    expect(await 张三.says('时限怎么算的')).toMatch(told);
    expect(await 网格员.says(`时限 ${number}`)).not.toMatch(told);
  });

  test('its buttons are over once something else was said', async () => {
    const { 张三, stateNow } = await filedCase();
    await 张三.says('进度');
    await 张三.says('谢谢');
    await 张三.says('1');
    expect((await stateNow()).urges).toBeUndefined();
  });
});

describe('a refusal', () => {
  const ALL: readonly Refusal[] = [
    { code: 'notYours', stage: 'x' },
    { code: 'handedOver', to: ['王'], owner: 'unit@U03' },
    { code: 'photoNeeded' },
    { code: 'cannotMerge', because: 'itself' },
    { code: 'cannotMerge', because: 'later' },
    { code: 'cannotMerge', because: 'ended' },
    { code: 'mergedInto', into: '202609280000001' },
    { code: 'publicMatter' },
    { code: 'appealedBefore' },
    { code: 'appealTooLate', until: at('2026-10-10 17:30') },
    { code: 'urgedAlready', again: at('2026-09-29 10:00') },
    { code: 'aboutUnit', unit: 'U03' },
    { code: 'hasTask', unit: 'U03' },
    { code: 'noTask' },
    { code: 'returnedBefore' },
    { code: 'notInUnit' },
    { code: 'assistsOpen', units: ['U01'] },
    { code: 'materialOwed', names: ['户口簿'] },
    { code: 'unknownMaterial', material: 'x' },
    { code: 'materialNeeded', name: '身份证' },
    { code: 'promiseNeeded' },
    { code: 'pastLimit' },
    { code: 'noMoreExtensions', most: 2 },
    { code: 'tooLong', most: '2wd' },
    { code: 'requestPending' },
    { code: 'noRequest' },
    { code: 'askedEnough', most: 3 },
    { code: 'noExperts' },
  ];
  const know = townKnowledge();

  test.each(ALL)('$code is a plain sentence of its own', (refusal) => {
    const said = explainRefusal(refusal, know);
    expect(said).toMatch(/^[^a-zA-Z]+[。]$/u);
    expect(said).not.toContain('undefined');
  });

  test('names units, days and durations as people do', () => {
    expect(explainRefusal({ code: 'aboutUnit', unit: 'U03' }, know)).toContain('路灯管理所');
    expect(explainRefusal({ code: 'tooLong', most: '2wd' }, know)).toContain('2 个工作日');
    expect(explainRefusal({ code: 'appealTooLate', until: at('2026-10-10 17:30') }, know)).toContain(
      '10月10日',
    );
  });
});
