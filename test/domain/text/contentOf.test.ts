import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { letters, seen, unseen } from './utterances.ts';

describe('what a text says besides talk', () => {
  test.each(
    '先别报 等一下再报 行不行啊 没问题吧 应该对 地点没错 谢谢你啊小伙子 对对对就是这个 我再想想 你看着办 随便 好的好的'.split(
      ' ',
    ),
  )('%s: nothing', (text) => expect(contentOf(text)).toBe(''));

  test.each([
    ['晚上很危险', '晚上危险'],
    ['没有灯罩', '灯罩'],
    ['等一下，灯罩要掉了', '灯罩掉'],
    ['401室', '401室'],
  ])('%s: %s', (text, content) => expect(contentOf(text)).toBe(content));

  test('is never nothing in a report', () => {
    const bare = [...seen, ...unseen, ...letters].filter(({ text }) => contentOf(text).length < 2);
    expect(bare).toEqual([]);
  });
});
