import type { Cell } from '../source/Sheet.ts';

interface CodeReading {
  readonly code: string;
  /** It was put right. */
  readonly note?: string;
  /** Its digits are lost. */
  readonly fault?: string;
}

/** Spreadsheets keep fifteen digits of a number, and make zeros of the others. */
const MOST_DIGITS = 15;

/** A code out of a cell that a spreadsheet may have taken for a number. */
export const toCode = ({ text, number }: Cell): CodeReading => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (number !== undefined && plain.replace(/^0+/u, '').length > MOST_DIGITS)
    return { code: plain, fault: `${plain} 超过 ${MOST_DIGITS} 位，表格软件已把后面的位数变成 0` };
  const scientific = /^(\d)(?:\.(\d+))?E\+?(\d+)$/iu.exec(plain);
  if (scientific) return fromScientific(plain, scientific);
  const whole = /^(\d+)\.0+$/u.exec(plain)?.[1];
  return whole === undefined ? { code: plain } : { code: whole, note: `${plain} 已读作 ${whole}` };
};

/** `9.90101001001001E+14` still has all fifteen digits; `9.90101E+14` has lost nine. */
const fromScientific = (
  plain: string,
  [, first = '', rest = '', exponent = '']: RegExpExecArray,
): CodeReading => {
  const missing = Number(exponent) - rest.length;
  if (missing > 0)
    return { code: plain, fault: `编码“${plain}”被表格软件改成了科学记数，丢了 ${missing} 位` };
  const code = `${first}${rest.slice(0, Number(exponent))}`;
  return { code, note: `科学记数 ${plain} 已还原为 ${code}` };
};
