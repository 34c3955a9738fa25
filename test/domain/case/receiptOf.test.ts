import fc from 'fast-check';
import { isReceiptOf, readReceipt, receiptOf } from '../../../shared/domain/case/receiptOf.ts';
import { aLife } from '../../support/handmadeCase.ts';

const history = aLife();
const hashes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const entries = fc.record({ seq: fc.integer({ min: 1, max: 999_999 }), hash: hashes });

test('a receipt names its entry and carries 80 bits of its hash', () => {
  expect(receiptOf({ seq: 12, hash: Buffer.alloc(32, 0xff).toString('base64url') })).toBe(
    '12-ZZZZ-ZZZZ-ZZZZ-ZZZZ',
  );
  expect(receiptOf({ seq: 1, hash: Buffer.alloc(32).toString('base64url') })).toBe('1-0000-0000-0000-0000');
  const last = Buffer.alloc(32);
  last[9] = 1;
  expect(receiptOf({ seq: 1, hash: last.toString('base64url') })).toBe('1-0000-0000-0000-0001');
});

test('a receipt is read as it was given, and is of its own entry only', () => {
  fc.assert(
    fc.property(entries, entries, (entry, other) => {
      const read = readReceipt(receiptOf(entry));
      expect(read && isReceiptOf(read, entry)).toBe(true);
      expect(read && isReceiptOf(read, { ...entry, seq: entry.seq + 1 })).toBe(false);
      expect(read && isReceiptOf(read, other)).toBe(entry.seq === other.seq && entry.hash === other.hash);
    }),
  );
  const receipts = history.map(receiptOf);
  expect(new Set(receipts).size).toBe(history.length);
});

test.each([
  ['in small letters', (text: string) => text.toLowerCase()],
  ['without hyphens', (text: string) => text.replaceAll('-', '')],
  ['with blanks for hyphens, and around', (text: string) => ` ${text.replaceAll('-', ' ')}\n`],
  [
    'in full width',
    (text: string) => text.replace(/[0-9A-Z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ],
  ['with long hyphens', (text: string) => text.replaceAll('-', '—')],
  [
    'with O for 0 and I or l for 1',
    (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I').replace(/I$/u, 'l'),
  ],
])('a receipt written %s is the same', (_how, write) => {
  fc.assert(
    fc.property(entries, (entry) => {
      const read = readReceipt(write(receiptOf(entry)));
      expect(read && isReceiptOf(read, entry)).toBe(true);
    }),
  );
});

test.each([
  '',
  '-',
  '1',
  '0-0000-0000-0000-0000',
  '1-0000-0000-0000-000',
  '1-0000-0000-0000-00U0',
  '1234567-0000-0000-0000-0000',
  '凭证',
  `1-0000-0000-0000-0000${' '.repeat(100)}`,
])('%j is no receipt', (text) => {
  expect(readReceipt(text)).toBeUndefined();
});

test('garbage is no receipt and no fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (text, hash) => {
      const read = readReceipt(text);
      if (read) expect(read.code).toHaveLength(16);
      // A hash that was tampered with makes some text, and never a fault.
      expect(typeof receiptOf({ seq: 1, hash })).toBe('string');
    }),
    { numRuns: 1_000 },
  );
});
