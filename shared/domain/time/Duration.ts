/** Natural time (`ms`), working hours (`ms` of open time) or working days (`days`). */
export type Duration =
  | { readonly unit: 'natural'; readonly ms: number }
  | { readonly unit: 'workingHours'; readonly ms: number }
  | { readonly unit: 'workingDays'; readonly days: number };

const PATTERN = /^(\d{1,5}(?:\.\d{1,2})?)(wd|wh|d|h|m)$/;
const NATURAL = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `30m` `8h` `3d` `4wh` `5wd`; undefined when the text is none of these, is zero, or cuts a working day. */
export const parseDuration = (text: string): Duration | undefined => {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]);
  if (amount <= 0) return undefined;
  const unit = match[2] as 'wd' | 'wh' | 'd' | 'h' | 'm';
  if (unit === 'wd') return Number.isInteger(amount) ? { unit: 'workingDays', days: amount } : undefined;
  if (unit === 'wh') return { unit: 'workingHours', ms: amount * 3_600_000 };
  return { unit: 'natural', ms: amount * NATURAL[unit] };
};
