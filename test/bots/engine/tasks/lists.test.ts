import { answerTurn } from '../../../../bots/engine/answerTurn.ts';
import type { Answer } from '../../../../bots/engine/Dialog.ts';
import { renderPlain } from '../../../../bots/engine/renderPlain.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { smallCity } from '../../../support/smallCity.ts';
import { HOUR, playOn } from '../support/playOn.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

/** Lamps reported one after the other, each at its own door, a quarter of an hour apart. */
const reported = async (...places: readonly string[]) => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  for (const place of places) {
    await 张三.says(`路灯坏了，${place}`);
    await 张三.says('确认');
    await play.wait(HOUR / 4);
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  const stageOf = async (number = '') => (await play.cases()).find((one) => one.number === number)?.stage;
  return { play, 张三, 网格员: play.person('web:S1'), 路灯所: play.person('web:H3'), numbers, stageOf };
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => /^\d /u.test(line));

describe('a list of tasks', () => {
  test('has the same order and lines wherever it is shown, and when it is asked again', async () => {
    const { 网格员, numbers } = await reported('建设路12号', '建设路14号', '建设路12号');
    const [first = '', second = '', third = ''] = numbers;
    // The card of the oldest is the newest on the screen.
    await 网格员.says(`进度 ${first}`);
    await 网格员.presses('nonsense', '属实');
    const expected = [
      `1 ${first} 建设路12号 路灯异常；今天11:00前`,
      `2 ${second} 建设路14号 路灯异常；今天11:15前`,
      `3 ${third} 建设路12号 路灯异常；今天11:30前`,
    ];
    expect(linesOf(await 网格员.says('待办'))).toEqual(expected);
    expect(linesOf(await 网格员.says('属实'))).toEqual(expected);
    // Asked again, in whatever way.
    for (const said of ['9', '', '帮助', '不确认'])
      expect(linesOf(await 网格员.says(said))).toEqual(expected);
    expect(linesOf(await 网格员.sendsVoice())).toEqual(expected);
  });

  test('asked again after words that wait says which cases they may be of, and the numbers stay', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    const [first = '', second = ''] = numbers;
    await 网格员.says('不属实 没有发现');
    const again = await 网格员.says('什么意思');
    expect(again).toContain('请选一件');
    expect(linesOf(again)).toEqual([
      `1 ${first} 建设路12号 路灯异常；今天11:00前`,
      `2 ${second} 建设路14号 路灯异常；今天11:15前`,
    ]);
    await 网格员.says('2');
    expect([await stageOf(first), await stageOf(second)]).toEqual(['verifying', 'declined']);
  });

  test('of a person who reports keeps its lines too', async () => {
    const { 张三, numbers } = await reported('建设路12号', '建设路14号');
    const lines = linesOf(await 张三.says('进度'));
    expect(lines).toEqual([`1 ${numbers[1]} 建设路14号 路灯异常`, `2 ${numbers[0]} 建设路12号 路灯异常`]);
    expect(linesOf(await 张三.says('9'))).toEqual(lines);
  });

  test('says when it shows only the first of them', async () => {
    const places = Array.from({ length: 9 }, () => '建设路12号');
    const { 网格员, numbers } = await reported(...places);
    const list = await 网格员.says('待办');
    expect(list).toContain('先列最早的 8 件；其他的直接回复编号');
    expect(linesOf(list)).toHaveLength(8);
    expect(await 网格员.says(numbers[8] ?? '')).toContain('1 属实');
  });
});

describe('the card that was opened', () => {
  test('from the list is what the next number acts on', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    await 网格员.says('待办');
    expect(await 网格员.says('2')).toMatch(new RegExp(`编号：${numbers[1]}[\\s\\S]*1 属实`, 'u'));
    expect(await 网格员.says('1')).toContain('已核实属实');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['verifying', 'assigned']);
  });

  test('by its number alone is what the next number or label acts on', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号', '建设路12号');
    expect(await 网格员.says(numbers[1] ?? '')).toContain('1 属实');
    await 网格员.says('属实');
    await 网格员.says(numbers[0] ?? '');
    await 网格员.says('2');
    await 网格员.says('没有发现');
    await 网格员.says('确认');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['declined', 'assigned']);
    expect(await stageOf(numbers[2])).toBe('verifying');
  });

  test('goes on with its next card: 签收, then 办结', async () => {
    const { 网格员, 路灯所, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    for (const number of numbers) await 网格员.says(`属实 ${number}`);
    await 路灯所.says(numbers[0] ?? '');
    expect(await 路灯所.says('1')).toContain('已签收');
    expect(await 路灯所.says('1')).toContain('请说说怎么处理的');
    await 路灯所.says('换了灯泡，没有照片');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['checking', 'assigned']);
  });

  test('is not meant any more once another card came by itself', async () => {
    const { play, 张三, 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    await 网格员.says(numbers[0] ?? '');
    await 张三.says('垃圾没人收，建设路12号');
    await 张三.says('确认');
    expect(await 网格员.says('1')).toContain('是指哪一件');
    for (const { number } of await play.cases()) expect(await stageOf(number)).toBe('verifying');
  });

  test('is not meant any more once it was dealt with, though the case comes back', async () => {
    const { 网格员, 路灯所, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    await 网格员.says(numbers[0] ?? '');
    await 网格员.says('1');
    await 路灯所.says('签收');
    await 路灯所.says('办结 换了灯泡，没有照片');
    expect(网格员.hears()).toContain('请核查');
    expect(await 网格员.says('1')).toContain('是指哪一件');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['checking', 'verifying']);
  });

  test('stays meant after words that show no other menu, and when it is reminded of', async () => {
    const { play, 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    await 网格员.says(numbers[0] ?? '');
    await 网格员.says('帮助');
    await play.wait(HOUR / 4);
    expect(网格员.hears()).toMatch(new RegExp(`提醒[\\s\\S]*${numbers[0]}`, 'u'));
    await 网格员.says('1');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['assigned', 'verifying']);
  });

  test('is not meant any more after another menu', async () => {
    const { 网格员, numbers, stageOf } = await reported('建设路12号', '建设路14号');
    await 网格员.says(numbers[1] ?? '');
    await 网格员.says('报事');
    await 网格员.says('垃圾没人收，和平路3号');
    await 网格员.says('1');
    expect(await 网格员.says('1')).toContain('是指哪一件');
    expect([await stageOf(numbers[0]), await stageOf(numbers[1])]).toEqual(['verifying', 'verifying']);
  });
});

describe('a list that is not whole', () => {
  /** What the unit's handler is answered, when the lists gave these of the tasks there are. */
  const hears = async (said: string, more: 'newer' | 'any', count: number) => {
    const { play, 网格员, numbers } = await reported('建设路12号', '建设路14号');
    for (const number of numbers) await 网格员.says(`属实 ${number}`);
    const cases = (await play.cases()).slice(0, count);
    const tasks: Answer = { kind: 'cases', cases, more };
    const at = Date.parse('2026-09-28T12:00:00+08:00');
    const turn = {
      id: 'm1',
      conversation: 'web:H3',
      person: 'H3',
      at,
      said: { kind: 'text', text: said },
    } as const;
    const step = answerTurn(undefined, turn, play.know, { tasks, listed: { kind: 'cases', cases } });
    if (step.kind === 'asks') throw new Error(`asks ${step.asks.map(({ key }) => key).join(' ')}`);
    return step.replies.map(renderPlain).join('\n');
  };

  test('says so, and does not open the only one that was found', async () => {
    expect(await hears('待办', 'any', 1)).toMatch(
      /没有全部查到，先列 1 件；其他的直接回复编号[\s\S]*\n1 \d{15}/u,
    );
    expect(await hears('待办', 'any', 0)).toContain('没有全部查到');
    expect(await hears('待办', 'newer', 1)).toMatch(/\n1 \d{15} 建设路12号/u);
  });

  test('leaves it open which one a label is for, though only one was found', async () => {
    expect(await hears('签收', 'newer', 1)).toMatch(/「签收」是指哪一件？\n1 \d{15} 建设路12号/u);
    expect(await hears('签收', 'any', 0)).toContain('请在后面加编号');
  });
});

describe('a post that nobody holds', () => {
  test('leaves its tasks to the leader of the area, in the list as in what they are told and may do', async () => {
    const { ledger } = smallCity;
    const play = playOn(
      knowCity({ ...townKnowledge().city, ledger: ledger.filter(({ person }) => person !== 'S1') }),
    );
    const [张三, 领导] = [play.person('web:r-1'), play.person('web:L1')];
    for (const place of ['建设路12号', '建设路14号']) {
      await 张三.says(`路灯坏了，${place}`);
      await 张三.says('确认');
      await play.wait(HOUR / 4);
    }
    expect(领导.hears()).toMatch(/请核实[\s\S]*请核实/u);
    expect(await 领导.says('待办')).toContain('您有 2 件事要办');
    expect(await 领导.says('2')).toContain('1 属实');
    await 领导.says('1');
    expect((await play.cases()).map(({ stage }) => stage)).toEqual(['verifying', 'assigned']);
    expect(await 领导.says('待办')).toMatch(/请核实[\s\S]*建设路12号/u);
  });
});
