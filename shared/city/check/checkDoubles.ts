import { roleNames } from '../../domain/city/roleNames.ts';
import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { nameSpan } from './daySpans.ts';
import { nameArea } from './nameArea.ts';
import { type Post, postsOf } from './postsOf.ts';

/** No area has two supervisors on one day. */
export const checkDoubles: Check = ({ city }) => {
  const areas = new Map(city.areas?.map((area) => [area.code, area]));
  return [...postsOf(city.ledger ?? [], 'supervisor')].flatMap(([code, posts]) => {
    const area = areas.get(code);
    return overlapsIn(posts, area ? nameArea(area) : code);
  });
};

/** Each is compared with the one before it that lasts longest. */
const overlapsIn = (posts: readonly Post[], area: string): readonly Finding[] => {
  const found: Finding[] = [];
  let longest: Post | undefined;
  for (const post of posts
    .filter(isKnown)
    .toSorted((a, b) => a.term.from - b.term.from || a.index - b.index)) {
    if (longest && post.term.from <= longest.term.to) found.push(overlap(longest, post, area));
    if (!longest || post.term.to > longest.term.to) longest = post;
  }
  return found;
};

/** A term that ends before it begins is told of elsewhere. */
const isKnown = ({ term }: Post): boolean => Number.isFinite(term.from);

const overlap = (a: Post, b: Post, area: string): Finding => {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  const days = nameSpan({ from: b.term.from, to: Math.min(a.term.to, b.term.to) });
  const said = (what: string, remedy: string): Finding => ({
    at: ['ledger', second.index],
    also: ['ledger', first.index],
    what,
    remedy,
  });
  const { person, name } = second.row;
  if (first.row.person === person)
    return said(
      `${area}的${roleNames.supervisor} ${person} ${name}${days}写了两次`,
      '只留一行，或让两段任期前后相接',
    );
  return said(
    `${area}${days}同时有两名${roleNames.supervisor}：${first.row.person} 和 ${person}`,
    '前任的 to 写到后任上任的前一天',
  );
};
