import { durationText } from '../../../shared/domain/time/durationText.ts';

test.each([
  ['30m', '30 分钟'],
  ['8h', '8 小时'],
  ['3d', '3 天'],
  ['4wh', '4 个工作小时'],
  ['5wd', '5 个工作日'],
  ['soon', 'soon'],
])('%s is %s', (duration, words) => {
  expect(durationText(duration)).toBe(words);
});
