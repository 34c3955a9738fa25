import type { Duration } from '../time/Duration.ts';
import type { Instant } from '../time/Instant.ts';

export interface Deadline {
  readonly at: Instant;
  /** It crosses a year whose working days are not announced yet. */
  readonly provisional: boolean;
}

/** Working time of one city. Built once per city version; every question is answered in constant or logarithmic time. */
export interface Calendar {
  isWorkingDay(date: string): boolean;
  isOpen(at: Instant): boolean;
  /**
   * The instant a limit of `duration` that starts at `from` ends.
   * Working days: the start day does not count; ends at the close of hours of the last one (Civil Code art. 201).
   * Working hours: counted while open only. Natural time: the plain sum.
   */
  deadline(from: Instant, duration: Duration): Deadline;
  /** Open milliseconds between two instants. */
  workingTime(from: Instant, to: Instant): number;
  /** The instant by which so many open milliseconds have passed. */
  afterWorkingTime(from: Instant, ms: number): Instant;
  /** When the next working day after the day of `from` opens. */
  nextOpening(from: Instant): Instant;
}
