import type { Role } from '../city/City.ts';
import type { DateText } from '../time/Instant.ts';

/**
 * 空岗: a post that somebody must fill and in which, on some day from today to the thirtieth after it, nobody answers. Must be filled
 *
 * - `supervisor`: for every leaf, by somebody of it or of an area above,
 * - `desk`: the dispatcher's for every street, by somebody of it or above; where there are no streets, for the areas that there are,
 * - `leader`: of the city as a whole, to whom falls what nobody else answers for,
 * - `unit`: where a rule leads to a unit, by a handler or the leader of it,
 * - `ended`: a leader's of any other area or of a unit, an expert's, an auditor's, an operator's, once the ledger has named anybody in it.
 *
 * `leave`: any post whose people are all on leave with nobody standing in. Other posts are not asked for: what was never filled is not
 * known to be wanted, and the work of supervisors, desks and handlers whose own post has ended is done by those above.
 */
export interface Vacancy {
  readonly kind: 'supervisor' | 'desk' | 'leader' | 'unit' | 'ended' | 'leave';
  /** Where it is missing: the largest area that this is true of. */
  readonly area: string;
  /** The first such day, today or later. */
  readonly from: DateText;
  readonly unit?: string;
  /** Of one that ended, and of a leave. */
  readonly role?: Role;
}
