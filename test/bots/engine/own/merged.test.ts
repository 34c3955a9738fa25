import { filedCase, handleAgain } from '../support/ownCase.ts';

/** Two residents report the same lamp; the later report is merged into the earlier one. */
const merged = async () => {
  const scene = await filedCase();
  await scene.play.wait(60_000);
  await scene.李四.says('路灯不亮，建设路12号');
  await scene.李四.says('确认');
  const own = (await scene.play.cases())[1]?.number ?? '';
  await scene.网格员.says(`并案 ${own} ${scene.number}`);
  if ((await scene.stateNow(own)).stage !== 'merged') await scene.网格员.says(scene.number);
  if ((await scene.stateNow(own)).stage !== 'merged') await scene.网格员.says('确认');
  return { ...scene, own };
};

describe('a merged report', () => {
  test('tells its resident where it goes on, and its number shows how that stands', async () => {
    const { 李四, number, own, stateNow } = await merged();
    expect((await stateNow(own)).into).toBe(number);
    expect(李四.hears()).toContain(`和 ${number} 是同一件事，已经并在一起办`);
    const heard = await 李四.says(own);
    expect(heard).toMatch(
      new RegExp(`受理编号：${own}[\\s\\S]*和 ${number} 是同一件事[\\s\\S]*现在：待核实`, 'u'),
    );
    expect(heard).toContain('催一催');
  });

  test('is urged, added to and taken back by its own number, for its resident alone', async () => {
    const { 李四, number, own, stateNow } = await merged();
    expect(await 李四.says(`催办 ${own}`)).toContain('已经替您催了');
    expect((await stateNow()).urges?.count).toBe(1);
    expect(await 李四.says(`补充 ${own} 灯罩也碎了`)).toContain(`已经补充到 ${number}`);
    expect((await stateNow()).text).toContain('灯罩也碎了');
    await 李四.says('好了');
    expect(await 李四.says(`撤销 ${own}`)).toContain('要撤销');
    expect(await 李四.says('确认')).toContain('别人也报了');
    expect((await stateNow()).stage).toBe('verifying');
  });

  test('each of its residents rates it; it is filed when all have', async () => {
    const scene = await merged();
    const { 张三, 李四, 网格员, 路灯所, number, own, stateNow } = scene;
    await 网格员.says(`属实 ${number}`);
    await 路灯所.says(`签收 ${number}`);
    await handleAgain(scene);
    expect(李四.hears()).toMatch(new RegExp(`办好了[\\s\\S]*您的 ${own} 并在这里[\\s\\S]*A 非常满意`, 'u'));
    expect(await 张三.says('A 修得很快')).toContain('评齐了归档');
    expect((await stateNow()).stage).toBe('rating');
    expect(await 李四.says('满意')).toContain('没有意见');
    expect(await 李四.says('没有意见')).toContain('已经归档');
    expect((await stateNow()).stage).toBe('closed');
    expect((await stateNow()).voices).toHaveLength(2);
  });

  test('who wants to rate it by word alone finds it', async () => {
    const scene = await merged();
    const { 李四, 网格员, 路灯所, number } = scene;
    await 网格员.says(`属实 ${number}`);
    await 路灯所.says(`签收 ${number}`);
    await handleAgain(scene);
    expect(await 李四.says('评价')).toContain('等您评价');
  });
});

test('whoever’s case was merged reads nothing that the other one wrote or said', async () => {
  const { 张三, 李四, 网格员, 领导, 路灯所, 派遣员, play, number } = await filedCase();
  await 网格员.says(`不属实 ${number} 现场没有发现`);
  await 网格员.says('确认');
  await 张三.says('申诉 我是3号楼502的，天天晚上走这里');
  await 领导.says(`受理 ${number}`);
  await 李四.says('路灯坏了，建设路12号');
  await 李四.says('确认');
  await 网格员.says(`并案 ${(await play.cases()).at(-1)?.number}`);
  await 网格员.says(number);
  await 路灯所.says(`签收 ${number}`);
  await handleAgain({ 路灯所, 网格员, number });
  await 张三.says('D 我家502还是黑');
  await 派遣员.says('还要返工 她说502门口还是黑');
  const own = await 张三.says(`进度 ${number}`);
  expect(own).toMatch(/报事人申诉：我是3号楼502的[\s\S]*报事人要求再办：她说502/u);
  const heard = await 李四.says(`进度 ${number}`);
  expect(heard).toContain('路灯管理所报告办结：换了灯泡');
  expect(heard).toContain('报事人要求再办，核查不合格，返工');
  expect(heard).not.toMatch(/502|申诉|评价：/u);
});
