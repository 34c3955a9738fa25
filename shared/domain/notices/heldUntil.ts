import { clockTime } from '../time/clockTime.ts';
import { type Instant, timeOfDay } from '../time/Instant.ts';

/** What of a message says whether it can wait. */
export interface Tidings {
  readonly urgent: boolean;
  /** When what it tells of must be done. */
  readonly due?: Instant | undefined;
}

const DAY = 86_400_000;
/** What was held is let go in the first minutes after; whatever comes right then goes behind it, not before. */
const LETTING_GO = 2 * 60_000;

/**
 * 免打扰: until when a message waits; undefined when it is told now. Within the city's quiet hours everything waits but what is
 * urgent and what must be done before they are over.
 */
export const heldUntil = (
  { urgent, due }: Tidings,
  now: Instant,
  quiet: readonly [string, string],
): Instant | undefined => {
  const { from, to } = quietAround(now, quiet);
  const until = now < to ? to : to + LETTING_GO;
  if (urgent || from === to || now >= until) return undefined;
  return due !== undefined && due >= from && due < until ? undefined : until;
};

/** The quiet hours that began last. They may cross midnight. */
const quietAround = (
  now: Instant,
  [begin, end]: readonly [string, string],
): { readonly from: Instant; readonly to: Instant } => {
  const length = (clockTime(end) - clockTime(begin) + DAY) % DAY;
  const today = now - timeOfDay(now) + clockTime(begin);
  const from = today <= now ? today : today - DAY;
  return { from, to: from + length };
};
