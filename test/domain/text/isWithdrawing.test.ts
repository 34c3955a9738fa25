import { isWithdrawing } from '../../../shared/domain/text/isWithdrawing.ts';
import { letters, seen, unseen } from './utterances.ts';

describe('taking a report back', () => {
  test.each(
    '撤销 撤回吧 我要撤回 把刚才报的撤销掉 取消报修 不用修了 不用来了 别派人来了 不用修了，自己亮了 我不报了 不要了 路灯不用修了，谢谢'.split(
      ' ',
    ),
  )('%s: no more is wanted', (text) => expect(isWithdrawing(text)).toBe('withdraws'));

  test.each('自己亮了 又好了 已经修好了 路灯自己亮了，谢谢'.split(' '))('%s: it is well again', (text) =>
    expect(isWithdrawing(text)).toBe('fixed'),
  );

  test.each([
    '不撤销',
    '别撤回',
    '不用修了吗？',
    '没人来修',
    '没修好',
    '还没好',
    '不亮了',
    '灯又坏了',
    '自己亮了又灭了',
    '不用修了，垃圾也要收',
    '不修了怎么行',
    '撤销了护栏',
    '路灯坏了',
    '',
  ])('%s: nothing of the kind', (text) => expect(isWithdrawing(text)).toBeUndefined());

  test('no report does', () => {
    expect([...seen, ...unseen, ...letters].filter(({ text }) => isWithdrawing(text))).toEqual([]);
  });
});
