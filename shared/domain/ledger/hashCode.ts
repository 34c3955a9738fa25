import { scryptSync } from 'node:crypto';

/**
 * All that is kept of a one-time code. Slow on purpose (some 40 ms): a code has 39 bits, and whoever read a fast hash of it in the
 * table would have the code within minutes.
 */
export const hashCode = (city: string, code: string): string =>
  scryptSync(code, `wangge one-time code ${city}`, 18, { N: 2 ** 14, r: 8, p: 1 }).toString('base64url');
