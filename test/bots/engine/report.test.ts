import { playOn } from './support/playOn.ts';

const inTheWest = [121.4712, 31.2304] as const;

describe('a resident who reports something', () => {
  test('is shown a summary as soon as nothing is missing, and gets a number for 确认', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const summary = await 张三.says('建设路12号门口的路灯坏了两天了');
    expect(summary).toContain('事项：路灯异常');
    expect(summary).toContain('地点：建设路12号');
    expect(summary).toContain('说明：建设路12号门口的路灯坏了两天了');
    expect(summary).toContain('1 确认\n2 修改\n3 取消');
    expect(await play.cases()).toHaveLength(0);
    const answer = await 张三.says('确认');
    const [opened] = await play.cases();
    expect(/受理编号[:：]\s*(?<case>\S+)/u.exec(answer)?.groups?.case).toBe(opened?.number);
    expect(answer).toContain('下一步：西网格的网格员核实，最迟 09月28日 11:00');
    expect(answer).toContain('最迟办好：');
    expect(opened).toMatchObject({ service: '01037', stage: 'verifying', reporter: 'web:r-1' });
  });

  test.each([['1'], ['１'], ['①'], ['确认。'], ['「确认」'], ['确认吧']])('files with %s', async (word) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says(word);
    expect(await play.cases()).toHaveLength(1);
  });

  test.each([
    ['不确认'],
    ['先别确认'],
    ['确认？'],
    ['确认不了'],
    ['还没确认'],
    ['不是'],
    ['不对'],
    ['确认一下地址'],
    ['11'],
    ['0'],
  ])('files nothing with %s, and does not take it for description', async (word) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says(word)).not.toBe('');
    expect(await play.cases()).toHaveLength(0);
    expect((await 张三.session()).form?.text).toBe('路灯坏了，建设路12号');
  });

  test('is asked for the place by the name of the service, and may tap it', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.says('路灯坏了两天了')).toContain('这是「路灯异常」。请告诉我在哪里');
    const summary = await 张三.taps(...inTheWest);
    expect(summary).toContain('位置收到了：一社区西网格');
    await 张三.says('确认');
    const [opened] = await play.cases();
    expect(opened?.place).toEqual({ lng: 121.4712, lat: 31.2304, name: '一社区西网格' });
  });

  test('keeps the name given with a place, or the one place nearby that the words name', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了');
    expect(await 张三.taps(...inTheWest, ' 老槐树\n下 ')).toContain('地点：老槐树 下');
    const 李四 = play.person('web:r-2');
    await 李四.says('建设路12号门口路灯坏了');
    expect(await 李四.taps(...inTheWest)).toContain('地点：建设路12号');
  });

  test('is offered three services at most and 都不是 when the words are not clear', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const offer = await 张三.says('垃圾桶，建设路12号');
    expect(offer).toContain('您说的是下面哪一种？');
    expect(offer).toContain('都不是');
    expect(await play.cases()).toHaveLength(0);
    expect(await 张三.says('9')).toMatch(/没有第 9 项，请回复 1–\d。/u);
    expect(await 张三.says('1')).toContain('请您核对');
  });

  test('is asked for other words after 都不是, and offered 人工 after two misses', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('垃圾桶，建设路12号');
    expect(await 张三.says('都不是')).toContain('请换个说法');
    const missed = await 张三.says('哈哈哈哈');
    expect(missed).toContain('1 人工\n2 取消');
    expect(await 张三.says('1')).toContain('021-12345');
    expect(await 张三.says('路灯不亮')).toContain('事项：路灯异常');
  });

  test('is told in words when nothing is understood, and nothing short of a matter gets into the description', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.says('哈哈哈')).toContain('没听明白是什么事');
    expect(await 张三.says('不知道')).toContain('没听明白');
    expect(await 张三.says('建设路12号路灯坏了')).toContain('说明：建设路12号路灯坏了\n');
  });

  test('adds to the description at the summary, and changes the place by naming another', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('灯罩也要掉下来了')).toContain('说明：路灯坏了，建设路12号\n灯罩也要掉下来了');
    const moved = await 张三.says('不对，在建设路14号');
    expect(moved).toContain('地点：建设路14号');
    expect(moved).not.toContain('不对，在建设路14号');
    expect(await 张三.says('不是，是路面有坑')).toContain('事项：道路破损');
  });

  test('changes 事项 地点 说明 one by one', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('路灯坏了，建设路12号');
    expect(await 张三.says('修改')).toContain('1 事项\n2 地点\n3 说明\n4 返回');
    await 张三.says('事项');
    expect(await 张三.says('路面有坑')).toContain('事项：道路破损');
    await 张三.says('修改');
    await 张三.says('2');
    expect(await 张三.says('月球背面')).toContain('没找到月球背面');
    expect(await 张三.says('和平路3号')).toContain('地点：和平路3号');
    await 张三.says('修改');
    await 张三.says('说明');
    expect(await 张三.says('路面塌了一块')).toContain('说明：路面塌了一块\n');
    await 张三.says('修改');
    expect(await 张三.says('返回')).toContain('请您核对');
  });

  test('sends photos before, between and after, nine at most', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.sends('p0')).toContain('照片收到了，共 1 张');
    await 张三.says('路灯坏了，建设路12号');
    for (let n = 1; n < 9; n++) await 张三.sends(`p${n}`);
    expect(await 张三.sends('p9')).toContain('照片最多 9 张');
    await 张三.says('确认');
    expect((await play.cases())[0]?.photos).toHaveLength(9);
  });

  test.each([
    ['missing', '没传上来'],
    ['tooLarge', '太大了'],
    ['notAPhoto', '不是照片'],
  ] as const)('is told of a photo that is %s', async (verdict, words) => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.sends('bad', verdict)).toContain(words);
    await 张三.says('路灯坏了，建设路12号');
    const answer = await 张三.sends('worse', verdict);
    expect(answer).toContain(words);
    expect(answer).toContain('照片：没有');
  });

  test('is asked for a photo only where the service needs one', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.says('井盖没了，建设路12号')).toContain('需要照片');
    expect(await 张三.sends('p')).toContain('请您核对');
  });

  test('is asked for a phone only where the service needs one, and it stays out of the description', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    expect(await 张三.says('跟邻居吵起来了，建设路12号')).toContain('请留一个手机号');
    expect(await 张三.says('123456')).toContain('这不像电话号码');
    const summary = await 张三.says('我的电话是13812345678');
    expect(summary).toContain('电话：13812345678');
    expect(summary).toContain('说明：跟邻居吵起来了，建设路12号\n');
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(1);
  });

  test('files two cases one after the other; news of the first does not disturb the form of the second', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    const 网格员 = play.person('web:S1');
    await 张三.says('路灯坏了，建设路12号');
    await 张三.says('确认');
    await 张三.says('垃圾没人收');
    await 网格员.says('属实');
    expect(张三.hears()).toContain('已经受理');
    expect(await 张三.says('和平路3号')).toContain('事项：暴露垃圾');
    await 张三.says('确认');
    expect((await play.cases()).map(({ service }) => service)).toEqual(['01037', '06010']);
  });

  test('is told who handles it at once where the service needs no verifying', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.says('跟邻居吵起来了，建设路12号，电话13812345678');
    const answer = await 张三.says('确认');
    expect(answer).toContain('受理编号：');
  });
});
