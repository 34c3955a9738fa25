import type { HandOverBody, InForceNames } from '../contracts/handOver.ts';
import type { Turn } from '../contracts/turn.ts';
import { changedLeaves } from '../domain/ledger/changedLeaves.ts';
import { changedPosts } from '../domain/ledger/changedPosts.ts';
import { nameOfChange } from '../domain/ledger/nameOfChange.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import type { CityPointer, PostsMark, PostsMarkStore, SendHandOvers, StaffingLine } from './cityPorts.ts';
import { FRESH } from './FRESH.ts';
import { openInForce, type Under } from './openInForce.ts';
import type { Now } from './ports.ts';
import { tellLeave } from './tellLeave.ts';

export interface WatchWorld {
  readonly pointer: () => Promise<CityPointer | undefined>;
  readonly mark: PostsMarkStore;
  readonly under: Under;
  /** The newest changes of the staffing, newest first. */
  readonly staffingLines: (most: number) => Promise<readonly StaffingLine[]>;
  readonly sendHandOvers: SendHandOvers;
  readonly sendTurns: (turns: readonly Turn[]) => Promise<void>;
  readonly now: Now;
}

export interface Watched {
  readonly did: 'nothing' | 'began' | 'saw' | 'sent';
  readonly posts: number;
}

/** Posts of one message. */
const MOST_POSTS = 100;
/** Changes of the staffing looked back on for who asked for them. */
const MOST_LINES = 50;

/**
 * Each minute: does anybody answer for a post who did not before? The ledger, a leave or the date may say so; that they answer
 * needs nothing more. What is open is told by messages, one for the posts that went from the same people to the same.
 *
 * In two runs: one sees that something is different and writes down what, so that it is done whatever happens; the next one, when
 * every function knows of it, sends. Then what was done meanwhile on the old knowledge is among what is told. A run that was cut
 * off is done again, with the same messages.
 */
export const watchPosts = (world: WatchWorld) => async (): Promise<Watched> => {
  const { mark, now } = world;
  const [kept, inForce] = await Promise.all([mark.load(), inForceNow(world)]);
  if (!kept) {
    await mark.save({ step: 1, settled: inForce });
    return { did: 'began', posts: 0 };
  }
  const { step, settled, next } = kept;
  if (!next) {
    if (isSame(settled, inForce)) return { did: 'nothing', posts: 0 };
    await mark.save({ step: step + 1, settled, next: { ...inForce, at: now() } });
    return { did: 'saw', posts: 0 };
  }
  if (Math.abs(now() - next.at) <= FRESH) return { did: 'nothing', posts: 0 };
  const posts = await send(world, { settled, next, inForce });
  const { at: _at, ...after } = next;
  await mark.save({ step: step + 1, settled: after });
  return { did: 'sent', posts };
};

const inForceNow = async ({ pointer, now }: WatchWorld): Promise<InForceNames> => {
  const found = await pointer();
  if (!found) throw new Error('No version of the city has been published');
  const { version, staffing } = found;
  return { version, ...(staffing === undefined ? {} : { staffing }), date: dateText(dayOf(now())) };
};

const isSame = (a: InForceNames, b: InForceNames): boolean =>
  a.version === b.version && a.staffing === b.staffing && a.date === b.date;

interface Sending {
  readonly settled: InForceNames;
  readonly next: NonNullable<PostsMark['next']>;
  /** At this moment: people are reached where they are bound now. */
  readonly inForce: InForceNames;
}

const send = async (world: WatchWorld, { settled, next, inForce }: Sending): Promise<number> => {
  const { at, ...names } = next;
  const [before, after] = await Promise.all([
    openInForce(world.under, settled),
    openInForce(world.under, names),
  ]);
  const change = nameOfChange([settled, next]);
  const bodies = changedPosts(before, after).flatMap(({ posts, from, to, because }) =>
    Array.from({ length: Math.ceil(posts.length / MOST_POSTS) }, (_, part): HandOverBody => {
      const some = posts.slice(part * MOST_POSTS, (part + 1) * MOST_POSTS);
      const content = { from: [...from], to: [...to], because, posts: [...some] };
      return {
        v: 1,
        change,
        id: nameOfChange([change, content]),
        at,
        before: settled,
        after: names,
        ...content,
      };
    }),
  );
  await world.sendHandOvers(bodies);
  const news = changedLeaves(before.know.staffing, after.know.staffing, after.date);
  if (news.length > 0) {
    const lines = await world.staffingLines(MOST_LINES);
    const { know: now } = await openInForce(world.under, inForce);
    const telling = { before, after, now, lines, change, at };
    await world.sendTurns(news.flatMap((one) => tellLeave(one, telling)));
  }
  return bodies.reduce((sum, { posts }) => sum + posts.length, 0);
};
