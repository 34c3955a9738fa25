import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';
import { binding as say } from '../phrases/binding.ts';

type Post = ReturnType<Knowledge['posts']>[number];

const SHOWN = 3;

/** `网格监督员（向阳社区第一网格）`: the posts somebody holds themself at that moment; empty when none. */
export const describePosts = (person: string, know: Knowledge, now: Instant): string => {
  const own = know.posts(person, dateText(dayOf(now))).filter((post) => post.actingFor === undefined);
  const shown = own
    .slice(0, SHOWN)
    .map((post) => say.post(say.roles[post.role], whereOf(post, know)))
    .join('、');
  return own.length > SHOWN ? say.morePosts(shown, own.length) : shown;
};

/** A unit by its name; a leaf with its community, unless its name says it (向阳第一网格): many a community has a 第一网格. */
const whereOf = ({ unit, area }: Post, know: Knowledge): string => {
  if (unit !== undefined) return know.unit(unit)?.name ?? unit;
  const [own, parent] = know.lineage(area);
  const name = own?.name ?? area;
  const tells = !parent || !know.isLeaf(area) || name.startsWith(parent.name.slice(0, 2));
  return tells ? name : `${parent.name}${name}`;
};
