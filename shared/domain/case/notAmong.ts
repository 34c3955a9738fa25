import { dateText, dayOf } from '../time/Instant.ts';
import { holdersOn } from './answersFor.ts';
import type { Case, Owner } from './Case.ts';
import { isAccused } from './maySee.ts';
import type { Facts } from './Rule.ts';

/**
 * The first of some posts that somebody else than these people answers in, by today's ledger; undefined where there is none. For what
 * nobody may decide who had a hand in it.
 */
export const notAmong = (
  people: readonly string[],
  posts: readonly Owner[],
  state: Pick<Case, 'leaf' | 'about'>,
  { now, ledger }: Pick<Facts, 'now' | 'ledger'>,
): Owner | undefined => {
  const today = dateText(dayOf(now));
  return posts.find((post) =>
    holdersOn(post, state.leaf, today, ledger).some(
      ({ person }) => !people.includes(person) && !isAccused(person, state, now, ledger),
    ),
  );
};
