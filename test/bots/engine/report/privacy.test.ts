import { ownerName } from '../../../../bots/engine/cases/describeCase.ts';
import { describeHistory, historyText } from '../../../../bots/engine/cases/describeHistory.ts';
import { mayLook } from '../../../../shared/domain/case/maySee.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { at } from '../../../support/lifeOf.ts';
import { playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

const REPORTER = 'web:r-1';
const PHONE = '13812345678';

const begun = async (text: string) => {
  const play = playOn();
  const 张三 = play.person(REPORTER);
  return { play, 张三, heard: await 张三.says(text), form: async () => (await 张三.session()).form };
};

describe('匿名 and 保密', () => {
  test('said with the report stand in the summary, and in the case', async () => {
    const { play, 张三, heard } = await begun('匿名举报建设路12号路灯坏了');
    expect(heard).toContain('匿名：经办人看不到您是谁');
    await 张三.says('确认');
    expect((await play.cases())[0]).toMatchObject({
      privacy: 'anonymous',
      text: '匿名举报建设路12号路灯坏了',
    });
  });

  test.each([['别说是我说的'], ['请保密'], ['不要告诉他们是我']])(
    '%s at the summary is no part of the description',
    async (text) => {
      const { play, 张三 } = await begun('路灯坏了，建设路12号');
      expect(await 张三.says(text)).toMatch(/说明：路灯坏了，建设路12号\n[\s\S]*保密：经办人看不到您是谁/u);
      await 张三.says('确认');
      expect((await play.cases())[0]?.privacy).toBe('confidential');
    },
  );

  test.each([['不用匿名'], ['不匿名了'], ['实名就行']])('%s takes it back', async (text) => {
    const { play, 张三 } = await begun('匿名举报建设路12号路灯坏了');
    expect(await 张三.says(text)).not.toContain('经办人看不到您是谁');
    await 张三.says('确认');
    expect((await play.cases())[0]?.privacy).toBeUndefined();
  });

  test('said before anything else begins a report', async () => {
    const { 张三, heard } = await begun('我要匿名举报');
    expect(heard).toMatch(/匿名：经办人看不到您是谁[\s\S]*请说说是什么事/u);
    expect(await 张三.says('路灯坏了，建设路12号')).toContain('匿名：');
  });

  test('no telephone is asked for, and one that was given is not kept', async () => {
    const asked = await begun('跟邻居吵起来了，建设路12号');
    expect(asked.heard).toContain('手机号');
    const { play, 张三, heard } = await begun(`匿名，跟邻居吵起来了，建设路12号，电话${PHONE}`);
    expect(heard).not.toContain('请留一个手机号');
    expect(heard).not.toContain(`电话：${PHONE}`);
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(1);
    const [opened] = await historyOf(play);
    expect(JSON.stringify(opened?.events)).not.toContain('"phone"');
  });
});

describe('举报 of a unit', () => {
  const ACCUSES = '匿名投诉路灯管理所不作为，建设路12号路灯坏了';

  test('is said in the summary, and may be taken back', async () => {
    const { 张三, heard, form } = await begun(ACCUSES);
    expect(heard).toContain('您反映的是路灯管理所，这件事不会交给它，它也看不到');
    expect(await 张三.says('不是投诉他们')).not.toContain('您反映的是');
    expect((await form())?.accused).toBeUndefined();
  });

  test.each([['路灯管理所来修过了还是不亮，建设路12号'], ['建设路12号路灯坏了，路灯管理所一直没来']])(
    '%s is none',
    async (text) => {
      const { heard } = await begun(text);
      expect(heard).not.toContain('您反映的是');
    },
  );

  test('of one short name that several have it is asked which', async () => {
    const { city } = townKnowledge();
    const unit = (code: string, name: string) => ({ code, name, phone: '', channel: 'web' });
    const know = knowCity({
      ...city,
      units: [...city.units, unit('U21', '甲街道城管中队'), unit('U22', '乙街道城管中队')],
    });
    const play = playOn(know);
    const 张三 = play.person(REPORTER);
    expect(await 张三.says('投诉城管中队乱罚款，建设路12号垃圾没人收')).toMatch(
      /反映的是下面哪个单位[\s\S]*1 甲街道城管中队\n2 乙街道城管中队\n3 都不是/u,
    );
    expect(await 张三.says('2')).toContain('您反映的是乙街道城管中队');
    await 张三.says('确认');
    expect((await play.cases())[0]?.about).toBe('U22');
  });

  test('nothing of it, nor who said it, reaches anybody of that unit', async () => {
    const { play, 张三 } = await begun(`${ACCUSES}，我电话${PHONE}`);
    await 张三.says('确认');
    const 网格员 = play.person('web:S1');
    const 派遣员 = play.person('web:D1');
    const number = (await play.cases())[0]?.number ?? '';
    await 张三.says('催一下');
    await 网格员.says(`属实 ${number}`);
    expect((await play.cases())[0]).toMatchObject({ stage: 'dispatching', about: 'U03' });
    expect(await 派遣员.says(`路灯管理所 ${number}`)).toContain('不能交给它办');
    await 派遣员.says(`环卫所 ${number}`);
    await 张三.says(`补充 ${number} 灯杆也歪了`);
    const accused = ['web:H3', 'web:L3'].map((who) => play.person(who));
    for (const one of accused) {
      const heard = [
        one.hears(),
        await one.says(number),
        await one.says(`进度 ${number}`),
        await one.says('待办'),
        await one.says(`签收 ${number}`),
        await one.says(`补充 ${number} 试试`),
      ].join('\n');
      for (const secret of [REPORTER, 'r-1', PHONE, '建设路12号', '不作为', '灯杆也歪了'])
        expect(heard).not.toContain(secret);
      expect(mayLook(one.conversation, await stateOf(play), at('2026-09-28 11:00'), play.know)).toBe(false);
    }
  });

  test('who said it reaches nobody who works on it either', async () => {
    const { play, 张三 } = await begun(`${ACCUSES}，我电话${PHONE}`);
    await 张三.says('确认');
    const number = (await play.cases())[0]?.number ?? '';
    await play.person('web:S1').says(`属实 ${number}`);
    await play.person('web:D1').says(`环卫所 ${number}`);
    await play.person('web:H1').says(`签收 ${number}`);
    await 张三.says(`补充 ${number} 灯杆也歪了`);
    for (const who of ['web:S1', 'web:D1', 'web:H1', 'web:L1']) {
      const person = play.person(who);
      const heard = `${JSON.stringify(person.replies())}${await person.says(number)}${await person.says(`进度 ${number}`)}`;
      for (const secret of [REPORTER, PHONE]) expect(heard).not.toContain(secret);
    }
    const history = await historyOf(play);
    const state = await stateOf(play);
    expect(ownerName(`resident@${state.reporter}`, play.know)).toBe('报事人');
    for (const reader of ['resident', 'staff', 'public', 'record'] as const) {
      const told = `${JSON.stringify(describeHistory(history, play.know, reader))}${historyText(history, play.know, { reader })}`;
      for (const secret of [REPORTER, PHONE]) expect(told).not.toContain(secret);
    }
  });
});

type Play = ReturnType<typeof playOn>;

const stateOf = async (play: Play) => {
  const [state] = await play.cases();
  if (!state) throw new Error('There is no case');
  return state;
};

const historyOf = async (play: Play) => play.history((await stateOf(play)).number);
