import { dateText, dayNumber } from '../../../domain/time/Instant.ts';
import type { Cell } from '../source/Sheet.ts';

interface DateReading {
  readonly date: string;
  readonly fault?: string;
}

/** Ways to say that a term has no end. */
const OPEN = new Set([
  '长期',
  '至今',
  '在任',
  '在岗',
  '现任',
  '无',
  '/',
  '-',
  '—',
  '——',
  '永久',
  '无固定期限',
]);

/** 1954 to 2064, as days that a spreadsheet counts: a plain number in a column of dates. */
const SERIAL = /^[2-5]\d{4}$/u;
const DAY_OF_SERIAL_0 = dayNumber('1899-12-30');

/** A date in the ways that people and spreadsheets write it; '' for none. A date that can be read in two ways is a fault. */
export const toDate = ({ text, date }: Cell): DateReading => {
  const plain = (date ?? text).normalize('NFKC').trim();
  if (plain === '' || OPEN.has(plain)) return { date: '' };
  if (SERIAL.test(plain)) return { date: dateText(DAY_OF_SERIAL_0 + Number(plain)) };
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}.*)?$/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(plain);
  const written = parts
    ?.slice(1, 4)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const day = written === undefined ? Number.NaN : dayNumber(written);
  // 2026-02-30 is read as a day of March.
  const real = Number.isInteger(day) && dateText(day) === written;
  return real ? { date: dateText(day) } : { date: '', fault: `“${plain.slice(0, 30)}”不是确定的日期` };
};
