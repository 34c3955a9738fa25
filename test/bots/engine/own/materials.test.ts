import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { DAY, playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

/** The town with an application that must bring three materials, of which two may be owed. */
const applied = async () => {
  const { city } = townKnowledge();
  const [lamp] = city.services;
  if (!lamp) throw new Error('The town has services');
  const aid = {
    ...lamp,
    code: 'Z2003',
    name: '临时救助',
    group: 'Z2',
    kind: 'application' as const,
    words: ['申请救助', '申请临时救助'],
    verify: false,
    check: false,
    materials: [
      { code: 'a', name: '申请人身份证' },
      { code: 'b', name: '户口簿', owe: '5wd' },
      { code: 'c', name: '家庭收入证明', owe: '10wd' },
    ],
  };
  const know = knowCity({
    ...city,
    services: [...city.services, aid],
    routes: [...city.routes, { service: 'Z2003', area: '990101', unit: 'U00', share: 'lead' }],
  });
  const play = playOn(know);
  const 张三 = play.person('web:r-1');
  const heard = await 张三.says('申请临时救助，建设路12号');
  const stateNow = async () => {
    const [state] = await play.cases();
    if (!state) throw new Error('There is no case');
    return state;
  };
  return { play, 张三, heard, stateNow, 办事员: play.person('web:H0') };
};

/** The same, filed with the register of the household owed. */
const owing = async () => {
  const scene = await applied();
  await scene.张三.says('缺户口簿');
  await scene.张三.says('就缺这些');
  await scene.张三.says('我承诺');
  await scene.张三.says('确认');
  return { ...scene, number: (await scene.stateNow()).number };
};

describe('容缺受理', () => {
  test('lists what is to be brought, and files at once when it is all there', async () => {
    const { 张三, heard, stateNow } = await applied();
    expect(heard).toMatch(
      /要带：\n· 申请人身份证\n· 户口簿（没有可以先办，5 个工作日内补交）[\s\S]*1 都带齐了\n2 缺一些/u,
    );
    expect(await 张三.says('都带齐了')).toContain('材料：都带齐了');
    await 张三.says('确认');
    expect((await stateNow()).owed).toBeUndefined();
  });

  test('what is missing is promised in so many words, and kept with the case', async () => {
    const { 张三, stateNow } = await applied();
    expect(await 张三.says('2')).toMatch(/缺哪一样[\s\S]*1 缺户口簿\n2 缺家庭收入证明/u);
    expect(await 张三.says('1')).toMatch(/先欠着：户口簿。还缺别的吗[\s\S]*2 就缺这些/u);
    expect(await 张三.says('2')).toMatch(/我承诺在登记之日起5 个工作日内补交户口簿，到期不交视为不予受理/u);
    expect(await 张三.says('我承诺')).toContain('材料：先欠户口簿（已承诺按时补交）');
    expect(await 张三.says('确认')).toMatch(/还欠：户口簿，请在 10月\d\d日 17:30 前补交/u);
    const { owed, promise } = await stateNow();
    expect(owed?.map(({ name }) => name)).toEqual(['户口簿']);
    expect(promise).toContain('我承诺');
  });

  test('several are told in one message', async () => {
    const { 张三 } = await applied();
    const heard = await 张三.says('户口本没带，收入证明也没有');
    expect(heard).toContain('5 个工作日内补交户口簿、10 个工作日内补交家庭收入证明');
  });

  test.each([['我不承诺'], ['不承诺'], ['不同意'], ['我没承诺'], ['我承诺不了'], ['好的'], ['可以']])(
    '%s promises nothing',
    async (text) => {
      const { play, 张三 } = await applied();
      await 张三.says('缺户口簿，收入证明也没有');
      expect(await 张三.says(text)).not.toContain('请您核对');
      await 张三.says('确认');
      expect(await play.cases()).toHaveLength(0);
    },
  );

  test('what must be there cannot be owed, and what is told as there is not missing', async () => {
    const { 张三 } = await applied();
    expect(await 张三.says('身份证没带')).toContain('「申请人身份证」要先带齐才能受理');
    expect(await 张三.says('户口簿带了')).toContain('都带齐了吗');
  });

  test('one step back asks for the materials again', async () => {
    const { 张三 } = await applied();
    await 张三.says('都带齐了');
    expect(await 张三.says('返回')).toContain('都带齐了吗');
  });

  test('it is supplied by its name and a photo, and the unit hears of it', async () => {
    const { 张三, 办事员, number, stateNow } = await owing();
    办事员.hears();
    expect(await 张三.says('进度')).toMatch(/还欠：户口簿[\s\S]*1 补交/u);
    expect(await 张三.says('时限怎么算的')).toMatch(
      /补交户口簿：从 09月28日 10:00 起 5 个工作日.*到 10月\d\d日 17:30/u,
    );
    expect(await 张三.says('补交 户口本')).toContain('请把「户口簿」拍照发来');
    expect(await 张三.sends('p1')).toMatch(
      new RegExp(`「户口簿」收到了，已经补到 ${number}[\\s\\S]*材料都齐了`, 'u'),
    );
    expect((await stateNow()).owed).toEqual([]);
    expect(办事员.hears()).toContain('补充了材料');
    expect(await 张三.says('补交')).not.toContain('请把');
  });

  test.each([
    ...[
      ['明天再交'],
      ['还没办好'],
      ['没有'],
      ['不交了'],
      ['我没交'],
      ['没送去'],
      ['忘了拿'],
      ['交不了'],
      ['没法发'],
    ],
    ...[
      ['交到哪里？'],
      ['怎么交'],
      ['什么时候交？'],
      ['可以微信发吗'],
      ['拿去复印了'],
      ['未交'],
      ['放假了交不了'],
    ],
  ])('%s hands in nothing', async (text) => {
    const { 张三, stateNow } = await owing();
    await 张三.says('补交');
    await 张三.says(text);
    expect((await stateNow()).owed).toHaveLength(1);
  });

  test.each(['原件交到窗口了', '昨天已经交到窗口了，没有问题', '给了居委会李姐', '拿到街道大厅去了'])(
    'words of where it was handed in are enough: %s',
    async (text) => {
      const { 张三, stateNow } = await owing();
      await 张三.says('补交');
      expect(await 张三.says(text)).toContain('收到了');
      expect((await stateNow()).owed).toEqual([]);
    },
  );

  test('is reminded of, and lapses: not accepted, and told so', async () => {
    const { play, 张三, stateNow } = await owing();
    张三.hears();
    await play.wait(20 * DAY);
    const heard = 张三.hears();
    expect(heard).toMatch(/还有材料要补交[\s\S]*还欠：户口簿/u);
    expect(heard).toMatch(/「户口簿」到期没有补交，按您的承诺[\s\S]*不予受理/u);
    expect((await stateNow()).stage).toBe('declined');
  });

  test('who owes nothing is told so', async () => {
    const { 张三 } = await applied();
    await 张三.says('都带齐了');
    await 张三.says('确认');
    expect(await 张三.says('补交 户口本')).toContain('没有欠着要补交的材料');
  });
});
