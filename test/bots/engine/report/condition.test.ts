import { playOn } from '../support/playOn.ts';
import { urgentTown } from '../support/urgentTown.ts';

const QUESTION = /井盖现在是哪种情况？\n1 松动、异响\n2 缺失、塌陷/u;

const begun = async (text: string) => {
  const play = playOn(urgentTown());
  const 张三 = play.person('web:r-1');
  return { play, 张三, answer: await 张三.says(text), filed: async () => (await play.cases())[0] };
};

describe('the condition of a report', () => {
  test('is asked once where one is urgent and the words do not decide', async () => {
    const { 张三, answer, filed } = await begun('建设路12号井盖坏了');
    expect(answer).toMatch(QUESTION);
    expect(await 张三.says('2')).toContain('情形：缺失、塌陷（紧急）');
    const accepted = await 张三.says('确认');
    expect(accepted).toContain('情形：缺失、塌陷（紧急）');
    expect(accepted).toContain('最迟 09月28日 10:30');
    expect(await filed()).toMatchObject({ condition: 'b', urgent: true });
  });

  test('is not asked where the words tell it, and is shown', async () => {
    const urgent = await begun('建设路12号井盖不见了');
    expect(urgent.answer).toContain('情形：缺失、塌陷（紧急）');
    const loose = await begun('建设路12号井盖坏了，一压就响');
    expect(loose.answer).toContain('情形：松动、异响\n');
    await loose.张三.says('确认');
    expect(await loose.filed()).toMatchObject({ condition: 'a', urgent: false });
  });

  test.each([
    ['丢了', 'b'],
    ['塌下去了', 'b'],
    ['缺失', 'b'],
    ['第二个', 'b'],
    ['松了', 'a'],
    ['没有丢，是松了', 'a'],
    ['说不清', 'a'],
    ['不知道', 'a'],
    ['没丢', 'a'],
    ['没有塌', 'a'],
    ['不清楚', 'a'],
    ['反正坏了', 'a'],
  ])('answered by %s is %s', async (text, code) => {
    const { 张三, filed } = await begun('建设路12号井盖坏了');
    expect(await 张三.says(text)).toContain('请您核对');
    await 张三.says('确认');
    expect((await filed())?.condition).toBe(code);
  });

  test.each([['好的'], ['确认'], ['不是第二个']])('is not answered by %s', async (text) => {
    const { play, 张三 } = await begun('建设路12号井盖坏了');
    expect(await 张三.says(text)).toMatch(QUESTION);
    expect(await play.cases()).toHaveLength(0);
  });

  test('is said aloud when it was only taken for want of a better', async () => {
    const { 张三 } = await begun('建设路12号井盖坏了');
    expect(await 张三.says('说不清')).toContain('先按「松动、异响」登记');
  });

  test('is never asked for where none is urgent, or one is the usual case', async () => {
    const full = await begun('建设路12号垃圾桶满了');
    expect(full.answer).toMatch(/请您核对[\s\S]*情形：/u);
    const rubbish = await begun('建设路12号垃圾没人收');
    expect(rubbish.answer).toContain('情形：少量\n');
    const lamp = await begun('建设路12号路灯坏了');
    expect(lamp.answer).not.toContain('情形');
  });

  test('can be changed, by 修改 or by saying that it is wrong', async () => {
    const { 张三, filed } = await begun('建设路12号井盖不见了');
    expect(await 张三.says('修改')).toContain('1 事项\n2 情形\n3 地点\n4 说明\n5 返回');
    expect(await 张三.says('情形')).toMatch(QUESTION);
    expect(await 张三.says('松动、异响')).toContain('情形：松动、异响\n');
    expect(await 张三.says('情形不对')).toMatch(QUESTION);
    expect(await 张三.says('返回')).toContain('要改哪一项');
    await 张三.says('返回');
    await 张三.says('确认');
    expect(await filed()).toMatchObject({ condition: 'a', urgent: false });
  });

  test('follows what is said at the summary: more at once, less only when something is taken back', async () => {
    const { 张三 } = await begun('建设路12号井盖坏了，一压就响');
    expect(await 张三.says('刚才塌了')).toContain('情形：缺失、塌陷（紧急）');
    expect(await 张三.says('晚上咣咣响')).toContain('情形：缺失、塌陷（紧急）');
    expect(await 张三.says('不是塌了，是松了')).toContain('情形：松动、异响\n');
  });

  test('is asked for anew under another service, and taken back by 返回', async () => {
    const { 张三 } = await begun('建设路12号井盖坏了');
    await 张三.says('2');
    expect(await 张三.says('返回')).toMatch(QUESTION);
    await 张三.says('2');
    await 张三.says('事情不对');
    expect(await 张三.says('垃圾没人收')).not.toContain('紧急');
  });

  test('an urgent one makes the card of the supervisor urgent', async () => {
    const { play, 张三 } = await begun('建设路12号井盖不见了');
    await 张三.says('确认');
    expect(play.person('web:S1').hears()).toContain('【紧急】');
    const loose = await begun('建设路12号井盖松了');
    await loose.张三.says('确认');
    expect(loose.play.person('web:S1').hears()).not.toContain('紧急');
  });
});
