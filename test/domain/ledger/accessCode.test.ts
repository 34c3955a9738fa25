import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { drawCode, readCode, showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { hashCode } from '../../../shared/domain/ledger/hashCode.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const code = fc.integer().map((seed) => {
  let state = seed >>> 0;
  return drawCode((n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % n;
  });
});

test('a code has nine signs that cannot be mistaken for each other, letters and digits among them, in groups of three', () => {
  for (let i = 0; i < 500; i++) {
    const drawn = drawCode(randomInt);
    expect(drawn).toMatch(/^(?=.*\d)(?=.*[A-Z])[2-9A-HJKMNP-Z]{9}$/u);
    expect(showCode(drawn)).toMatch(/^\w{3}-\w{3}-\w{3}$/u);
    expect(readCode(showCode(drawn))).toBe(drawn);
  }
});

test('there are more than 39 bits of codes', () => {
  const mixed = 31 ** 8 - 23 ** 8 - 8 ** 8;
  expect(Math.log2(mixed)).toBeGreaterThan(39);
});

test('draws again when no digit or no letter came', () => {
  const drawn = [...'ABCDEFGH', ...'23456789', ...'K7MF2QXD'].map((sign) => SIGNS.indexOf(sign));
  expect(drawCode(() => drawn.shift() ?? 0).slice(0, 8)).toBe('K7MF2QXD');
});

test('is read in small letters, full width, with any separators', () => {
  fc.assert(
    fc.property(code, (drawn) => {
      const wide = [...drawn].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
      for (const said of [
        drawn.toLowerCase(),
        wide,
        [...drawn].join(' '),
        drawn.match(/.{4}|.+/gu)?.join('—'),
      ])
        expect(readCode(said ?? '')).toBe(drawn);
    }),
  );
});

test('one wrong sign, two signs swapped and a missing or further sign are seen', () => {
  fc.assert(
    fc.property(code, fc.nat(8), fc.nat(8), fc.constantFrom(...SIGNS), (drawn, i, j, sign) => {
      const signs = [...drawn];
      const wrong = signs.with(i, sign).join('');
      expect(readCode(wrong)).toBe(wrong === drawn ? drawn : undefined);
      const swapped = signs
        .with(i, signs[j] ?? '')
        .with(j, signs[i] ?? '')
        .join('');
      expect(readCode(swapped)).toBe(swapped === drawn ? drawn : undefined);
      expect(readCode(signs.toSpliced(i, 1).join(''))).toBeUndefined();
      expect(readCode(signs.toSpliced(i, 0, sign).join(''))).toBeUndefined();
    }),
  );
});

test.each(['', '13800010144', '沪A12345', 'SF1234567', '123456789', 'hello', '建设路12号'])(
  '%j is no code',
  (text) => expect(readCode(text)).toBeUndefined(),
);

test('what is kept of a code is of its city, always the same, and not the code', () => {
  expect(hashCode('a', 'K7MF2QXDH')).toBe(hashCode('a', 'K7MF2QXDH'));
  expect(hashCode('a', 'K7MF2QXDH')).not.toBe(hashCode('b', 'K7MF2QXDH'));
  expect(hashCode('a', 'K7MF2QXDH')).toMatch(/^[\w-]{24}$/u);
});
