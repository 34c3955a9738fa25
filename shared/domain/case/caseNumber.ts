import { createHash } from 'node:crypto';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';

/**
 * 受理编号: the date and seven digits that cannot be counted through, `202609280483201`.
 * Follows from the command, so that the same message asks for the same number; `attempt` counts on when it is taken.
 */
export const caseNumber = (at: Instant, command: string, attempt: number): string => {
  const digest = createHash('sha256').update(`${command}#${attempt}`).digest();
  const digits = (digest.readUInt32BE(0) % 10_000_000).toString().padStart(7, '0');
  return `${dateText(dayOf(at)).replaceAll('-', '')}${digits}`;
};
