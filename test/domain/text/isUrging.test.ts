import { isUrging } from '../../../shared/domain/text/isUrging.ts';
import { letters, seen, unseen } from './utterances.ts';

describe('urging', () => {
  test.each(
    '怎么还没人来 你们怎么不来 快点 快点啊 快点派人来 什么时候来 什么时候能修好 多久能好 还没修好 为什么还没人来修 没人管 催一下 麻烦快一点处理'.split(
      ' ',
    ),
  )('%s urges', (text) => expect(isUrging(text)).toBe(true));

  test.each([
    '晚上很危险',
    '一直没人修，晚上很危险',
    '灯罩也要掉下来了',
    '垃圾没人收',
    '有人摔倒了',
    '路灯还没修好',
    '建设路12号',
    '好的',
    '人',
    '',
    '不着急',
    '不急',
    '别催',
    '不催了',
    '不用催',
  ])('%s tells something, or nothing', (text) => expect(isUrging(text)).toBe(false));

  test('no description does nothing but urge', () => {
    expect([...seen, ...unseen, ...letters].filter(({ text }) => isUrging(text))).toEqual([]);
  });
});
