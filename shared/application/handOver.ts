import type { HandOverBody } from '../contracts/handOver.ts';
import type { Turn } from '../contracts/turn.ts';
import { listsOfPost, type TaskList } from '../domain/case/taskLists.ts';
import type { InForce } from '../domain/ledger/changedPosts.ts';
import { asPost, type ChangedLine, changedLines } from './changedLines.ts';
import type { WorkedBodies } from './cityPorts.ts';
import { type CaseWorld, commandCase } from './commandCase.ts';
import { FRESH } from './FRESH.ts';
import { HandOverTally } from './HandOverTally.ts';
import { openInForce, type Under } from './openInForce.ts';
import type { RowStore, TaskLine } from './ports.ts';

export interface HandOverWorld extends CaseWorld {
  readonly rows: Pick<RowStore, 'tasksIn'>;
  readonly worked: Pick<WorkedBodies, 'add'>;
  readonly under: Under;
  readonly sendTurns: (turns: readonly Turn[]) => Promise<void>;
  /** A list names a case that is not there: nobody can be told of it. */
  readonly onMissing: (number: string) => void;
}

interface HandedOver {
  readonly cases: number;
  /** Lines passed over, because their case is not there. */
  readonly missing: number;
}

/** Lines of one round, and the time, in ms, that one is given before it is begun. */
const ROUND = 200;
const ROUND_TIME = 20_000;
/** Lists read, and cases told, at the same time. */
const AT_ONCE = 8;

/**
 * Tells every open case of some posts that others answer for it, then the people how many cases went from whom to whom: one message
 * each. Repeating any part of it is safe: a case knows the change by its name, a person's message has an id that stays.
 *
 * All of it is one message, and later changes wait until it is noted as worked: when `timeLeft` (ms) runs out it throws, comes
 * again, passes quickly over what was told already, and counts anew.
 */
export const handOver =
  (world: HandOverWorld) =>
  async (body: HandOverBody, timeLeft: () => number): Promise<HandedOver> => {
    const [before, after] = await Promise.all([
      openInForce(world.under, body.before),
      openInForce(world.under, body.after),
    ]);
    const lists = listsOf(body, before, after);
    const tally = new HandOverTally(body, { before, after });
    const changes = changedLines(body, before, after);
    let cases = 0;
    let missing = 0;
    let left: readonly Unread[] = lists.map((list) => ({ list }));
    while (left.length > 0) {
      if (timeLeft() < ROUND_TIME)
        throw new Error(`No time left after ${cases} cases: the hand-over comes again`);
      const { lines, unread } = await readSome(world, left.slice(0, AT_ONCE));
      const told = await tellCases(world, body, changes(lines), tally);
      cases += told.cases;
      missing += told.missing;
      left = [...unread, ...left.slice(AT_ONCE)];
    }
    await world.sendTurns(tally.turns(await world.cities.current()));
    await world.worked.add(body);
    return { cases, missing };
  };

/** A list, from its beginning or from where it was read up to. */
interface Unread {
  readonly list: TaskList;
  readonly next?: string;
}

/** The next lines of some lists, together as many as a round has, and what is left of them. */
const readSome = async (
  { rows }: HandOverWorld,
  some: readonly Unread[],
): Promise<{ readonly lines: readonly TaskLine[]; readonly unread: readonly Unread[] }> => {
  const most = Math.floor(ROUND / some.length);
  const pages = await Promise.all(
    some.map(async ({ list, next }) => ({ list, ...(await rows.tasksIn(list, most, next)) })),
  );
  return {
    lines: pages.flatMap(({ lines }) => lines),
    unread: pages.flatMap(({ list, next }) => (next === undefined ? [] : [{ list, next }])),
  };
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
): Promise<HandedOver> => {
  const command = commandCase(world);
  const tellOne = async (one: ChangedLine): Promise<'told' | 'unchanged' | 'missing'> => {
    const { number, owner } = one.line;
    const { from, to, because } = one;
    const outcome = await command(
      number,
      { type: 'handOver', owner, until: at + FRESH, from, to, because },
      { id: `handover:${change}:${owner}`, by: { person: 'ledger', role: 'system' }, correlation: change },
    );
    if (outcome.kind !== 'refused') return outcome.kind === 'done' ? 'told' : 'unchanged';
    if (outcome.refusal.code !== 'noSuchCase')
      throw new Error(`${number} refused a hand-over: ${outcome.refusal.code}`);
    // One wrong line must not hold up everybody else's hand-overs.
    world.onMissing(number);
    return 'missing';
  };
  let cases = 0;
  let missing = 0;
  for (let i = 0; i < changed.length; i += AT_ONCE) {
    const some = changed.slice(i, i + AT_ONCE);
    const told = await Promise.all(some.map(tellOne));
    for (const [n, one] of some.entries()) {
      if (told[n] === 'missing') missing += 1;
      if (told[n] !== 'told') continue;
      tally.add(one);
      cases += 1;
    }
  }
  return { cases, missing };
};
