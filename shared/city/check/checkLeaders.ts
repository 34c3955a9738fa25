import { dayNumber } from '../../domain/time/Instant.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { gapsAfter, nameSpan } from './daySpans.ts';
import { leafTree } from './leafTree.ts';
import { nameArea } from './nameArea.ts';
import { postsOf, rowBeside } from './postsOf.ts';

/** What nobody else answers for falls to the leader of the whole city: there is one on every day from today on. */
export const checkLeaders: Check = (draft) => {
  const { areas, ledger } = draft.city;
  if (!areas || !ledger || draft.partial.has('areas') || draft.partial.has('ledger')) return [];
  const tree = leafTree(draft);
  const root = tree.areas[0];
  if (!root) return [];
  const posts = postsOf(ledger, 'leader').get(root.code) ?? [];
  return gapsAfter(
    dayNumber(draft.today),
    posts.map(({ term }) => term),
  ).map((gap): Finding => {
    const beside = rowBeside(posts, gap);
    return {
      at: beside === undefined ? ['areas', tree.indexes[0] ?? 0, 'code'] : ['ledger', beside],
      what: `${nameArea(root)}${nameSpan(gap)}没有 leader，无人接的件没有人兜底`,
      remedy: `在 ledger.csv 里为 ${root.code} 补一行 leader`,
    };
  });
};
