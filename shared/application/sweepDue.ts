import { DUE_SHARDS } from '../contracts/table.ts';
import type { ListDue, Now, SendTicks } from './ports.ts';

export interface SweepWorld {
  readonly listDue: ListDue;
  readonly sendTicks: SendTicks;
  readonly now: Now;
}

/** How far ahead one sweep looks: until the next one, and a little more, in case that is late. */
const AHEAD = 62_000;
/** Most cases of one shard in one sweep; what is left comes with the next. */
const MOST = 5_000;

/**
 * Sends a tick for everything that falls due before the next sweep, delayed to its second. What was due before and is still
 * there (a lost tick, an outage) is sent at once. Answers how many, and how late the oldest was in ms.
 */
export const sweepDue =
  (world: SweepWorld) => async (): Promise<{ readonly sent: number; readonly oldestLateness: number }> => {
    const now = world.now();
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => shard);
    const sweeps = await Promise.all(
      shards.map(async (shard) => {
        const due = await world.listDue(shard, now + AHEAD, MOST);
        await world.sendTicks(
          due.map((one) => ({ ...one, delaySeconds: Math.max(0, Math.ceil((one.due - now) / 1000)) })),
        );
        return due;
      }),
    );
    const all = sweeps.flat();
    const oldest = all.reduce((min, one) => Math.min(min, one.due), now);
    return { sent: all.length, oldestLateness: now - oldest };
  };
