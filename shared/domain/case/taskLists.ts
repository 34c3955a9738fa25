import type { Area, LedgerRow } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
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

const ownLists = (post: LedgerRow, today: string, ledger: Knowledge): readonly TaskList[] => {
  switch (post.role) {
    case 'supervisor':
      return listsOf('supervised', post, ledger);
    case 'dispatcher':
      return desksOf(post, today, ledger).map((desk) => ({
        kind: 'owned',
        owner: `dispatcher@${desk}`,
        under: desk,
      }));
    case 'handler':
    case 'leader':
      return post.unit === undefined
        ? []
        : [{ kind: 'owned', owner: `unit@${post.unit}`, under: codesUnder(post.area, ledger) }];
    default:
      return [];
  }
};

/** Whether the tasks of posts that nobody holds fall to this one. */
const standsIn = ({ role, area, person }: LedgerRow, today: string, ledger: Knowledge): boolean =>
  role === 'leader' && areaLeaders(area, today, ledger).some((leader) => leader.person === person);

/** A list for each street, or for the part of one that the post is for. */
const listsOf = (
  kind: 'supervised' | 'open',
  { area }: LedgerRow,
  ledger: Knowledge,
): readonly TaskList[] => {
  if (area.length >= STREET) return [{ kind, under: area }];
  const leaves = areasUnder(area, ledger).filter(({ polygons }) => polygons?.length);
  return [...new Set(leaves.map(({ code }) => code.slice(0, STREET)))].map((under) => ({ kind, under }));
};

/** The streets whose desk this dispatcher holds: one of the street itself comes before one above it. */
const desksOf = ({ area, person }: LedgerRow, today: string, ledger: Knowledge): readonly string[] =>
  areasUnder(area, ledger)
    .filter(({ level }) => level === 'street')
    .map(({ code }) => code)
    .filter((code) => ledger.holders('dispatcher', code, today).some((holder) => holder.person === person));

/** By their codes: a big city has too many areas to ask each for its lineage. */
const areasUnder = (code: string, ledger: Knowledge): readonly Area[] => {
  const under = codesUnder(code, ledger);
  return ledger.city.areas.filter((area) => area.code.startsWith(under));
};

/** What all codes below an area begin with. A province or city may be written with six digits, filled up with zeros. */
const codesUnder = (code: string, ledger: Knowledge): string => {
  const level = ledger.area(code)?.level;
  if (level === 'province') return code.slice(0, 2);
  return level === 'city' ? code.slice(0, 4) : code;
};
