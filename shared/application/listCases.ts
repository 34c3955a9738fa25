import { answersFor, hasTurn } from '../domain/case/answersFor.ts';
import type { Case } from '../domain/case/Case.ts';
import { type TaskList, taskLists } from '../domain/case/taskLists.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Cities } from './cityPorts.ts';
import type { CaseRow, CaseStore, Now, RowStore, TaskLine } from './ports.ts';
import { rowOf } from './projectCase.ts';

export interface ListWorld {
  readonly cases: Pick<CaseStore, 'loadMany'>;
  readonly rows: Pick<RowStore, 'tasksIn' | 'numbersOfReporter'>;
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
      person === undefined ? { cases: [] } : tasksOf(world)(person, city, MOST),
      reportsOf(world)(conversation, MOST),
    ]);
    const found = new Map([...tasks.cases, ...reports].map((state) => [state.number, state]));
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

/** What somebody has to do. */
export interface Tasks {
  /** Oldest first. */
  readonly cases: readonly Case[];
  /** There are others: newer ones only, or any, where the lists were too long to be read to their ends. */
  readonly more?: 'newer' | 'any';
}

/** Lines read for one list of tasks, over all lists they may stand in: some 3 MB of rows, a handful of queries. */
const MOST_LINES = 10_000;
/** Lines may be of cases that went on a moment ago: so many times as many cases as wanted are looked at. */
const LAGGING = 4;

/** What a person's posts answer for now. The lists may lag behind: each case is asked whose turn it is. */
export const tasksOf =
  (world: Pick<ListWorld, 'cases' | 'rows' | 'now'>) =>
  async (person: string, city: Knowledge, most: number): Promise<Tasks> => {
    const now = world.now();
    const isTheirs = (state: Case): boolean => answersFor(person, state, now, city);
    const isListed = ({ owner, others = [], leaf }: TaskLine): boolean =>
      hasTurn(person, [owner, ...others], leaf, { now, ledger: city });
    const { lines, more } = await readLines(world.rows, taskLists(person, now, city));
    const numbers = [...new Set(lines.filter(isListed).map(({ number }) => number))].sort();
    const found: Case[] = [];
    let next = 0;
    while (next < Math.min(numbers.length, LAGGING * most) && found.length < most) {
      const states = await world.cases.loadMany(numbers.slice(next, next + most));
      found.push(...states.filter(isTheirs));
      next += most;
    }
    const cases = found.slice(0, most);
    if (more) return { cases, more: 'any' };
    return found.length > most || next < numbers.length ? { cases, more: 'newer' } : { cases };
  };

/** One list after the other, until there is nothing more to read or enough was. */
const readLines = async (
  rows: Pick<RowStore, 'tasksIn'>,
  lists: readonly TaskList[],
): Promise<{ readonly lines: readonly TaskLine[]; readonly more: boolean }> => {
  const lines: TaskLine[] = [];
  let left = MOST_LINES;
  for (const list of lists) {
    if (left <= 0) return { lines, more: true };
    const page = await rows.tasksIn(list, left);
    lines.push(...page.lines);
    left -= page.read;
    if (page.more) return { lines, more: true };
  }
  return { lines, more: false };
};
