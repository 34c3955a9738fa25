import { Stop } from '../city/Stop.ts';

/** `--days`. Throws `Stop` for what is no number of days a code may be good for. */
export const readDays = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 30) return days;
  throw new Stop(`--days ${text} 不对：请写 1 到 30 的整数`, 2);
};
