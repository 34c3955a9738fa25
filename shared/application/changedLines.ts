import type { HandOverBody } from '../contracts/handOver.ts';
import { holdersOn } from '../domain/case/answersFor.ts';
import type { Holder } from '../domain/ledger/buildLedger.ts';
import { type Change, changedHolders } from '../domain/ledger/changedHolders.ts';
import { changeOf, type InForce } from '../domain/ledger/changedPosts.ts';
import { type Post, postKey, postOf } from '../domain/ledger/Post.ts';
import type { TaskLine } from './ports.ts';

/** A case for which others answer, and those who do and did. */
export interface ChangedLine extends Change {
  readonly line: TaskLine;
  /** The one because of which it is told. */
  readonly post: Post;
  readonly before: readonly Holder[];
  readonly after: readonly Holder[];
}

/**
 * The lines for which others answer now because of one of these posts. Where several posts changed at once (a cell's, and the
 * leader's to whom it falls), the first one tells, so that nobody counts a case twice.
 */
export const changedLines = ({ posts }: HandOverBody, before: InForce, after: InForce) => {
  const own = new Set(posts.map((post) => postKey(asPost(post))));
  const known = new Map<string, boolean>();
  const changedPost = (row: Holder): Post | undefined => {
    const post = postOf(row);
    if (!post) return undefined;
    const key = postKey(post);
    const changed = known.get(key) ?? changeOf(post, before, after) !== undefined;
    known.set(key, changed);
    return changed ? post : undefined;
  };
  return (lines: readonly TaskLine[]): readonly ChangedLine[] =>
    lines
      .flatMap(({ owner, others = [], ...line }) =>
        [owner, ...others].map((turn) => ({ ...line, owner: turn })),
      )
      .flatMap((line) => {
        const [was, is] = [before, after].map(({ know, date }) =>
          holdersOn(line.owner, line.leaf, date, know),
        );
        if (!was || !is) return [];
        const change = changedHolders(was, is);
        if (!change) return [];
        const [post] = [...was, ...is].flatMap((row) => changedPost(row) ?? []);
        return post && own.has(postKey(post)) ? [{ ...change, line, post, before: was, after: is }] : [];
      });
};

/** The post of a message: without a unit where it has none. */
export const asPost = ({ role, area, unit }: HandOverBody['posts'][number]): Post => ({
  role,
  area,
  ...(unit === undefined ? {} : { unit }),
});
