import { createHash } from 'node:crypto';
import { dateText, dayOf, type Instant, timeOfDay } from '../time/Instant.ts';

/** Parts of a day that a number tells apart, 86.4 s each, so that numbers sort by age. */
const PARTS = 1_000;

/**
 * 受理编号: the date, the part of the day, and four digits that cannot be counted through, `202609284163201`.
 * Follows from the command and the moment it was said, so that the same message asks for the same number; `attempt` counts
 * on when it is taken.
 */
export const caseNumber = (at: Instant, command: string, attempt: number): string => {
  const digest = createHash('sha256').update(`${command}#${attempt}`).digest();
  const digits = String(digest.readUInt32BE(0) % 10_000).padStart(4, '0');
  const part = String(Math.floor((timeOfDay(at) * PARTS) / 86_400_000)).padStart(3, '0');
  return `${dateText(dayOf(at)).replaceAll('-', '')}${part}${digits}`;
};
