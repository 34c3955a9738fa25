import { holdersOfPost } from '../case/answersFor.ts';
import type { LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import { type Change, changedHolders } from './changedHolders.ts';
import { isHeld } from './isHeld.ts';
import { type Post, postKey, postOf } from './Post.ts';

/** What is in force on a day: who answers follows from nothing else. */
export interface InForce {
  readonly know: Knowledge;
  readonly date: string;
}

/** Posts that the same people left to the same people. */
export interface PostChange extends Change {
  readonly posts: readonly Post[];
}

/** Every post in which others answer than before, those that change in the same way together. */
export const changedPosts = (before: InForce, after: InForce): readonly PostChange[] => {
  const posts = new Map(
    candidates(before, after).flatMap((row) => {
      const post = postOf(row);
      return post ? [[postKey(post), post] as const] : [];
    }),
  );
  const changes = [...posts.values()].flatMap((post) => {
    const change = changeOf(post, before, after);
    return change ? [{ post, change }] : [];
  });
  const alike = Map.groupBy(changes, ({ change }) =>
    JSON.stringify([change.because, change.from, change.to]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first.change, posts: group.map(({ post }) => post) }] : [];
  });
};

/** Who answers in a post on the one day and no longer on the other. */
export const changeOf = (post: Post, before: InForce, after: InForce): Change | undefined =>
  changedHolders(holdersOfPost(post, before.date, before.know), holdersOfPost(post, after.date, after.know));

/** Rows that can make a difference. Of one and the same ledger these are few: whose term begins or ends, and who is or was away. */
const candidates = (before: InForce, after: InForce): readonly LedgerRow[] => {
  const rows = before.know.city.ledger;
  if (rows !== after.know.city.ledger) return [...rows, ...after.know.city.ledger];
  const away = new Set(
    [before, after].flatMap(({ know }) => know.staffing.leaves.map(({ person }) => person)),
  );
  return rows.filter((row) => isHeld(row, before.date) !== isHeld(row, after.date) || away.has(row.person));
};
