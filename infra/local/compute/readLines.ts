import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Calls back with each whole line of a stream. */
export const readLines = (stream: Readable, line: (line: string) => void): void => {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line);
};
