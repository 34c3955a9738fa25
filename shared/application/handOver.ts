import type { HandOverBody } from '../contracts/handOver.ts';
import type { Turn } from '../contracts/turn.ts';
import { listsOfPost, type TaskList } from '../domain/case/taskLists.ts';
import type { InForce } from '../domain/ledger/changedPosts.ts';
import { asPost, type ChangedLine, changedLines } from './changedLines.ts';
import type { SendHandOvers } from './cityPorts.ts';
import { type CaseWorld, commandCase } from './commandCase.ts';
import { FRESH } from './FRESH.ts';
import { HandOverTally } from './HandOverTally.ts';
import { openInForce, type Under } from './openInForce.ts';
import type { RowStore } from './ports.ts';

export interface HandOverWorld extends CaseWorld {
  readonly rows: Pick<RowStore, 'tasksIn'>;
  readonly under: Under;
  readonly sendHandOvers: SendHandOvers;
  readonly sendTurns: (turns: readonly Turn[]) => Promise<void>;
}

/** Lines of one page, and how much of it all one message does before the next one goes on. */
const PAGE = 200;
const MOST_CASES = 200;
const MOST_LINES = 5_000;
/** Cases told at the same time. */
const AT_ONCE = 8;

/**
 * Tells every open case of some posts that others answer for it, then the people how many cases went from whom to whom: one message
 * each. Repeating any part of it is safe: a case knows the change by its name, a person's message has an id that stays.
 */
export const handOver =
  (world: HandOverWorld) =>
  async (body: HandOverBody): Promise<{ readonly cases: number; readonly isOver: boolean }> => {
    const [before, after] = await Promise.all([
      openInForce(world.under, body.before),
      openInForce(world.under, body.after),
    ]);
    const lists = listsOf(body, before, after);
    const tally = new HandOverTally(body.progress?.shares ?? []);
    const changes = changedLines(body, before, after);
    let { lists: at, line } = body.progress ?? { lists: 0, line: undefined };
    let cases = 0;
    let read = 0;
    for (let list = lists[at]; list; list = lists[at]) {
      if (cases >= MOST_CASES || read >= MOST_LINES) {
        const progress = { lists: at, ...(line === undefined ? {} : { line }), shares: tally.shares() };
        await world.sendHandOvers([{ ...body, progress }]);
        return { cases, isOver: false };
      }
      const page = await world.rows.tasksIn(list, PAGE, line);
      read += page.read;
      cases += await tellCases(world, body, changes(page.lines), tally);
      line = page.next;
      if (line === undefined) at += 1;
    }
    await world.sendTurns(tally.turns(body, before, after));
    return { cases, isOver: true };
  };

/** Every list in which tasks of the posts may stand, without those that another one holds. */
const listsOf = ({ posts }: HandOverBody, before: InForce, after: InForce): readonly TaskList[] => {
  const all = posts.flatMap((post) =>
    [before, after].flatMap(({ know, date }) => listsOfPost(asPost(post), date, know)),
  );
  const distinct = [...new Map(all.map((list) => [JSON.stringify(list), list])).values()];
  return distinct.filter((list) => !distinct.some((other) => other !== list && isWithin(list, other)));
};

const isWithin = (list: TaskList, other: TaskList): boolean => {
  if (!list.under.startsWith(other.under)) return false;
  if (other.kind === 'open') return true;
  if (list.kind === 'owned') return other.kind === 'owned' && list.owner === other.owner;
  return list.kind === other.kind;
};

/** Answers how many of them had to be told, now or when this was done before. */
const tellCases = async (
  world: HandOverWorld,
  { change, at }: HandOverBody,
  changed: readonly ChangedLine[],
  tally: HandOverTally,
): Promise<number> => {
  const command = commandCase(world);
  const tellOne = async (one: ChangedLine): Promise<boolean> => {
    const { number, owner } = one.line;
    const { from, to, because } = one;
    const outcome = await command(
      number,
      { type: 'handOver', owner, until: at + FRESH, from, to, because },
      { id: `handover:${change}`, by: { person: 'ledger', role: 'system' }, correlation: change },
    );
    if (outcome.kind === 'refused') throw new Error(`${number} refused a hand-over: ${outcome.refusal.code}`);
    return outcome.kind === 'done';
  };
  let cases = 0;
  for (let i = 0; i < changed.length; i += AT_ONCE) {
    const some = changed.slice(i, i + AT_ONCE);
    const told = await Promise.all(some.map(tellOne));
    for (const [n, one] of some.entries()) {
      if (!told[n]) continue;
      tally.add(one);
      cases += 1;
    }
  }
  return cases;
};
