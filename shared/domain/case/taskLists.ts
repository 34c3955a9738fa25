import type { Knowledge } from '../city/Knowledge.ts';
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

/** Units and desks have lists of their own; what supervisors have is read from the street's, and of residents from their reports. */
export type ListOwner = `${'unit' | 'dispatcher'}@${string}`;

export const hasList = (owner: Owner): owner is ListOwner => /^(?:unit|dispatcher)@/u.test(owner);

/** Codes nest: county 6 digits, street 9, and so on. */
const STREET = 9;

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
      return streetsUnder(area, ledger).map(deskList);
    case 'handler':
      return unit === undefined ? [] : [unitList(unit, area, ledger)];
    case 'leader': {
      const own = unit === undefined ? [] : [unitList(unit, area, ledger)];
      const catches = areaLeaders(area, today, ledger).every((leader) => leader.unit === unit);
      return catches ? [...own, ...listsOf('open', post, ledger)] : own;
    }
  }
};

const deskList = (desk: string): TaskList => ({ kind: 'owned', owner: `dispatcher@${desk}`, under: desk });

const unitList = (unit: string, area: string, ledger: Knowledge): TaskList => ({
  kind: 'owned',
  owner: `unit@${unit}`,
  under: codesUnder(area, ledger),
});

const ownLists = (post: Holder, today: string, ledger: Knowledge): readonly TaskList[] => {
  switch (post.role) {
    case 'supervisor':
      return listsOf('supervised', post, ledger);
    case 'dispatcher':
      return desksOf(post, today, ledger).map(deskList);
    case 'handler':
    case 'leader':
      return post.unit === undefined ? [] : [unitList(post.unit, post.area, ledger)];
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
): readonly TaskList[] => {
  if (area.length >= STREET) return [{ kind, under: area }];
  return [...new Set(ledger.leavesUnder(area).map(({ code }) => code.slice(0, STREET)))].map((under) => ({
    kind,
    under,
  }));
};

/** The streets whose desk this dispatcher holds: one of the street itself comes before one above it. */
const desksOf = ({ area, person }: Holder, today: string, ledger: Knowledge): readonly string[] =>
  streetsUnder(area, ledger).filter((code) =>
    ledger.holders('dispatcher', code, today).some((holder) => isOf(holder, person)),
  );

/** By their codes: a big city has too many areas to ask each for its lineage. */
const streetsUnder = (code: string, ledger: Knowledge): readonly string[] => {
  const under = codesUnder(code, ledger);
  return ledger.city.areas
    .filter((area) => area.level === 'street' && area.code.startsWith(under))
    .map((street) => street.code);
};

/** What all codes below an area begin with. A province or city may be written with six digits, filled up with zeros. */
const codesUnder = (code: string, ledger: Knowledge): string => {
  const level = ledger.area(code)?.level;
  if (level === 'province') return code.slice(0, 2);
  return level === 'city' ? code.slice(0, 4) : code;
};
