import { DUE_SHARDS } from '../contracts/table.ts';
import type { Instant } from '../domain/time/Instant.ts';
import type { Due, ListDue, Now, SendTicks } from './ports.ts';
import { SentTicks } from './SentTicks.ts';
import { SWEEP_AHEAD } from './SWEEP_AHEAD.ts';

export interface SweepWorld {
  readonly listDue: ListDue;
  readonly sendTicks: SendTicks;
  readonly now: Now;
}

export interface Swept {
  readonly sent: number;
  /** Of these: sent before, too. Their tick was lost, waits in its queue, or cannot be worked. */
  readonly again: number;
  /** There was no time for the rest: the next sweep goes on where this one stopped. */
  readonly stopped: boolean;
  /** How late the oldest is that is still there, ms. */
  readonly oldestLateness: number;
}

/** Read and sent in one go, each delayed to its second: few, so that the seconds still hold when the last of them is sent. */
const PAGE = 500;
/** With less time than this left, ms, nothing more is begun. */
const ENOUGH = 10_000;

/**
 * Sends a tick for everything that falls due before the next sweep, and for what was due before and is still there (a lost tick,
 * an outage): each shard to its end, oldest first. What was sent is passed over for a while, so that a queue that is behind is not
 * given everything again each minute, and what cannot be worked stands in nobody's way.
 */
export const sweepDue = (world: SweepWorld) => {
  const shards = Array.from({ length: DUE_SHARDS }, () => new SentTicks());

  /** `remaining`: ms until the caller is ended. A shard that fails is no reason to leave the others: it throws in the end. */
  return async (remaining: () => number): Promise<Swept> => {
    const now = world.now();
    const sweeps = await Promise.allSettled(
      shards.map((ticks, shard) => sweepShard(world, { shard, ticks, now, remaining })),
    );
    const faults = sweeps.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    if (faults.length > 0)
      throw new Error(`${faults.length} of ${DUE_SHARDS} shards were not swept`, { cause: faults[0] });
    return sweeps
      .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      .reduce((all, one) => ({
        sent: all.sent + one.sent,
        again: all.again + one.again,
        stopped: all.stopped || one.stopped,
        oldestLateness: Math.max(all.oldestLateness, one.oldestLateness),
      }));
  };
};

interface Shard {
  readonly shard: number;
  readonly ticks: SentTicks;
  readonly now: Instant;
  readonly remaining: () => number;
}

const sweepShard = async (world: SweepWorld, { shard, ticks, now, remaining }: Shard): Promise<Swept> => {
  let swept: Swept = { sent: 0, again: 0, stopped: false, oldestLateness: 0 };
  let after: Due | undefined;
  ticks.begin();
  do {
    if (remaining() < ENOUGH) return { ...swept, stopped: true };
    const page = await world.listDue(shard, now + SWEEP_AHEAD, PAGE, after);
    const { sent, again } = await sendPage(world, page, ticks);
    const lateness = Math.max(0, now - (page[0]?.due ?? now));
    swept = {
      ...swept,
      sent: swept.sent + sent,
      again: swept.again + again,
      oldestLateness: Math.max(swept.oldestLateness, lateness),
    };
    after = page.length === PAGE ? page.at(-1) : undefined;
  } while (after);
  ticks.end();
  return swept;
};

const sendPage = async (
  { sendTicks, now }: SweepWorld,
  page: readonly Due[],
  ticks: SentTicks,
): Promise<Pick<Swept, 'sent' | 'again'>> => {
  const at = now();
  const looked = page.map((one) => ({ one, ...ticks.look(one, at) })).filter(({ wanted }) => wanted);
  if (looked.length === 0) return { sent: 0, again: 0 };
  await sendTicks(
    looked.map(({ one }) => ({ ...one, delaySeconds: Math.max(0, Math.ceil((one.due - at) / 1000)) })),
  );
  for (const { one } of looked) ticks.sent(one, at);
  return { sent: looked.length, again: looked.filter(({ known }) => known).length };
};
