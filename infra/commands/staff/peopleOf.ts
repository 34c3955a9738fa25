import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { isHeld } from '../../../shared/domain/ledger/isHeld.ts';
import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';

interface Person {
  readonly person: string;
  readonly name: string;
  /** Where they are spoken to; absent for those who have no chat account yet. */
  readonly account?: string;
  readonly from: 'code' | 'ledger';
  readonly away: boolean;
}

/** Everybody who holds a post now or will, by their id. */
export const peopleOf = ({ city, staffing }: Knowledge, now: Instant): readonly Person[] => {
  const today = dateText(dayOf(now));
  const rows = city.ledger.filter((row) => row.to === undefined || row.to >= today);
  const first = new Map(rows.toReversed().map((row) => [row.person, row]));
  return [...first.values()]
    .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    .map(({ person, name, channel }) => {
      const bound = staffing.bindings[person];
      // A bare channel says where somebody may be met, not as whom.
      const account = bound ?? (channel.includes(':') ? channel : undefined);
      return {
        person,
        name,
        ...(account === undefined ? {} : { account }),
        from: bound === undefined ? 'ledger' : 'code',
        away: staffing.leaves.some((leave) => leave.person === person && isHeld(leave, today)),
      };
    });
};
