import { handled, ratingOf } from './support/handledCase.ts';

describe('words that are no grade', () => {
  test.each([['还没修好'], ['太慢了'], ['根本没来'], ['没修'], ['没修好'], ['灯还是不亮'], ['不是很满意']])(
    '%s proposes a D, files it with the words only after a yes',
    async (text) => {
      const { play, 张三, number } = await handled();
      expect(await 张三.says(text)).toMatch(
        /听起来是「D 不满意」[\s\S]*1 是，D 不满意\n2 选别的\n3 不是评价/u,
      );
      expect(await ratingOf(play, number)).toBeUndefined();
      await 张三.says('是的');
      expect(await ratingOf(play, number)).toEqual({ overall: 'D', opinion: text });
    },
  );

  test.each([
    ['修好了', 'B'],
    ['师傅很好', 'B'],
    ['还行', 'C'],
  ])('%s proposes a %s', async (text, grade) => {
    const { play, 张三, number } = await handled();
    expect(await 张三.says(text)).toContain(`听起来是「${grade} `);
    await 张三.says('1');
    expect((await ratingOf(play, number))?.overall ?? (await 张三.session()).question).toEqual(
      text === '还行' ? { kind: 'rate', number, grade } : grade,
    );
  });

  test('that only judge are asked for what was wrong', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('差');
    expect(await 张三.says('是')).toContain('是哪里没办好');
    await 张三.says('没人来');
    expect(await ratingOf(play, number)).toEqual({ overall: 'D', opinion: '没人来' });
  });

  test.each([['不是'], ['2'], ['选别的'], ['返回']])(
    'are not taken for the proposed grade after %s',
    async (text) => {
      const { play, 张三, number } = await handled();
      await 张三.says('太慢了');
      expect(await 张三.says(text)).toContain('A 非常满意\nB 满意');
      await 张三.says('没有意见');
      expect(await ratingOf(play, number)).toBeUndefined();
      await 张三.says('C 慢');
      expect(await ratingOf(play, number)).toEqual({ overall: 'C', opinion: '慢' });
    },
  );

  test('may be answered by another grade, and stay as the opinion', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('太慢了');
    await 张三.says('C');
    expect(await ratingOf(play, number)).toEqual({ overall: 'C', opinion: '太慢了' });
  });

  test('join what is said next of the same', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('还没修好');
    await 张三.says('根本没人来');
    await 张三.says('是');
    expect(await ratingOf(play, number)).toEqual({ overall: 'D', opinion: '还没修好，根本没人来' });
  });

  test('may turn out to be no rating', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('路灯还是不亮');
    expect(await 张三.says('不是评价')).toContain('路灯异常');
    expect(await ratingOf(play, number)).toBeUndefined();
  });

  test.each([['不差'], ['修好了吗？'], ['怎么还没人来'], ['什么时候修好']])(
    '%s proposes nothing',
    async (text) => {
      const { play, 张三, number } = await handled();
      expect(await 张三.says(text)).not.toContain('听起来');
      expect(await ratingOf(play, number)).toBeUndefined();
    },
  );

  test.each([
    '不算满意',
    '满意个屁',
    '谈不上满意',
    '很难满意',
    '哪里满意了',
    '没感谢的必要',
    '说修好了其实没有',
    '灯是亮了，但是一闪一闪的',
    '没什么不满意的',
    '不满意的地方没有',
    '不太差',
  ])('%s proposes nothing, shows the four grades, and a 确认 files none', async (text) => {
    const { play, 张三, number } = await handled();
    const answer = await 张三.says(text);
    expect(answer).not.toContain('听起来');
    expect(answer).toContain('A 非常满意\nB 满意\nC 一般\nD 不满意');
    await 张三.says('确认');
    expect(await ratingOf(play, number)).toBeUndefined();
    expect(await play.cases()).toHaveLength(1);
  });

  test('that say neither nor to a proposal lead back to the four grades', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('太慢了');
    expect(await 张三.says('满意不起来')).toContain('请选一项：\nA 非常满意');
    await 张三.says('确认');
    expect(await ratingOf(play, number)).toBeUndefined();
  });

  test('still lead to a new report, when that is what they are', async () => {
    const { 张三 } = await handled();
    expect(await 张三.says('垃圾没人收')).toContain('请告诉我在哪里');
  });

  test.each([['A 还没修好'], ['满意，根本没人来']])(
    'that contradict the grade are asked about: %s',
    async (text) => {
      const { play, 张三, number } = await handled();
      expect(await 张三.says(text)).toContain('听起来是「D 不满意」');
      expect(await ratingOf(play, number)).toBeUndefined();
    },
  );

  test.each([['A 才怪'], ['A才怪'], ['满意，才怪'], ['A 谈不上满意']])(
    'that take the grade back file none, and lead to the four grades: %s',
    async (text) => {
      const { play, 张三, number } = await handled();
      expect(await 张三.says(text)).toContain('请选一项：\nA 非常满意');
      expect(await ratingOf(play, number)).toBeUndefined();
    },
  );

  test.each([
    ['B 就是慢了点', 'B', '就是慢了点'],
    ['A 没什么不满意的', 'A', '没什么不满意的'],
    ['D 才怪', 'D', '才怪'],
  ])('that only add to a grade are filed with it: %s', async (text, overall, opinion) => {
    const { play, 张三, number } = await handled();
    await 张三.says(text);
    expect(await ratingOf(play, number)).toEqual({ overall, opinion });
  });

  test('that contradict a grade given before are asked about, and the grade is not filed meanwhile', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('A');
    expect(await 张三.says('还没修好')).toContain('听起来是「D 不满意」');
    expect(await ratingOf(play, number)).toBeUndefined();
    await 张三.says('对');
    expect(await ratingOf(play, number)).toEqual({ overall: 'D', opinion: '还没修好' });
  });
});
