import { handled, ratingOf } from './support/handledCase.ts';
import { DAY } from './support/playOn.ts';

describe('a resident who rates', () => {
  test('gets the result with the report and four grades', async () => {
    const { 张三 } = await handled();
    const result = 张三.hears();
    expect(result).toContain('办好了');
    expect(result).toContain('处理结果：换了灯泡');
    expect(result).toContain('A 非常满意\nB 满意\nC 一般\nD 不满意');
  });

  test.each([
    ['A 修得很快', 'A', '修得很快'],
    ['A修得很快', 'A', '修得很快'],
    ['ａ，修得很快', 'A', '修得很快'],
    ['b。还行', 'B', '还行'],
    ['满意 谢谢师傅', 'B', '谢谢师傅'],
    ['非常满意，师傅很好', 'A', '师傅很好'],
  ])('files grade and opinion of one message: %s', async (text, overall, opinion) => {
    const { play, 张三, number } = await handled();
    expect(await 张三.says(text)).toContain('谢谢您的评价');
    expect(await ratingOf(play, number)).toEqual({ overall, opinion });
    expect((await play.cases())[0]?.stage).toBe('closed');
  });

  test.each([
    ['A', 'A'],
    ['ｄ', 'D'],
    ['满意', 'B'],
    ['非常满意', 'A'],
    ['不满意', 'D'],
    ['一般', 'C'],
    ['2', 'B'],
    ['B 满意', 'B'],
  ])('is asked once for an opinion after a bare %s', async (text, overall) => {
    const { play, 张三, number } = await handled();
    expect(await 张三.says(text)).toContain('没有就回复「没有意见」');
    expect(await ratingOf(play, number)).toBeUndefined();
    await 张三.says('没有意见');
    expect(await ratingOf(play, number)).toEqual({ overall });
  });

  test('gives the opinion as the next message, or presses a button', async () => {
    const { play, 张三, number } = await handled();
    await 张三.presses(张三.card(), 'A 非常满意');
    await 张三.says('师傅来得很快');
    expect(await ratingOf(play, number)).toEqual({ overall: 'A', opinion: '师傅来得很快' });
  });

  test.each([
    ['不是很满意'],
    ['不太满'],
    ['没有满意'],
    ['还没修好'],
    ['A座电梯坏了'],
    ['A 座电梯坏了'],
    ['满意吗？'],
    ['A？'],
    ['E'],
  ])('files nothing with %s', async (text) => {
    const { play, 张三, number } = await handled();
    expect(await 张三.says(text)).not.toBe('');
    await 张三.says('没有意见');
    expect(await ratingOf(play, number)).toBeUndefined();
    expect((await play.cases())[0]?.stage).toBe('rating');
  });

  test('may change the grade before saying more', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('A');
    expect(await 张三.says('D')).toContain('不满意');
    await 张三.says('灯又灭了');
    expect(await ratingOf(play, number)).toEqual({ overall: 'D', opinion: '灯又灭了' });
  });

  test('may take the grade back', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('A');
    expect(await 张三.says('返回')).toContain('A 非常满意');
    await 张三.says('C');
    await 张三.says('取消');
    expect(await ratingOf(play, number)).toBeUndefined();
  });

  test('can still report something new: a pending grade counts, and is not lost either when the day passes', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('B');
    expect(await 张三.says('垃圾没人收，和平路3号')).toContain('事项：暴露垃圾');
    expect(await ratingOf(play, number)).toEqual({ overall: 'B' });

    const second = await handled();
    await second.张三.says('C');
    await second.play.wait(DAY + 1);
    expect(await second.张三.says('帮助')).toContain('已经作为评价提交');
    expect(await ratingOf(second.play, second.number)).toEqual({ overall: 'C' });
  });

  test('who never wrote an opinion is not reminded: the reminder files the grade', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('B');
    await play.wait(14 * DAY);
    expect(await ratingOf(play, number)).toEqual({ overall: 'B' });
    expect(张三.hears()).toContain('您评了 B（满意）。');
  });

  test('is reminded, and told when it was filed without a rating', async () => {
    const { play, 张三, number } = await handled();
    张三.hears();
    await play.wait(14 * DAY);
    const heard = 张三.hears();
    expect(heard).toContain('还没有评价');
    expect(heard).toContain('按「未评价」归档');
    expect(await ratingOf(play, number)).toBeUndefined();
    expect(await 张三.says('A')).toContain('现在没有要您评价的事');
  });

  test('with two results is asked which one is meant', async () => {
    const { play, 张三, number } = await handled();
    await handled(play, '建设路14号');
    const which = await 张三.says('A 修得很快');
    expect(which).toContain('是指哪一件');
    await 张三.says(number);
    expect(await ratingOf(play, number)).toEqual({ overall: 'A', opinion: '修得很快' });
    const [, other] = await play.cases();
    expect(other?.stage).toBe('rating');
  });

  test('finds the grades with 评价, also later; with nothing to rate is told so, and 不评价 leaves it', async () => {
    const { play, 张三, number } = await handled();
    expect(await 张三.says('不评价')).toContain('回复「评价」');
    expect(await 张三.says('评价')).toMatch(/等您评价，请选一项。\nA 非常满意/u);
    await handled(play, '建设路14号');
    expect(await 张三.says('评价')).toContain('有 2 件事等您评价');
    expect(await 张三.says('2')).toContain('A 非常满意');
    await 张三.says(`A ${number} 很快`);
    expect(await ratingOf(play, number)).toEqual({ overall: 'A', opinion: '很快' });
    expect(await play.person('web:r-2').says('评价')).toContain('现在没有要您评价的事');
  });

  test('is told what was filed', async () => {
    const first = await handled();
    expect(await first.张三.says('D 还是不亮')).toContain('您评了 D（不满意），意见：还是不亮。');
    const second = await handled();
    await second.张三.says('A');
    const answer = await second.张三.says('没有意见');
    expect(answer).toContain('您评了 A（非常满意）。');
    expect(answer).not.toContain('意见：');
  });

  test.each([['C'], ['D'], ['不满意'], ['一般']])(
    'is asked kindly, and once, what was wrong after %s',
    async (text) => {
      const { play, 张三, number } = await handled();
      expect(await 张三.says(text)).toContain('很抱歉没让您满意');
      expect(await 张三.says('等太久')).toContain('意见：等太久');
      expect((await ratingOf(play, number))?.opinion).toBe('等太久');
    },
  );

  test('is not told to be sorry about an A', async () => {
    const { 张三 } = await handled();
    expect(await 张三.says('A')).not.toContain('抱歉');
  });
});

describe('a resident who rates, besides other things', () => {
  test('rates by number of the case while filling in another report', async () => {
    const { play, 张三, number } = await handled();
    await 张三.says('垃圾没人收，和平路3号');
    await 张三.says('A 修得很快');
    expect(await ratingOf(play, number)).toEqual({ overall: 'A', opinion: '修得很快' });
    await 张三.says('确认');
    expect(await play.cases()).toHaveLength(2);
  });
});
