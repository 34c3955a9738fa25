const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };

/**
 * Digits of a Chinese numeral below ten thousand: 十二 → 12, 一百零八 → 108, 一百五 → 150, 廿三 → 23; digit by digit, as it is
 * dictated, too: 一〇八 and 幺零八 → 108.
 */
export const readNumeral = (numeral: string): string => {
  const plain = numeral.replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (!/[十百千]/u.test(plain)) return [...plain].map((char) => DIGITS[char] ?? '').join('');
  let total = 0;
  let digit: number | undefined;
  /** What the next digit counts when nothing is named after it: 一百五 leaves the ten unsaid, 一百零五 does not. */
  let unsaid = 1;
  for (const char of plain) {
    const place = PLACES[char];
    if (place === undefined) {
      digit = DIGITS[char] ?? 0;
      if (digit === 0) unsaid = 1;
    } else {
      total += (digit ?? 1) * place;
      digit = undefined;
      unsaid = place / 10;
    }
  }
  return String(total + (digit ?? 0) * unsaid);
};
