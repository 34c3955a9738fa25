import type { Duration } from '../time/Duration.ts';
import type { DateText, Instant } from '../time/Instant.ts';

export interface Deadline {
  readonly at: Instant;
  /** It crosses a year whose working days are not announced yet. */
  readonly provisional: boolean;
}

/** Days in a row as the yearly notice names them, dates as `YYYY-MM-DD`. `off`: a holiday; `work`: weekend days that are worked (调休). */
export interface CalendarException {
  readonly kind: 'off' | 'work';
  readonly from: DateText;
  readonly to: DateText;
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
  /**
   * When a limit that ended at `due` ends after its clock stood still between two instants: later by the natural or working time that
   * passed; a limit of working days by one for every close of hours it stood through (after `stopped`, not after `restarted`).
   */
  stretched(due: Instant, duration: Duration, stopped: Instant, restarted: Instant): Deadline;
  /** Holidays and worked weekends from the day of `from` to that of `to`, in order. */
  exceptions(from: Instant, to: Instant): readonly CalendarException[];
  /** Open milliseconds between two instants. */
  workingTime(from: Instant, to: Instant): number;
  /** The instant by which so many open milliseconds have passed. */
  afterWorkingTime(from: Instant, ms: number): Instant;
  /** When the next working day after the day of `from` opens. */
  nextOpening(from: Instant): Instant;
}
