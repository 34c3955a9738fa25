import { answersFor } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
import type { LedgerRow } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import type { CaseRow, CaseStore, Cities, Now, RowStore } from './ports.ts';
import { rowOf } from './projectCase.ts';

export interface ListWorld {
  readonly cases: Pick<CaseStore, 'loadMany'>;
  readonly rows: Pick<RowStore, 'numbersOfOwner' | 'numbersOfReporter'>;
  readonly cities: Cities;
  readonly now: Now;
}

/** Most cases one list shows. */
const MOST = 50;

/** What the person of a conversation may see in a list: what their posts answer for, and what they reported themselves. */
export const listCases =
  (world: ListWorld) =>
  async (conversation: string): Promise<readonly CaseRow[]> => {
    const city = await world.cities.current();
    const person = city.personOf(conversation);
    const [tasks, reports] = await Promise.all([
      person === undefined ? [] : tasksOf(world)(person, city, MOST),
      reportsOf(world)(conversation, MOST),
    ]);
    const found = new Map([...tasks, ...reports].map((state) => [state.number, state]));
    return [...found.values()].map(rowOf);
  };

/** A resident's reports, newest first; `filed`: numbers the list may not have yet. */
export const reportsOf =
  (world: Pick<ListWorld, 'cases' | 'rows'>) =>
  async (conversation: string, most: number, filed: readonly string[] = []): Promise<readonly Case[]> => {
    const listed = await world.rows.numbersOfReporter(conversation, most);
    const numbers = [...new Set([...filed, ...listed])].sort().toReversed().slice(0, most);
    const cases = await world.cases.loadMany(numbers);
    return cases
      .filter((state) => state.reporter === conversation)
      .toSorted((a, b) => b.openedAt - a.openedAt);
  };

/** Numbers read of a list at once. */
const PAGE = 50;

/** What a person's posts answer for now, oldest first. The lists may lag behind: each case is asked whose turn it is. */
export const tasksOf =
  (world: Pick<ListWorld, 'cases' | 'rows' | 'now'>) =>
  async (person: string, city: Knowledge, most: number): Promise<readonly Case[]> => {
    const now = world.now();
    const posts = city.posts(person, dateText(dayOf(now)));
    const owners = new Set(posts.flatMap((post) => ownersUnder(post, city)));
    const lists = await Promise.all(
      [...owners].map((owner) => tasksOfOwner(world, owner, { person, city, most })),
    );
    return lists
      .flat()
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .slice(0, most);
  };

/** A unit's list holds what other people of it answer for: it is read on until enough are this person's. */
const tasksOfOwner = async (
  world: Pick<ListWorld, 'cases' | 'rows' | 'now'>,
  owner: string,
  { person, city, most }: { readonly person: string; readonly city: Knowledge; readonly most: number },
): Promise<readonly Case[]> => {
  const found: Case[] = [];
  let after: string | undefined;
  do {
    const numbers = await world.rows.numbersOfOwner(owner, PAGE, after);
    const cases = await world.cases.loadMany(numbers);
    found.push(
      ...cases.filter((state) => state.owner === owner && answersFor(person, state, world.now(), city)),
    );
    after = numbers.length < PAGE ? undefined : numbers.at(-1);
  } while (after !== undefined && found.length < most);
  return found.slice(0, most);
};

/** The owners a post can stand for: a post above answers for all below that have none of their own. */
const ownersUnder = (post: LedgerRow, city: Knowledge): readonly string[] => {
  if (post.role === 'handler' || post.role === 'leader')
    return post.unit === undefined ? [] : [`unit@${post.unit}`];
  if (post.role !== 'supervisor' && post.role !== 'dispatcher') return [];
  return areasUnder(post, city).map((code) => `${post.role}@${code}`);
};

/** Leaves for a supervisor, streets for a dispatcher; the area itself where it is one. */
const areasUnder = ({ role, area: code }: LedgerRow, city: Knowledge): readonly string[] =>
  city.city.areas
    .filter((area) => (role === 'supervisor' ? area.polygons?.length : area.level === 'street'))
    .filter((area) => area.code === code || city.lineage(area.code).some((above) => above.code === code))
    .map((area) => area.code);
