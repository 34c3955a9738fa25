/**
 * A code with which somebody of the staff binds a chat account: `K7M-F2Q-XDH`. Nine signs of which the last follows from the others,
 * so that one wrong sign or two in the wrong order are seen; no 0 O 1 I L, which look alike.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DRAWN = 8;
const LENGTH = DRAWN + 1;

/** Draws one: 31⁸ possibilities less those without a letter or without a digit, 39.5 bits. `below(n)`: 0…n-1, unpredictable. */
export const drawCode = (below: (n: number) => number): string => {
  for (;;) {
    const drawn = Array.from({ length: DRAWN }, () => SIGNS[below(SIGNS.length)]).join('');
    if (isMixed(drawn)) return `${drawn}${lastOf(drawn)}`;
  }
};

/** As it is written down for people. */
export const showCode = (code: string): string => code.match(/.{3}/gu)?.join('-') ?? code;

/** The code that a text is, in any case and width, with or without separators; undefined for anything else. */
export const readCode = (text: string): string | undefined => {
  const code = text.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  return isCode(code) ? code : undefined;
};

const SEPARATORS = /[\s\p{Pd}_.·]/gu;

/** Without a letter or without a digit it is rather a phone number or a word. */
const isMixed = (drawn: string): boolean => /\d/u.test(drawn) && /\D/u.test(drawn);

const isCode = (code: string): boolean => {
  const drawn = code.slice(0, DRAWN);
  return (
    code.length === LENGTH &&
    isMixed(drawn) &&
    valuesOf(code).every((n) => n >= 0) &&
    lastOf(drawn) === code.at(-1)
  );
};

const valuesOf = (code: string): readonly number[] => [...code].map((sign) => SIGNS.indexOf(sign));

/** 31 is a prime: place times value, summed, tells every single slip and every swap. */
const lastOf = (drawn: string): string | undefined =>
  SIGNS[valuesOf(drawn).reduce((sum, value, i) => sum + (i + 1) * value, 0) % SIGNS.length];
