import { answersFor } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
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

/** What the person of a conversation may see in a list: a resident their own reports, staff what their posts answer for. */
export const listCases =
  (world: ListWorld) =>
  async (conversation: string): Promise<readonly CaseRow[]> => {
    const city = await world.cities.current();
    const person = city.personOf(conversation);
    const found =
      person === undefined
        ? await reportsOf(world)(conversation, MOST)
        : await tasksOf(world)(person, city, MOST);
    return found.map(rowOf);
  };

/** A resident's reports, newest first; `filed`: numbers the list may not have yet. */
export const reportsOf =
  (world: Pick<ListWorld, 'cases' | 'rows'>) =>
  async (conversation: string, most: number, filed: readonly string[] = []): Promise<readonly Case[]> => {
    const listed = await world.rows.numbersOfReporter(conversation, most);
    const numbers = [...new Set([...filed, ...listed])].sort().toReversed().slice(0, most);
    return (await world.cases.loadMany(numbers)).filter((state) => state.reporter === conversation);
  };

/** What a person's posts answer for now, oldest first. The lists may lag behind: each case is asked whose turn it is. */
export const tasksOf =
  (world: Pick<ListWorld, 'cases' | 'rows' | 'now'>) =>
  async (person: string, city: Knowledge, most: number): Promise<readonly Case[]> => {
    const now = world.now();
    const owners = new Set(city.posts(person, dateText(dayOf(now))).flatMap(ownerOf));
    const lists = await Promise.all([...owners].map((owner) => world.rows.numbersOfOwner(owner, most)));
    const oldest = [...new Set(lists.flat())].sort().slice(0, 100);
    const cases = await world.cases.loadMany(oldest);
    return cases.filter((state) => answersFor(person, state, now, city)).slice(0, most);
  };

const ownerOf = (post: ReturnType<Knowledge['posts']>[number]): readonly string[] => {
  if (post.role === 'supervisor' || post.role === 'dispatcher') return [`${post.role}@${post.area}`];
  if (post.role === 'handler' || post.role === 'leader')
    return post.unit === undefined ? [] : [`unit@${post.unit}`];
  return [];
};
