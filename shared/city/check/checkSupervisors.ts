import { roleNames } from '../../domain/city/roleNames.ts';
import { dayNumber } from '../../domain/time/Instant.ts';
import type { Finding } from '../Fault.ts';
import { coverLeaves } from './coverLeaves.ts';
import type { Check, Draft } from './Draft.ts';
import { gapsAfter, nameSpan, type Span } from './daySpans.ts';
import { isLeaf, type LeafTree, leafTree } from './leafTree.ts';
import { nameCovered } from './nameArea.ts';
import { type Post, postsOf, rowBeside } from './postsOf.ts';

/**
 * Every leaf has a supervisor on every day, its own or that of an area above: from today, or from the first day it had one if that
 * is earlier, for ever. The days without are told for the highest areas that lack one together.
 */
export const checkSupervisors: Check = (draft) => {
  const { areas, ledger } = draft.city;
  if (!areas || !ledger || draft.partial.has('areas') || draft.partial.has('ledger')) return [];
  const posts = postsOf(ledger, 'supervisor');
  const tree = leafTree(draft);
  const cover = coverLeaves(tree);
  return [...leavesByGap(tree, posts, draft)].flatMap(([, { gap, leaves }]) =>
    cover(leaves).map((where): Finding => {
      const code = tree.areas[where.area]?.code ?? '';
      const beside = rowBeside(posts.get(code) ?? [], gap);
      return {
        at: beside === undefined ? ['areas', tree.indexes[where.area] ?? 0, 'code'] : ['ledger', beside],
        what: `${nameCovered(where, tree)}${nameSpan(gap)}没有${roleNames.supervisor}`,
        remedy: `在 ledger.csv 里为它补一行 supervisor`,
      };
    }),
  );
};

interface Held {
  readonly spans: readonly Span[];
  /** The days without. */
  readonly gaps: readonly Span[];
}

type Gaps = ReadonlyMap<string, { readonly gap: Span; readonly leaves: readonly number[] }>;

const leavesByGap = (tree: LeafTree, posts: ReadonlyMap<string, readonly Post[]>, draft: Draft): Gaps => {
  const today = dayNumber(draft.today);
  const held: Held[] = [];
  const nobody: Held = { spans: [], gaps: gapsAfter(today, []) };
  const found = new Map<string, { readonly gap: Span; readonly leaves: number[] }>();
  for (const [at, { code }] of tree.areas.entries()) {
    const above = held[tree.parents[at] ?? -1] ?? nobody;
    const own = posts.get(code);
    const here = own ? holdAlso(above, own, today) : above;
    held.push(here);
    if (!isLeaf(tree, at)) continue;
    for (const gap of here.gaps) {
      const key = `${gap.from} ${gap.to}`;
      const same = found.get(key) ?? { gap, leaves: [] };
      same.leaves.push(at);
      found.set(key, same);
    }
  }
  return found;
};

const holdAlso = ({ spans: above }: Held, own: readonly Post[], today: number): Held => {
  const spans = [...above, ...own.map(({ term }) => term)];
  const first = spans.reduce((earliest, { from }) => Math.min(earliest, from), today);
  // Who holds for a time that nobody knows has always held.
  return { spans, gaps: gapsAfter(Number.isFinite(first) ? first : today, spans) };
};
