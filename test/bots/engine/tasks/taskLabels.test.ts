import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { DAY, HOUR, playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

/** Lids are urgent here, lamps are not. */
const town = async () => {
  const { city } = townKnowledge();
  const services = city.services.map((service) =>
    service.code === '01023'
      ? { ...service, needs: [], conditions: service.conditions.map((one) => ({ ...one, urgent: true })) }
      : service,
  );
  const play = playOn(knowCity({ ...city, services }), '2026-09-28 21:30');
  const 张三 = play.person('web:r-1');
  for (const words of ['路灯坏了，建设路12号', '井盖坏了，建设路14号']) {
    await 张三.says(words);
    await 张三.says('确认');
    await play.wait(2 * HOUR);
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  return { play, 张三, 网格员: play.person('web:S1'), numbers };
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => /^\d /u.test(line));

test('each task of the list says whether it is urgent and by when it is due; what is late says so', async () => {
  const { 网格员, numbers } = await town();
  const [lamp, lid] = numbers;
  expect(linesOf(await 网格员.says('待办'))).toEqual([
    `1 ${lamp} 建设路12号 路灯异常；已超时`,
    `2 ${lid} 【紧急】建设路14号 井盖异常；已超时`,
  ]);
});

test('the day is said as people say it', async () => {
  const play = playOn(townKnowledge(), '2026-09-28 17:00');
  const 路灯所 = play.person('web:H3');
  for (const words of ['路灯坏了，建设路12号', '路灯坏了，建设路14号']) {
    await play.person('web:r-1').says(words);
    await play.person('web:r-1').says('确认');
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  for (const number of numbers) await play.person('web:S1').says(`属实 ${number}`);
  const dues = async () => linesOf(await 路灯所.says('待办')).map((line) => line.split('；')[1]);
  expect(await dues()).toEqual(['明天09:30前', '明天09:30前']);
  for (const number of numbers) await 路灯所.says(`签收 ${number}`);
  expect(await dues()).toEqual(['09月30日17:30前', '09月30日17:30前']);
});

test('a label pressed another day, when it reads otherwise, is still that case', async () => {
  const { play, 网格员, numbers } = await town();
  const list = linesOf(await 网格员.says('待办'));
  await play.wait(DAY / 2);
  expect(await 网格员.presses('', list[1]?.slice(2) ?? '')).toMatch(new RegExp(`编号：${numbers[1]}`, 'u'));
  await 网格员.says('待办');
  expect(await 网格员.presses('', `${numbers[0]} 建设路12号 路灯异常；明天09:00前`)).toMatch(
    new RegExp(`编号：${numbers[0]}`, 'u'),
  );
});

test('words behind a number are no label, whatever they end with', async () => {
  const { play, 网格员, numbers } = await town();
  await 网格员.says('待办');
  const labels = (text: string) => linesOf(text).map((line) => line.slice(2));
  const [shown = ''] = labels(await 网格员.says('属实'));
  for (const more of ['；不属实', '；明天再说', ' 不属实', '；不是今天17:00前'])
    expect(await 网格员.says(`${shown.split('；')[0]}${more}`)).not.toContain('已核实');
  await 网格员.says('取消');
  await 网格员.says(`${numbers[0]} 不属实`);
  await 网格员.says(`${numbers[0]} 【紧急】不属实；已超时`);
  expect((await play.cases()).map(({ stage }) => stage)).toEqual(['verifying', 'verifying']);
});

test('who reported it sees neither', async () => {
  const { 张三 } = await town();
  for (const line of linesOf(await 张三.says('进度'))) expect(line).not.toMatch(/紧急|前$|超时/u);
});
