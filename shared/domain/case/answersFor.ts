import type { LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import type { Case, Owner } from './Case.ts';

/** The people who hold a post on a day, by the ledger in force. Empty for a resident, who holds none. */
export const postHolders = (
  owner: Owner,
  leaf: string,
  now: Instant,
  ledger: Knowledge,
): readonly LedgerRow[] => {
  const [role, code] = splitOwner(owner);
  const today = dateText(dayOf(now));
  if (role === 'unit') {
    const handlers = ledger.holders('handler', leaf, today, code);
    return handlers.length > 0 ? handlers : ledger.holders('leader', leaf, today, code);
  }
  return role === 'resident' ? [] : ledger.holders(role, code, today);
};

/** Whether it is this person's turn. */
export const answersFor = (
  person: string,
  state: Pick<Case, 'owner' | 'leaf'>,
  now: Instant,
  ledger: Knowledge,
): boolean => {
  const [role, code] = splitOwner(state.owner);
  if (role === 'resident') return person === code;
  return postHolders(state.owner, state.leaf, now, ledger).some((row) => row.person === person);
};

/** `unit@U03` → `['unit', 'U03']`. */
export const splitOwner = (
  owner: Owner,
): readonly ['supervisor' | 'dispatcher' | 'unit' | 'resident', string] => {
  const at = owner.indexOf('@');
  return [owner.slice(0, at) as 'supervisor' | 'dispatcher' | 'unit' | 'resident', owner.slice(at + 1)];
};
