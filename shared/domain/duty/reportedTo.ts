import { postHolders } from '../case/answersFor.ts';
import type { Owner } from '../case/Case.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { type Holder, isOf } from '../ledger/buildLedger.ts';
import { type DateText, dateText, dayOf, type Instant } from '../time/Instant.ts';

/** A post that is reported: who answers in it, and who above them is to be told. */
export interface Reported {
  readonly holders: readonly Holder[];
  /** Persons; empty where there is nobody above. */
  readonly superiors: readonly string[];
}

/**
 * Who is told that a post left something lying: the superiors the ledger names, or who stands in for them. Nobody is reported to
 * themselves: where a superior answers in the post as well, it goes to the one above.
 */
export const reportedTo = (owner: Owner, leaf: string, now: Instant, know: Knowledge): Reported => {
  const holders = postHolders(owner, leaf, now, know);
  const today = dateText(dayOf(now));
  const superiors = holders.flatMap(({ superior }) => aboveAll(superior, holders, today, know) ?? []);
  return { holders, superiors: [...new Set(superiors)] };
};

const aboveAll = (
  first: string | undefined,
  holders: readonly Holder[],
  today: DateText,
  know: Knowledge,
): string | undefined => {
  const seen = new Set<string>();
  for (let next = first; next !== undefined && !seen.has(next); next = superiorOf(next, today, know)) {
    seen.add(next);
    const person = know.reachable(next, today);
    if (!holders.some((holder) => isOf(holder, person))) return person;
  }
  return undefined;
};

/** By a post of their own; one that names a superior where there are several. */
const superiorOf = (person: string, today: DateText, know: Knowledge): string | undefined =>
  know.posts(person, today).find((post) => post.actingFor === undefined && post.superior !== undefined)
    ?.superior;
