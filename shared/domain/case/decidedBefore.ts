import { dateText, dayOf } from '../time/Instant.ts';
import { holdersOn } from './answersFor.ts';
import type { Case } from './Case.ts';
import type { Facts } from './Rule.ts';

/** Who refused it does not decide the appeal, as long as anybody else could. */
export const decidedBefore = (
  { declinedBy, owner, leaf }: Case,
  { by, now, ledger }: Pick<Facts, 'by' | 'now' | 'ledger'>,
): boolean =>
  declinedBy?.person === by.person &&
  holdersOn(owner, leaf, dateText(dayOf(now)), ledger).some(({ person }) => person !== by.person);
