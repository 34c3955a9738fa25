import { cleanText } from '../../../shared/domain/text/cleanText.ts';
import { isBlank } from '../../../shared/domain/text/isBlank.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';

describe('cleanText', () => {
  test.each([
    ['路灯坏了', '路灯坏了'],
    ['  路灯   坏了 \n\t 两天 ', '路灯 坏了 两天'],
    ['路\u200b灯\u200d坏\ufeff了', '路灯坏了'],
    ['\u202e坏了\u202c', '坏了'],
    ['路\u0000灯\u0007', '路灯'],
    ['路\u00ad灯\u2060', '路灯'],
    ['坏\ud83d了', '坏了'],
    ['建设路12号门口，路灯坏了！', '建设路12号门口，路灯坏了！'],
    ['１２号（东门）', '１２号（东门）'],
    ['好👍', '好👍'],
    ['\u3000全角空格\u3000', '全角空格'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is kept as %j', (text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });

  test('is fast on long hostile text', () => {
    const text = ' \u200b\u202e\n'.repeat(5_000);
    const start = performance.now();
    expect(cleanText(text)).toBe('');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('normalise', () => {
  test.each([
    ['１２号', '12号'],
    ['ＡＢＣ', 'ABC'],
    ['你好，世界', '你好,世界'],
    ['①', '1'],
    ['ｶﾞ', 'ガ'],
    [' a \u200b b ', 'a b'],
  ])('%j is compared as %j', (text, compared) => {
    expect(normalise(text)).toBe(compared);
  });

  test('changes nothing the second time', () => {
    for (const text of ['１２ 号', '\u202e坏了', '㈱', '㎡', 'ﬁ', '㊗️']) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });
});

describe('isBlank', () => {
  test.each([
    '',
    ' ',
    '\n\t',
    '\u200b',
    '\u202e\u202c',
    '。。。',
    '……',
    '？！',
    '!!!',
    '😀',
    '👨‍👩‍👧',
    '🇨🇳',
    '❤️',
    '㊗️',
    '～',
    '---',
    '\u3164',
    '\u2800',
    '（）',
  ])('%j says nothing', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  test.each(['1', '１', '①', '1️⃣', 'a', '好', '。好。', '😀好', 'の', 'é'])('%j says something', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
