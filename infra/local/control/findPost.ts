import type { LedgerRow, Role } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { isOf } from '../../../shared/domain/ledger/buildLedger.ts';
import { isHeld } from '../../../shared/domain/ledger/isHeld.ts';
import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';

export interface Post {
  readonly post: Role;
  readonly area?: string;
  readonly unit?: string | undefined;
  /** Preferred among several who hold it. */
  readonly person?: string;
}

/** The first of those who hold a post at an instant: for an area the most specific, for a unit alone wherever it is. */
export const findPost = (know: Knowledge, wanted: Post, at: Instant): LedgerRow | undefined => {
  const date = dateText(dayOf(at));
  if (wanted.area) {
    const { person } = wanted;
    const holders = know.holders(wanted.post, wanted.area, date, wanted.unit);
    const chosen = person === undefined ? undefined : holders.find((row) => isOf(row, person));
    return chosen ?? holders[0];
  }
  return know.city.ledger.find(
    (row) => row.role === wanted.post && row.unit === wanted.unit && isHeld(row, date),
  );
};

/** `web` and `H007` make `web:H007`; a whole conversation stays one. */
export const conversationOfPost = (row: LedgerRow): string =>
  row.channel.includes(':') ? row.channel : `${row.channel}:${row.person}`;
