import type { LogLine } from '../compute/FunctionLog.ts';

const OFFSET = 8 * 3_600_000;

/** `10:00:01 takeTurn     a turn was taken`: the time is the local clock's, in China. */
export const formatLine = ({ level, from, message }: LogLine, now: number): string => {
  const time = new Date(now + OFFSET).toISOString().slice(11, 19);
  const mark = level === 'INFO' || level === 'DEBUG' ? '' : `${level} `;
  return `${time} ${from.padEnd(13)} ${mark}${message}`;
};
