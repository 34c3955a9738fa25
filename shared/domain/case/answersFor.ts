import type { Role } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { nearestStanding } from '../city/nearestStanding.ts';
import { type Holder, isOf } from '../ledger/buildLedger.ts';
import type { Post } from '../ledger/Post.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import type { Case, Owner } from './Case.ts';
import { type Turns, turnsOf } from './turnsOf.ts';

/**
 * The people who hold a post on a day, by the ledger in force. Empty for a resident, who holds none. A post that nobody holds
 * must not swallow a case: it falls to the leaders of the area, who are told, may act and see it, all three by this function.
 */
export const postHolders = (owner: Owner, leaf: string, now: Instant, ledger: Knowledge): readonly Holder[] =>
  holdersOn(owner, leaf, dateText(dayOf(now)), ledger);

/** The same on a date. */
export const holdersOn = (owner: Owner, leaf: string, date: string, ledger: Knowledge): readonly Holder[] => {
  const [role, code] = splitOwner(owner);
  if (role === 'resident') return [];
  const holders =
    role === 'unit'
      ? inPost({ role: 'handler', area: leaf, unit: code }, date, ledger)
      : inPost({ role, area: code }, date, ledger);
  return holders.length > 0 ? holders : areaLeaders(leaf, date, ledger);
};

/** Who answers in a post on a date, in the end the leaders of its area. */
export const holdersOfPost = (post: Post, date: string, ledger: Knowledge): readonly Holder[] => {
  const holders = inPost(post, date, ledger);
  return holders.length > 0 ? holders : areaLeaders(post.area, date, ledger);
};

/** Everybody of a role for a leaf, without anybody to stand in where there is none. */
export const rolesIn = (role: Role, leaf: string, date: string, ledger: Knowledge): readonly Holder[] =>
  ledger.holders(role, nearestStanding(leaf, ledger), date);

/** Whoever holds the post or the next one above it; of a unit without handlers its leader. */
const inPost = ({ role, area, unit }: Post, date: string, ledger: Knowledge): readonly Holder[] => {
  const at = nearestStanding(area, ledger);
  if (role === 'leader' && unit === undefined) return areaLeaders(at, date, ledger);
  const holders = ledger.holders(role, at, date, unit);
  return holders.length > 0 || role !== 'handler' ? holders : ledger.holders('leader', at, date, unit);
};

/** Leaders of an area rather than of a unit, where there are any, from the leaf upwards. */
export const areaLeaders = (code: string, today: string, ledger: Knowledge): readonly Holder[] => {
  const leaf = nearestStanding(code, ledger);
  for (const area of ledger.lineage(leaf)) {
    const leaders = ledger.holders('leader', area.code, today).filter((row) => row.unit === undefined);
    if (leaders.length > 0) return leaders;
  }
  return ledger.holders('leader', leaf, today);
};

/** Whether a person answers in a post, for a case in that leaf. */
export const holdsPost = (
  person: string,
  owner: Owner,
  leaf: string,
  { now, ledger }: { readonly now: Instant; readonly ledger: Knowledge },
): boolean => {
  const [role, code] = splitOwner(owner);
  if (role === 'resident') return person === code;
  return postHolders(owner, leaf, now, ledger).some((row) => isOf(row, person));
};

/** Whether it is this person's turn, in whatever respect. */
export const answersFor = (
  person: string,
  state: Turns & Pick<Case, 'leaf'>,
  now: Instant,
  ledger: Knowledge,
): boolean => hasTurn(person, turnsOf(state), state.leaf, { now, ledger });

/** Whether a person answers in one of some posts, for a case in that leaf. */
export const hasTurn = (
  person: string,
  turns: readonly Owner[],
  leaf: string,
  today: { readonly now: Instant; readonly ledger: Knowledge },
): boolean => turns.some((owner) => holdsPost(person, owner, leaf, today));

type OwnerRole = 'supervisor' | 'dispatcher' | 'leader' | 'expert' | 'unit' | 'resident';

/** `unit@U03` → `['unit', 'U03']`. */
export const splitOwner = (owner: Owner): readonly [OwnerRole, string] => {
  const at = owner.indexOf('@');
  return [owner.slice(0, at) as OwnerRole, owner.slice(at + 1)];
};
