import type { LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import type { Case, Owner } from './Case.ts';

/**
 * The people who hold a post on a day, by the ledger in force. Empty for a resident, who holds none. A post that nobody holds
 * must not swallow a case: it falls to the leaders of the area, who are told, may act and see it, all three by this function.
 */
export const postHolders = (
  owner: Owner,
  leaf: string,
  now: Instant,
  ledger: Knowledge,
): readonly LedgerRow[] => {
  const [role, code] = splitOwner(owner);
  const today = dateText(dayOf(now));
  if (role === 'resident') return [];
  const holders =
    role === 'unit' ? unitHolders(code, leaf, today, ledger) : ledger.holders(role, code, today);
  return holders.length > 0 ? holders : areaLeaders(leaf, today, ledger);
};

const unitHolders = (unit: string, leaf: string, today: string, ledger: Knowledge): readonly LedgerRow[] => {
  const handlers = ledger.holders('handler', leaf, today, unit);
  return handlers.length > 0 ? handlers : ledger.holders('leader', leaf, today, unit);
};

/** Leaders of an area rather than of a unit, where there are any, from the leaf upwards. */
export const areaLeaders = (leaf: string, today: string, ledger: Knowledge): readonly LedgerRow[] => {
  for (const area of ledger.lineage(leaf)) {
    const leaders = ledger.holders('leader', area.code, today).filter((row) => row.unit === undefined);
    if (leaders.length > 0) return leaders;
  }
  return ledger.holders('leader', leaf, today);
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
