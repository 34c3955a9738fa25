import { playOn } from './support/playOn.ts';

describe('an emergency', () => {
  test.each([
    ['着火了', '119'],
    ['有人晕倒', '120'],
    ['楼下打架', '110'],
    ['有人抢劫', '110'],
    ['家里煤气泄漏', '119'],
    ['有人落水', '119'],
    ['有人触电', '120'],
  ])('%s is answered first of all with %s', async (text, number) => {
    const 张三 = playOn().person('web:r-1');
    const [first] = (await 张三.says(text)).split('\n');
    expect(first).toContain(number);
  });

  test('does not stop the report', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const answer = await 张三.says('建设路12号路灯漏电，路灯坏了，有人触电');
    expect(answer).toMatch(/^有人触电[\s\S]*120[\s\S]*请您核对[\s\S]*事项：路灯异常/u);
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(1);
  });

  test('is kept in the form, and what else is to be done is asked for', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('着火了')).toMatch(/119[\s\S]*您说的先记下了/u);
    expect((await 张三.session()).form?.text).toBe('着火了');
    expect(await 张三.says('路灯坏了，建设路12号')).toContain('说明：着火了\n路灯坏了，建设路12号');
  });

  test('of somebody who does not want to live is answered kindly, without asking for a matter', async () => {
    const 张三 = playOn().person('web:r-1');
    const answer = await 张三.says('我不想活了');
    expect(answer).toMatch(/12356[\s\S]*120 或 110[\s\S]*人工电话/u);
    expect(answer).not.toMatch(/什么事|不能代替报警/u);
    await 张三.says('路灯坏了，建设路12号');
    const { form } = await 张三.session();
    expect(await 张三.says('我想死')).not.toContain('请您核对');
    expect((await 张三.session()).form).toEqual(form);
  });

  test.each([['吵得我不想活了'], ['我没有不想活'], ['想死你们了']])('is not despair in %s', async (text) => {
    expect(await playOn().person('web:r-1').says(text)).not.toContain('12356');
  });

  test('is heard at any step, and nobody is told that they said it badly', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('着火了')).not.toContain('没听明白');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('有人受伤了')).toMatch(/^.*120/u);
  });

  test.each([
    ['没有着火'],
    ['去年着过火'],
    ['怕着火'],
    ['灭火器过期'],
    ['没有人晕倒'],
    ['没打架'],
    ['煤气没有泄漏'],
    ['路灯坏了'],
  ])('is not heard in %s', async (text) => {
    expect(await playOn().person('web:r-1').says(text)).not.toMatch(/11[09]|120/u);
  });

  test('is not told to staff, whose reports tell of what is over', async () => {
    expect(await playOn().person('web:S1').says('有人打架')).not.toContain('110');
  });
});
