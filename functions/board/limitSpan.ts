import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { parseDuration } from '../../shared/domain/time/Duration.ts';
import { durationText } from '../../shared/domain/time/durationText.ts';
import { phrases } from './phrases.ts';

const HOUR = 3_600_000;
/** How long working time takes on the clock, roughly: only to tell what is longer. */
const A_WORKING_HOUR = 3;
const A_WORKING_DAY = 34 * HOUR;

/** 「3 小时～5 个工作日」: the quickest and the slowest time to handle that services have. */
export const limitSpan = (know: Knowledge, services: readonly string[]): string => {
  const limits = services
    .flatMap((code) => know.service(code)?.conditions ?? [])
    .map(({ limits: { handle } }) => handle)
    .sort((a, b) => roughly(a) - roughly(b));
  const [quickest, slowest] = [limits[0], limits.at(-1)];
  return quickest === undefined || slowest === undefined
    ? ''
    : phrases.sheet.span(durationText(quickest), durationText(slowest));
};

const roughly = (text: string): number => {
  const duration = parseDuration(text);
  switch (duration?.unit) {
    case 'natural':
      return duration.ms;
    case 'workingHours':
      return duration.ms * A_WORKING_HOUR;
    case 'workingDays':
      return duration.days * A_WORKING_DAY;
    default:
      return 0;
  }
};
