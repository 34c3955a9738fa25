import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { smallCity } from '../../../support/smallCity.ts';
import { DAY, playOn } from '../support/playOn.ts';

const town = (ledger = smallCity.ledger) => {
  const play = playOn(knowCity({ ...smallCity, ledger }));
  return {
    play,
    keeper: play.person('web:S1'),
    leader: play.person('web:L1'),
    resident: play.person('web:r-1'),
  };
};

test('days and who stands in are shown, and a yes files them: tasks go to the stand-in from then on', async () => {
  const { keeper, leader, resident } = town();
  expect(await keeper.says('今天到明天请假')).toContain('9月28日至9月29日，由姓名L1代理。确认？');
  expect(await keeper.says('好的')).toContain('已登记请假：9月28日至9月29日，由姓名L1代理');
  await resident.says('建设路12号路灯坏了');
  await resident.says('确认');
  expect(leader.hears()).toContain('请核实');
  expect(keeper.hears()).toBe('');
  // Who is away may still act.
  expect(await keeper.says('待办')).toContain('请核实');
  expect(await keeper.says('属实')).toContain('已核实属实');
});

test('missing days are asked for, until they are understood or it is given up', async () => {
  const { keeper } = town();
  expect(await keeper.says('请假')).toContain('请哪几天假');
  expect(await keeper.says('过几天吧')).toContain('没看懂是哪几天');
  expect(await keeper.says('9月31日')).toContain('没有「9月31日」这一天');
  expect(await keeper.says('昨天')).toContain('日期已经过去了');
  expect(await keeper.says('10月7日到10月1日')).toContain('结束日期在开始日期前面');
  expect(await keeper.says('10.1-10.7')).toContain('10月1日至10月7日');
  expect(await keeper.says('改日期')).toContain('请哪几天假');
  expect(await keeper.says('后天')).toContain('9月30日，由姓名L1代理');
  expect(await keeper.says('不请了')).toContain('好的，没有请假');
  expect(await keeper.says('销假')).toContain('没有登记请假');
});

test('a last day alone counts from today, from the first day that is shown, or back from so many days', async () => {
  const { keeper } = town();
  expect(await keeper.says('请假到周三')).toContain('您请假：9月28日至9月30日，由姓名L1代理。确认？');
  expect(await keeper.says('不请了')).toContain('好的，没有请假');
  await keeper.says('明天请假');
  expect(await keeper.says('到周五')).toContain('9月29日至10月2日');
  expect(await keeper.says('今天请假到明天')).toContain('9月28日至9月29日');
  await keeper.says('不请了');
  await keeper.says('请假3天');
  expect(await keeper.says('到周五')).toContain('9月30日至10月2日');
});

test('days shown before midnight and confirmed after it begin on the day of the yes, unless they are over', async () => {
  const { play, keeper } = town();
  await keeper.says('今天到明天请假');
  await play.wait(0.6 * DAY);
  expect(await keeper.says('确认')).toContain('已登记请假：9月29日，由姓名L1代理');
  await keeper.says('今天请假');
  await play.wait(DAY);
  expect(await keeper.says('确认')).toContain('日期已经过去了');
});

test('what is said of somebody else files nothing for who says it', async () => {
  const { leader, keeper } = town();
  for (const text of [
    '姓名S1请假到明天',
    '姓名S1，请假到明天',
    '姓名S1 今天请假到明天',
    '给姓名S1请假到明天',
  ])
    expect(await leader.says(text)).toMatch(/没有办请假.*别人请假，要本人来说，或请管理员登记/u);
  expect(await keeper.says('姓名L1，我请假到明天')).toContain('确认？');
  expect(await keeper.says('不请了')).toContain('没有请假');
  expect(await keeper.says('我是姓名S1，请假到明天')).toContain('确认？');
});

test('so many days want a first one', async () => {
  const { keeper } = town();
  expect(await keeper.says('请假3天')).toContain('3 天，从哪天开始');
  expect(await keeper.says('明天')).toContain('9月29日至10月1日');
  expect(await keeper.says('5天')).toContain('9月29日至10月3日');
});

test.each([
  '不请假',
  '今天不请假',
  '不请假到明天',
  '我没有请假',
  '没请假',
  '请假的人多',
  '请假条',
  '可以请假吗',
  '取消请假',
])('%s files nothing, and is told how to', async (text) => {
  const { keeper } = town();
  expect(await keeper.says(text)).toContain('没有办请假');
  expect(await keeper.says('确认')).not.toContain('已登记');
  expect(await keeper.says('销假')).toContain('没有登记请假');
});

test('a no, and words that decide nothing, file nothing', async () => {
  const { keeper } = town();
  await keeper.says('明天请假');
  expect(await keeper.says('不确认')).not.toContain('已登记');
  expect(await keeper.says('好，但是日期不对')).not.toContain('已登记');
  expect(await keeper.says('取消')).toContain('没有请假');
});

test('a resident who speaks of leave asks for none', async () => {
  const { resident } = town();
  for (const text of ['请假', '我明天请假', '销假'])
    expect(await resident.says(text)).not.toMatch(/代理|销假/u);
});

test('whoever has nobody to stand in is told so, and what to do', async () => {
  const { leader } = town();
  const said = await leader.says('明天请假');
  expect(said).toContain('姓名L1的岗位找不到代理人');
  expect(said).toContain('请管理员先补上代理人');
});

test('back earlier: 销假 ends it at once, in any words for it and not in their denials', async () => {
  const { keeper, leader, resident } = town();
  await keeper.says('今天起请假');
  expect(await keeper.says('确认')).toContain('9月28日起，到销假为止');
  expect(await keeper.says('不销假')).toContain('没有办请假');
  expect(await keeper.says('我回来上班了')).toContain('已销假（9月28日起，到销假为止）');
  await resident.says('建设路12号路灯坏了');
  await resident.says('确认');
  expect(keeper.hears()).toContain('请核实');
  expect(leader.hears()).toBe('');
});

test('a question about leave that was left lying is put away', async () => {
  const { play, keeper } = town();
  await keeper.says('明天请假');
  await play.wait(2 * DAY);
  expect(await keeper.says('确认')).not.toContain('已登记');
});
