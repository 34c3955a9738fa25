const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
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

/** Digits of a Chinese numeral below a thousand: 十二 → 12, 一百零八 → 108, digit by digit 一〇八 → 108. */
export const readNumeral = (numeral: string): string => {
  if (!/[十百]/u.test(numeral)) return [...numeral].map((char) => DIGITS[char] ?? '').join('');
  let total = 0;
  let digit: number | undefined;
  for (const char of numeral) {
    if (char === '百' || char === '十') {
      total += (digit ?? 1) * (char === '百' ? 100 : 10);
      digit = undefined;
    } else digit = DIGITS[char] ?? 0;
  }
  return String(total + (digit ?? 0));
};
