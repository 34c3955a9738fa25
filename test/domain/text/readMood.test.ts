import { readMood } from '../../../shared/domain/text/readMood.ts';

describe('how work is judged', () => {
  test.each(
    '不满意 差 很差 太差了 太慢了 还没修好 没修好 没有修好 没修 修不好 根本没来 没人来 没人来修 还是不亮 还是老样子 灯又灭了 不是很满意 不太满意 一点都不满意 没解决 没有处理 不好 不太好 不行 态度差 敷衍了事 没变化 修得不好 失望'.split(
      ' ',
    ),
  )('%s blames', (text) => expect(readMood(text)).toBe('bad'));

  test.each(
    '修好了 很好 挺好的 不错 很满意 师傅很好 修得很快 亮了 解决了 好评 非常满意 谢谢，修好了 处理得很好'.split(
      ' ',
    ),
  )('%s praises', (text) => expect(readMood(text)).toBe('good'));

  test.each('还行 还可以 一般 一般般 凑合'.split(' '))('%s is so-so', (text) =>
    expect(readMood(text)).toBe('soso'),
  );

  test.each(
    '不算满意 谈不上满意 满意不起来 很难满意 哪里满意了 没感谢的必要 没把路灯修好 修好了没两天就坏了 满意的话再说 如果修好了我给好评 满意个屁 好个屁 满意才怪 才怪'.split(
      ' ',
    ),
  )('%s takes praise back', (text) => expect(readMood(text)).toBe('takenBack'));

  test.each([
    '没什么不满意的',
    '没有不满意',
    '不满意的地方没有',
    '不太差',
    '没有投诉',
    '说修好了其实没有',
    '灯是亮了，但是一闪一闪的',
    '快是快，就是没修到位',
    '修得很好，不过太慢了',
    '满意，只是等得久',
  ])('%s judges, and nobody could say how', (text) => expect(readMood(text)).toBe('mixed'));

  test.each(['不错', '没问题', '没得说', '很好，没问题了', '谢谢你们，修得很快'])(
    '%s praises, though it holds a sign of denial or more words',
    (text) => expect(readMood(text)).toBe('good'),
  );

  test.each([
    '不差',
    '差点忘了',
    '不慢',
    '修好了吗',
    '修好了没有',
    '满意吗？',
    '好不好',
    '什么时候修好',
    '怎么还没人来',
    '建设路12号',
    '路灯坏了',
    '你好',
    '',
  ])('%s judges nothing', (text) => expect(readMood(text)).toBeUndefined());
});
