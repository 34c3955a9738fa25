import type { Knowledge } from '../city/Knowledge.ts';
import { isOf } from '../ledger/buildLedger.ts';
import { eachOnce } from '../ledger/eachOnce.ts';
import type { Instant } from '../time/Instant.ts';
import { answersFor, postHolders } from './answersFor.ts';
import type { Case } from './Case.ts';
import type { Turns } from './turnsOf.ts';

/**
 * The names of those who answer for a case now, for somebody who did while it was with the same post. Undefined for everybody
 * else: they have no business with it.
 */
export const takenOver = (
  person: string,
  state: Turns & Pick<Case, 'leaf' | 'handedFrom' | 'ownedSince'>,
  now: Instant,
  ledger: Knowledge,
): readonly string[] | undefined => {
  if (answersFor(person, state, now, ledger)) return undefined;
  const { owner, leaf, handedFrom = [], ownedSince } = state;
  // Before the case was told, the ledger knows: whoever held the post when the case came to it.
  const held =
    handedFrom.includes(person) ||
    (ownedSince !== undefined &&
      postHolders(owner, leaf, ownedSince, ledger).some((row) => isOf(row, person)));
  if (!held) return undefined;
  const names = eachOnce(postHolders(owner, leaf, now, ledger)).map(({ name }) => name);
  return names.length > 0 ? names : undefined;
};
