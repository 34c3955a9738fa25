import type { LedgerRow, Role } from '../../domain/city/City.ts';
import { type Span, termOf } from './daySpans.ts';

/** A row of the ledger with its place there and its days. */
export interface Post {
  readonly index: number;
  readonly row: LedgerRow;
  readonly term: Span;
}

/** The posts of a role by the code of their area, in the order of the ledger. */
export const postsOf = (ledger: readonly LedgerRow[], role: Role): ReadonlyMap<string, readonly Post[]> => {
  const posts = new Map<string, Post[]>();
  for (const [index, row] of ledger.entries()) {
    if (row.role !== role) continue;
    const same = posts.get(row.area) ?? [];
    same.push({ index, row, term: termOf(row) });
    posts.set(row.area, same);
  }
  return posts;
};

/** Where to write on: the row whose term ends right before a gap, or the one that begins right after it. */
export const rowBeside = (posts: readonly Post[], gap: Span): number | undefined =>
  (posts.find(({ term }) => term.to === gap.from - 1) ?? posts.find(({ term }) => term.from === gap.to + 1))
    ?.index;
