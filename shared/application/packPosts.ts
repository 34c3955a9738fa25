import type { PostChange } from '../domain/ledger/changedPosts.ts';
import type { Post } from '../domain/ledger/Post.ts';

/** Posts of one message: what one run of a function can tell. */
const MOST_POSTS = 100;

/** Changed posts in packs, one message each. What the same people got stays together: they hear once of all of it. */
export const packPosts = (changes: readonly PostChange[]): readonly (readonly Post[])[] => {
  const packs: Post[][] = [];
  for (const alike of Map.groupBy(changes, ({ to }) => to.join(' ')).values()) {
    const posts = alike.flatMap((change) => change.posts);
    for (let i = 0; i < posts.length; i += MOST_POSTS) {
      const some = posts.slice(i, i + MOST_POSTS);
      const last = packs.at(-1);
      if (last && last.length + some.length <= MOST_POSTS) last.push(...some);
      else packs.push(some);
    }
  }
  return packs;
};
