import { createHash } from 'node:crypto';

/** The same id for the same words, every time and on every machine: `P3f2a9c01be`. */
export const makeId = (letter: 'P' | 'U', ...words: readonly string[]): string =>
  `${letter}${createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 10)}`;
