import { HOUR, playOn } from '../support/playOn.ts';

const reported = async (...places: readonly string[]) => {
  const play = playOn();
  const 张三 = play.person('web:r-1');
  for (const place of places) {
    await 张三.says(`路灯坏了，${place}`);
    await 张三.says('确认');
    await play.wait(HOUR / 4);
  }
  const numbers = (await play.cases()).map(({ number }) => number);
  const stages = async () => (await play.cases()).map(({ stage }) => stage);
  return { play, 张三, 网格员: play.person('web:S1'), 路灯所: play.person('web:H3'), numbers, stages };
};
const two = () => reported('建设路12号', '建设路14号');

describe('a choice between cases', () => {
  test('is answered by a number alone, or by its label word for word', async () => {
    for (const answer of [
      (n: string) => n,
      (n: string) => `${n}。`,
      (n: string) => `${n} 建设路14号 路灯异常`,
    ]) {
      const { 网格员, numbers, stages } = await two();
      await 网格员.says('属实');
      expect(await 网格员.says(answer(numbers[1] ?? ''))).toContain('已核实属实');
      expect(await stages()).toEqual(['verifying', 'assigned']);
    }
  });

  test('with 不属实 behind the number does 不属实, and not what was asked about', async () => {
    const { 网格员, numbers, stages } = await two();
    await 网格员.says('属实');
    expect(await 网格员.says(`${numbers[0]} 不属实`)).toContain('为什么不属实');
    await 网格员.says('1');
    expect(await stages()).toEqual(['declined', 'verifying']);
  });

  test.each([
    '这件先别属实，我还没去看',
    ' 建设路12号',
    ' 不是这件',
    '属实吗',
    ' 不是属实',
    '，等一下',
    ' 路灯是亮的',
  ])('with other words behind the number, %s, does nothing and shows the case', async (words) => {
    const { 网格员, numbers, stages } = await two();
    await 网格员.says('属实');
    expect(await 网格员.says(`${numbers[1]}${words}`)).toMatch(
      new RegExp(`没看懂，没有办[\\s\\S]*编号：${numbers[1]}[\\s\\S]*1 属实\\n2 不属实`, 'u'),
    );
    expect(await stages()).toEqual(['verifying', 'verifying']);
    expect((await 网格员.session()).form).toBeUndefined();
    await 网格员.says('1');
    expect(await stages()).toEqual(['verifying', 'assigned']);
  });

  test('for words that wait stays, and the words are of none of them yet', async () => {
    const { 网格员, numbers, stages } = await two();
    await 网格员.says('不属实 灯是亮的');
    expect(await 网格员.says(`${numbers[0]} 先等等`)).toMatch(/1 属实[\s\S]*「不属实」是指哪一件/u);
    expect(await stages()).toEqual(['verifying', 'verifying']);
    await 网格员.says('2');
    expect(await stages()).toEqual(['verifying', 'declined']);
  });

  test('of a person who reports shows the case, and rates nothing', async () => {
    const { 张三, numbers } = await two();
    await 张三.says('进度');
    expect(await 张三.says(`${numbers[0]} 怎么还没好`)).toContain(`受理编号：${numbers[0]}`);
  });
});

describe('a number before a label', () => {
  test('is read as one behind it', async () => {
    const { 网格员, 路灯所, numbers, stages } = await two();
    await 网格员.says(`${numbers[1]} 属实`);
    expect(await stages()).toEqual(['verifying', 'assigned']);
    await 网格员.says(`${numbers[0]}，不属实，灯是亮的`);
    expect(await stages()).toEqual(['declined', 'assigned']);
    await 路灯所.says(`${numbers[1]}签收`);
    await 路灯所.says(`${numbers[1]} 办结 换了灯泡，没有照片`);
    expect(await stages()).toEqual(['declined', 'checking']);
  });

  test('with more words behind it does nothing', async () => {
    const { 网格员, numbers, stages } = await two();
    expect(await 网格员.says(`${numbers[1]} 属实，但是地点不对`)).toContain('没有办');
    expect(await stages()).toEqual(['verifying', 'verifying']);
  });

  test('of somebody who reports begins a report like any other words', async () => {
    const { 张三 } = await two();
    expect(await 张三.says('201234567890123 路灯坏了，建设路12号')).toContain('请您核对');
  });
});

describe('the case that was opened', () => {
  const second = async () => {
    const told = await two();
    await told.网格员.says('待办');
    expect(await told.网格员.says('2')).toContain(`编号：${told.numbers[1]}`);
    return told;
  };

  test.each(['不对，是第一件', '是第一件', '第一件', '不是，第一件'])(
    'is another one after %s',
    async (said) => {
      const { 网格员, numbers, stages } = await second();
      expect(await 网格员.says(said)).toMatch(new RegExp(`编号：${numbers[0]}[\\s\\S]*1 属实`, 'u'));
      expect(await stages()).toEqual(['verifying', 'verifying']);
      await 网格员.says('1');
      expect(await stages()).toEqual(['assigned', 'verifying']);
    },
  );

  test.each(['不对', '不是这件', '选错了', '等一下', '算了吧，不是'])(
    'is none after %s: the list is shown again',
    async (said) => {
      const { 网格员, numbers, stages } = await second();
      expect(await 网格员.says(said)).toMatch(/看哪一件？/u);
      expect(await 网格员.says('1')).toContain(`编号：${numbers[0]}`);
      expect(await stages()).toEqual(['verifying', 'verifying']);
    },
  );

  test.each(['马上到', '取消', '返回', '噜噜噜', '另外那件'])(
    'is none after %s: a bare number asks which',
    async (said) => {
      const { 网格员, stages } = await second();
      await 网格员.says(said);
      expect(await 网格员.says('1')).toContain('是指哪一件');
      expect(await stages()).toEqual(['verifying', 'verifying']);
    },
  );

  test('stays it after words that name its label and more: the buttons are shown again', async () => {
    const { 网格员, numbers, stages } = await second();
    expect(await 网格员.says('属实，但是地点不对')).toMatch(
      new RegExp(`关于 ${numbers[1]}[\\s\\S]*没有办。要「属实」[\\s\\S]*1 属实`, 'u'),
    );
    await 网格员.says('属实');
    expect(await stages()).toEqual(['verifying', 'assigned']);
  });

  test('with a grade is never rated by its place in a list', async () => {
    const { 张三, 网格员, 路灯所, numbers } = await reported('建设路12号');
    await 网格员.says('属实');
    await 路灯所.says('签收');
    await 路灯所.says('办结 换了灯泡，没有照片');
    await 网格员.says('合格');
    expect(张三.hears()).toContain('A 非常满意');
    expect(await 张三.says('第一件')).toContain(`受理编号：${numbers[0]}`);
    expect((await 张三.session()).question).toBeUndefined();
  });
});
