import type { Knowledge, RuleBook } from '../../city/Knowledge.ts';
import type { Instant } from '../../time/Instant.ts';

/** What clocks go by: `rules` for limits, and with `ledger` the working days that are announced by now. */
export interface Time {
  readonly now: Instant;
  readonly rules: RuleBook;
  readonly ledger: Pick<Knowledge, 'city'>;
}
