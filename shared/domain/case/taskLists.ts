import type { Knowledge } from '../city/Knowledge.ts';
import { nearestStanding } from '../city/nearestStanding.ts';
import { streetOf } from '../city/streetOf.ts';
import { streetsUnder } from '../city/streetsUnder.ts';
import { type Holder, isOf } from '../ledger/buildLedger.ts';
import type { Post } from '../ledger/Post.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import { areaLeaders } from './answersFor.ts';
import type { Owner } from './Case.ts';

/**
 * A list of open cases, as the lists are kept: of a street or a part of it, or of whom the turn is. `under`: what the codes of
 * its leaves begin with; of a street at least its nine digits.
 */
export type TaskList =
  | { readonly kind: 'supervised' | 'open'; readonly under: string }
  | { readonly kind: 'owned'; readonly owner: ListOwner; readonly under: string };

/** Posts that have lists of their own; what supervisors have is read from the street's, and of residents from their reports. */
export type ListOwner = `${'unit' | 'dispatcher' | 'leader' | 'expert'}@${string}`;

export const hasList = (owner: Owner): owner is ListOwner =>
  /^(?:unit|dispatcher|leader|expert)@/u.test(owner);

/**
 * Every list that a task of this person may stand in. They hold what is other people's, too: whose turn it is, is asked of each
 * line (`answersFor`). What the posts themselves have comes first, then the lists in which something may lie that nobody's is.
 */
export const taskLists = (person: string, now: Instant, ledger: Knowledge): readonly TaskList[] => {
  const today = dateText(dayOf(now));
  const posts = ledger.posts(person, today);
  const lists = [
    ...posts.flatMap((post) => ownLists(post, today, ledger)),
    ...posts.filter((post) => standsIn(post, today, ledger)).flatMap((post) => listsOf('open', post, ledger)),
  ];
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
};

/**
 * Every list that tasks of a post may stand in, whoever holds it; of a leader also those of posts below that nobody holds. They
 * hold what is other people's, too.
 */
export const listsOfPost = (post: Post, today: string, ledger: Knowledge): readonly TaskList[] => {
  const { role, area, unit } = post;
  switch (role) {
    case 'supervisor':
      return listsOf('supervised', post, ledger);
    case 'dispatcher':
      return desksOf(area, ledger).map(({ list }) => list);
    case 'handler':
      return unit === undefined ? [] : unitLists(unit, area, ledger);
    case 'leader': {
      const own =
        unit === undefined ? postLists(`leader@${area}`, area, ledger) : unitLists(unit, area, ledger);
      const catches = areaLeaders(area, today, ledger).every((leader) => leader.unit === unit);
      return catches ? [...own, ...listsOf('open', post, ledger)] : own;
    }
    case 'expert':
      return postLists(`expert@${area}`, area, ledger);
  }
};

const unitLists = (unit: string, area: string, ledger: Knowledge): readonly TaskList[] =>
  postLists(`unit@${unit}`, area, ledger);

/** Of all that is under an area: one list, and one for each of its streets whose code does not tell so. */
const postLists = (owner: ListOwner, area: string, ledger: Knowledge): readonly TaskList[] => {
  const below = codesUnder(area, ledger);
  const apart = partsOf(area, ledger).filter((part) => !part.startsWith(below));
  return [below, ...apart].map((under) => ({ kind: 'owned', owner, under }));
};

const ownLists = (post: Holder, today: string, ledger: Knowledge): readonly TaskList[] => {
  switch (post.role) {
    case 'supervisor':
      return listsOf('supervised', post, ledger);
    case 'dispatcher':
      return desksHeld(post, today, ledger);
    case 'handler':
      return post.unit === undefined ? [] : unitLists(post.unit, post.area, ledger);
    case 'leader':
      return post.unit === undefined
        ? postLists(`leader@${post.area}`, post.area, ledger)
        : unitLists(post.unit, post.area, ledger);
    case 'expert':
      return postLists(`expert@${post.area}`, post.area, ledger);
    default:
      return [];
  }
};

/** Whether the tasks of posts that nobody holds fall to this one. */
const standsIn = ({ role, area, person }: Holder, today: string, ledger: Knowledge): boolean =>
  role === 'leader' && areaLeaders(area, today, ledger).some((leader) => isOf(leader, person));

/** A list for each street, or for the part of one that the post is for. */
const listsOf = (
  kind: 'supervised' | 'open',
  { area }: Pick<Holder, 'area'>,
  ledger: Knowledge,
): readonly TaskList[] => partsOf(area, ledger).map((under) => ({ kind, under }));

/** Streets, or the part of one that an area is; of the whole always streets: all falls to it that nothing else is left of. */
const partsOf = (code: string, ledger: Knowledge): readonly string[] =>
  code === streetOf(code) || ledger.area(code)?.parent === undefined ? streetsUnder(code, ledger) : [code];

interface Desk {
  readonly code: string;
  readonly list: TaskList;
}

/**
 * The desks under an area are its streets', and below these there are none. Where there is no street, or none any more, a case may be
 * any desk's: all that is open there is looked at.
 */
const desksOf = (area: string, ledger: Knowledge): readonly Desk[] =>
  partsOf(area, ledger).flatMap((code): readonly Desk[] => {
    const street = ledger.lineage(code).find(({ level }) => level === 'street');
    if (street === undefined) return [{ code, list: { kind: 'open', under: code } }];
    if (street.code !== code) return [];
    return [{ code, list: { kind: 'owned', owner: `dispatcher@${code}`, under: code } }];
  });

/** The desks that this dispatcher holds: one of the street itself comes before one above it. */
const desksHeld = ({ area, person }: Holder, today: string, ledger: Knowledge): readonly TaskList[] =>
  desksOf(area, ledger)
    .filter(({ code }) =>
      ledger
        .holders('dispatcher', nearestStanding(code, ledger), today)
        .some((holder) => isOf(holder, person)),
    )
    .map(({ list }) => list);

/** What all codes below an area begin with. A province or city may be written with six digits, filled up with zeros. */
const codesUnder = (code: string, ledger: Knowledge): string => {
  const level = ledger.area(code)?.level;
  if (level === 'province') return code.slice(0, 2);
  return level === 'city' ? code.slice(0, 4) : code;
};
