import type { Knowledge, RuleBook } from '../city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import { holdersOn } from './answersFor.ts';
import type { Case, Owner } from './Case.ts';
import { isAccused } from './maySee.ts';

interface Today {
  readonly now: Instant;
  readonly rules: RuleBook;
  readonly ledger: Knowledge;
}

type Placed = Pick<Case, 'leaf' | 'about'>;

/** The supervisor of the cell a case lies in. */
export const supervisorOf = (state: Placed, today: Today): Owner =>
  fairPost(state, [`supervisor@${state.leaf}`, ...leadersFrom(state, 1, today)], today);

/** The dispatcher's desk that a case falls to: the street's; dispatchers above it answer for a street that has none of its own. */
export const deskOf = (state: Placed, today: Today): Owner => {
  const street = streetIn(state, today);
  const code = today.rules.lineage(state.leaf)[street]?.code ?? state.leaf;
  return fairPost(state, [`dispatcher@${code}`, ...leadersFrom(state, street + 1, today)], today);
};

/** The leader of the street, or with `above` of so many levels higher; at the top, the top's. */
export const leaderAbove = (state: Placed, above: number, today: Today): Owner => {
  const top = today.rules.lineage(state.leaf).length - 1;
  const from = Math.min(streetIn(state, today) + above, Math.max(0, top));
  return fairPost(state, leadersFrom(state, from, today), today);
};

/**
 * 举报: the first of some posts in which somebody answers who is not of the unit complained about; the last where everybody is. Else
 * nobody could move the case.
 */
const fairPost = (state: Placed, posts: readonly Owner[], { now, ledger }: Today): Owner => {
  const today = dateText(dayOf(now));
  const isFair = (post: Owner): boolean =>
    holdersOn(post, state.leaf, today, ledger).some(({ person }) => !isAccused(person, state, now, ledger));
  const found = state.about === undefined ? posts[0] : (posts.find(isFair) ?? posts.at(-1));
  return found ?? `leader@${state.leaf}`;
};

/** Leaders of the areas above a leaf, from so many levels up. */
const leadersFrom = ({ leaf }: Placed, from: number, { rules }: Today): readonly Owner[] =>
  rules
    .lineage(leaf)
    .slice(from)
    .map(({ code }): Owner => `leader@${code}`);

/** How many levels up the street is. */
const streetIn = ({ leaf }: Placed, { rules }: Today): number =>
  Math.max(
    0,
    rules.lineage(leaf).findIndex(({ level }) => level === 'street'),
  );
