import type { HandOverBody, InForceNames } from '../contracts/handOver.ts';
import type { Turn } from '../contracts/turn.ts';
import { changedLeaves } from '../domain/ledger/changedLeaves.ts';
import { changedPosts } from '../domain/ledger/changedPosts.ts';
import { nameOfChange } from '../domain/ledger/nameOfChange.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import type {
  CityPointer,
  PostsMark,
  PostsMarkStore,
  SendHandOvers,
  StaffingLine,
  WorkedBodies,
} from './cityPorts.ts';
import { FRESH } from './FRESH.ts';
import { GIVEN_UP } from './GIVEN_UP.ts';
import { openInForce, type Under } from './openInForce.ts';
import { packPosts } from './packPosts.ts';
import type { Now } from './ports.ts';
import { tellLeave } from './tellLeave.ts';

export interface WatchWorld {
  readonly pointer: () => Promise<CityPointer | undefined>;
  readonly mark: PostsMarkStore;
  readonly worked: Pick<WorkedBodies, 'count'>;
  readonly under: Under;
  /** The newest changes of the staffing, newest first. */
  readonly staffingLines: (most: number) => Promise<readonly StaffingLine[]>;
  readonly sendHandOvers: SendHandOvers;
  readonly sendTurns: (turns: readonly Turn[]) => Promise<void>;
  readonly now: Now;
}

export interface Watched {
  readonly did: 'nothing' | 'began' | 'saw' | 'sent' | 'waits' | 'settled';
  readonly posts: number;
}

/** Changes of the staffing looked back on for who asked for them. */
const MOST_LINES = 50;

/**
 * Each minute: does anybody answer for a post who did not before? The ledger, a leave or the date may say so; that they answer
 * needs nothing more. What is open is told by messages, many posts in each.
 *
 * In two runs: one sees that something is different and writes down what, so that it is done whatever happens; the next one, when
 * every function knows of it, sends. Then what was done meanwhile on the old knowledge is among what is told. A run that was cut
 * off is done again, with the same messages. They are worked side by side, for no case is told by two of them; so that every case
 * hears of its changes in order, the next one waits until all of them are through.
 */
export const watchPosts = (world: WatchWorld) => async (): Promise<Watched> => {
  const [kept, inForce] = await Promise.all([world.mark.load(), inForceNow(world)]);
  if (!kept) {
    await world.mark.save({ step: 1, settled: inForce });
    return { did: 'began', posts: 0 };
  }
  const { step, settled, next, sent } = kept;
  if (!next) return look(world, { step, settled }, inForce);
  if (sent) return (await isThrough(world, sent)) ? settle(world, { step, next }, inForce) : WAITS;
  if (Math.abs(world.now() - next.at) <= FRESH) return NOTHING;
  return send(world, { step, settled: namesOf(settled), next }, inForce);
};

const NOTHING: Watched = { did: 'nothing', posts: 0 };
const WAITS: Watched = { did: 'waits', posts: 0 };

const look = async (
  { mark, now }: WatchWorld,
  { step, settled }: PostsMark,
  inForce: InForceNames,
): Promise<Watched> => {
  if (isSame(settled, inForce)) return NOTHING;
  await mark.save({ step: step + 1, settled, next: { ...inForce, at: now() } });
  return { did: 'saw', posts: 0 };
};

/** What changed while the bodies were worked is seen in the same run. */
const settle = async (
  { mark, now }: WatchWorld,
  { step, next }: Omit<Sending, 'settled'>,
  inForce: InForceNames,
): Promise<Watched> => {
  const settled = namesOf(next);
  const isLast = isSame(settled, inForce);
  const then = isLast ? {} : { next: { ...inForce, at: now() } };
  await mark.save({ step: step + 1, settled, ...then });
  return { did: isLast ? 'settled' : 'saw', posts: 0 };
};

const inForceNow = async ({ pointer, now }: WatchWorld): Promise<InForceNames> => {
  const found = await pointer();
  if (!found) throw new Error('No version of the city has been published');
  return namesOf({ ...found, date: dateText(dayOf(now())) });
};

/** Always in this order, whatever order a store gives them in: changes and bodies are named by what they hold. */
const namesOf = ({ version, staffing, date }: InForceNames): InForceNames => ({
  version,
  ...(staffing === undefined ? {} : { staffing }),
  date,
});

const isSame = (a: InForceNames, b: InForceNames): boolean =>
  a.version === b.version && a.staffing === b.staffing && a.date === b.date;

const isThrough = async (
  { worked, now }: WatchWorld,
  { change, bodies, at }: NonNullable<PostsMark['sent']>,
): Promise<boolean> => Math.abs(now() - at) > GIVEN_UP || (await worked.count(change)) >= bodies;

interface Sending {
  readonly step: number;
  readonly settled: InForceNames;
  readonly next: NonNullable<PostsMark['next']>;
}

const send = async (
  world: WatchWorld,
  { step, settled, next }: Sending,
  inForce: InForceNames,
): Promise<Watched> => {
  const { at } = next;
  const names = namesOf(next);
  const [before, after] = await Promise.all([
    openInForce(world.under, settled),
    openInForce(world.under, names),
  ]);
  const change = nameOfChange([settled, names, at]);
  const packs = packPosts(changedPosts(before, after));
  const bodies = packs.map((posts): HandOverBody => {
    const id = nameOfChange([change, posts]);
    return { v: 1, change, id, at, before: settled, after: names, posts: [...posts] };
  });
  await world.sendHandOvers(bodies);
  const news = changedLeaves(before.know.staffing, after.know.staffing, after.date);
  if (news.length > 0) {
    const lines = await world.staffingLines(MOST_LINES);
    // At this moment: people are reached where they are bound now.
    const { know: now } = await openInForce(world.under, inForce);
    const telling = { before, after, now, lines, change, at };
    await world.sendTurns(news.flatMap((one) => tellLeave(one, telling)));
  }
  const sent = { change, bodies: bodies.length, at: world.now() };
  await world.mark.save({
    step: step + 1,
    ...(bodies.length === 0 ? { settled: names } : { settled, next, sent }),
  });
  return { did: 'sent', posts: packs.flat().length };
};
