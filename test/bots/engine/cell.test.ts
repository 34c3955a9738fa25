import { answerTurn } from '../../../bots/engine/answerTurn.ts';
import { openSlot } from '../../../bots/engine/report/openSlot.ts';
import { placeOfCell } from '../../../bots/engine/report/placeOfCell.ts';
import { inboundSchema, turnBodySchema } from '../../../shared/contracts/turn.ts';
import { EAST, WEST } from '../../support/smallCity.ts';
import { DAY, playOn } from './support/playOn.ts';
import { townKnowledge } from './support/townKnowledge.ts';

const HERE = '就在这里（一社区西网格）';

describe('whoever scans the code of a cell', () => {
  test('is greeted with the cell and who answers there, by surname where nothing else is said', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.opens(WEST)).toContain('您扫的是一社区西网格的码，这里由姓网格员负责。');
  });

  test('hears the whole name where the city shows it', () => {
    const turn = { id: 'm', conversation: 'web:r-1', at: Date.parse('2026-09-28T10:00:00+08:00') };
    const step = answerTurn(
      undefined,
      { ...turn, said: { kind: 'hello', cell: WEST }, names: 'full' },
      townKnowledge(),
      {},
    );
    expect(step.kind === 'done' && step.replies[0]?.text).toContain('这里由网格员姓名S1负责');
  });

  test('is offered the cell where the place is asked for, asked where in it, and by its number it is the place', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.opens(WEST);
    const asked = await 张三.says('路灯坏了');
    expect(asked).toContain('请告诉我在哪里');
    expect(asked).toContain(`1 ${HERE}`);
    expect(await 张三.says('1')).toBe(
      '在一社区西网格的哪里？请说楼号、门牌，或者旁边有什么；也可以点“位置”在地图上点一下。\n1 说不清，先按一社区西网格报',
    );
    expect(await 张三.says('1')).toContain('地点：一社区西网格\n');
    await 张三.says('确认');
    const [filed] = await play.cases();
    expect(filed).toMatchObject({ leaf: WEST, place: { name: '一社区西网格' } });
  });

  test.each([HERE, '就在这里', '在这里。', '就这儿'])('may say 「%s」', async (words) => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('路灯坏了');
    expect(await 张三.says(words)).toContain('在一社区西网格的哪里？');
    expect(await 张三.says(words)).toContain('地点：一社区西网格\n');
  });

  const asked = async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('路灯坏了');
    await 张三.says('就在这里');
    return 张三;
  };

  test.each(['不知道', '我也说不清', '不认识这是哪里', '没有', '随便', '说不清，先按一社区西网格报'])(
    'is not held up by where in it: %s',
    async (words) =>
      expect(await (await asked()).says(words)).toContain('地点：一社区西网格\n说明：路灯坏了\n'),
  );

  test.each([
    ['3号楼门口', '3号楼门口'],
    ['在3号楼门口', '3号楼门口'],
    ['大槐树底下', '大槐树底下'],
    ['牌子旁边', '牌子旁边'],
    ['不知道，大概3号楼吧', '3号楼吧'],
  ])('says where in it: %s', async (words, spot) =>
    expect(await (await asked()).says(words)).toContain(`地点：一社区西网格（${spot}）\n说明：路灯坏了\n`),
  );

  test('is asked where in it if they cannot say where at all, and only where the cell is known', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('路灯坏了');
    expect(await 张三.says('我也不知道')).toContain('在一社区西网格的哪里？');
    expect(await 张三.says('我也不知道')).toContain('地点：一社区西网格\n');
    const 李四 = playOn().person('web:r-2');
    await 李四.says('路灯坏了');
    expect(await 李四.says('我也不知道')).toContain('请告诉我在哪里');
  });

  test('may be anywhere else all the same', async () => {
    expect(await (await asked()).says('和平路3号')).toContain('地点：和平路3号\n');
    expect(await (await asked()).taps(121.4752, 31.2306)).toContain('请您核对');
    expect(await (await asked()).says('和平路')).toContain('您说的是和平路');
    expect(await (await asked()).says('建设路16号')).toContain('没找到建设路16号');
  });

  test.each(['不在3号楼', '不是门口', '旁边没有路灯', '晚上很危险', '不就在这里', '好的'])(
    'has not said where in it by 「%s」, and is asked again',
    async (words) => {
      const 张三 = await asked();
      expect(await 张三.says(words)).toContain('在一社区西网格的哪里？');
      expect((await 张三.session()).form?.place).toBeUndefined();
    },
  );

  test.each(['不在这里', '不是这里', '不是', '返回'])('goes back to where it is by 「%s」', async (words) => {
    const 张三 = await asked();
    const answer = await 张三.says(words);
    expect(answer).toContain('请告诉我在哪里');
    expect(answer).toContain(`1 ${HERE}`);
  });

  test('is told the same of another cell whose code is scanned meanwhile', async () => {
    const 张三 = await asked();
    expect(await 张三.opens(EAST)).toContain('在一社区东网格的哪里？');
    expect(await 张三.says('就在这里')).toContain('地点：一社区东网格\n');
  });

  test('changes the place the same way, and 不改了 leaves it', async () => {
    const 张三 = await asked();
    await 张三.says('和平路3号');
    await 张三.says('地点不对');
    expect(await 张三.says('就在这里')).toContain('在一社区西网格的哪里？');
    expect(await 张三.says('不改了')).toContain('地点：和平路3号\n');
    await 张三.says('地点不对');
    await 张三.says('就在这里');
    expect(await 张三.says('门口')).toContain('地点：一社区西网格（门口）\n');
  });

  test('is asked nothing more where the city has no such cell any more', () => {
    const form = {
      text: '路灯坏了',
      photos: [],
      misses: 0,
      steps: [],
      service: '01037',
      inCell: true,
    } as const;
    expect(openSlot({ ...form, here: WEST }, townKnowledge())).toBe('inCell');
    expect(openSlot({ ...form, here: '999' }, townKnowledge())).toBe('place');
  });

  test.each(['不在这里', '不是这里', '1号', '1号楼', '就在那里', '这里没有', '不就在这里'])(
    'has not said that it is here by 「%s」',
    async (words) => {
      const 张三 = playOn().person('web:r-1');
      await 张三.opens(WEST);
      await 张三.says('路灯坏了');
      expect(await 张三.says(words)).not.toContain('请您核对');
      expect((await 张三.session()).form?.place).toBeUndefined();
    },
  );

  test('may still be anywhere else', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('路灯坏了');
    expect(await 张三.says('和平路3号')).toContain('地点：和平路3号');
  });

  test.each([
    [WEST, '1 幸福超市（西网格）\n2 幸福超市（东网格）'],
    [EAST, '1 幸福超市（东网格）\n2 幸福超市（西网格）'],
  ])('is offered places of the same name in %s first', async (cell, order) => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(cell);
    expect(await 张三.says('幸福超市门口垃圾没人收')).toContain(order);
  });

  test('in the middle of a report goes on with it there, and by another code is elsewhere', async () => {
    const 张三 = playOn().person('web:r-1');
    expect(await 张三.says('路灯坏了')).not.toContain('就在这里');
    const greeted = await 张三.opens(WEST);
    expect(greeted).toContain('一社区西网格');
    expect(greeted).toContain(HERE);
    expect(await 张三.opens(EAST)).toContain('就在这里（一社区东网格）');
  });

  test('is not greeted again by the same code, nor in a conversation by one that means nothing', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('路灯坏了');
    expect(await 张三.opens(WEST)).toBe('');
    expect(await 张三.opens('990101001')).toBe('');
    expect(await 张三.opens('999')).toBe('');
    await 张三.says('就在这里');
    expect(await 张三.says('就在这里')).toContain('请您核对');
  });

  test('is greeted as ever where the code means no cell', async () => {
    for (const cell of ['999', '990101001']) {
      const 张三 = playOn().person('web:r-1');
      expect(await 张三.opens(cell)).toContain('您好，我是小城网格小助手。\n路灯不亮');
      expect(await 张三.says('路灯坏了')).not.toContain('就在这里');
    }
  });

  test('is no longer there after a day away, and greeted anew', async () => {
    const play = playOn();
    const 张三 = play.person('web:r-1');
    await 张三.opens(WEST);
    await play.wait(DAY + 1);
    expect(await 张三.says('路灯坏了')).not.toContain('就在这里');
    expect(await 张三.opens(WEST)).toContain('您扫的是');
  });

  test('as staff hears the greeting of staff', async () => {
    const 网格员 = playOn().person('web:S1');
    expect(await 网格员.opens(EAST)).not.toContain('您扫的是');
  });

  test('is asked for no cell once the report is filed elsewhere, but for the next one', async () => {
    const 张三 = playOn().person('web:r-1');
    await 张三.opens(WEST);
    await 张三.says('和平路3号路灯坏了');
    await 张三.says('确认');
    expect(await 张三.says('垃圾没人收')).toContain(HERE);
  });
});

test('the place of a cell lies in it; what is no cell has none', () => {
  const know = townKnowledge();
  const place = placeOfCell(WEST, know);
  expect(place && know.locate(place)?.code).toBe(WEST);
  expect(placeOfCell('990101001', know)).toBeUndefined();
  expect(placeOfCell('1', know)).toBeUndefined();
});

test('greetings as they were sent before still parse, and a cell is a code', () => {
  expect(inboundSchema.parse({ id: 'a', said: { kind: 'hello' } }).said).toEqual({ kind: 'hello' });
  const body = {
    v: 1,
    id: 'a',
    conversation: 'web:r-1',
    correlation: 'c',
    said: { kind: 'hello', cell: WEST },
  };
  expect(turnBodySchema.parse(body).said).toEqual({ kind: 'hello', cell: WEST });
  for (const cell of ['', '../x', '<b>', '1'.repeat(41)])
    expect(inboundSchema.safeParse({ id: 'a', said: { kind: 'hello', cell } }).success).toBe(false);
});
