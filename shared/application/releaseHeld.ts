import { HELD_SHARDS } from '../contracts/table.ts';
import type { HeldNotices, Now, SendTurns } from './ports.ts';

export interface ReleaseWorld {
  readonly held: Pick<HeldNotices, 'over' | 'remove'>;
  readonly send: SendTurns;
  readonly now: Now;
}

export interface Released {
  readonly sent: number;
  /** There was no time for the rest: the next run goes on. */
  readonly stopped: boolean;
}

/** Sent in one go. */
const PAGE = 100;
/** With less time than this left, ms, nothing more is begun. */
const ENOUGH = 10_000;

/**
 * Sends what was held back as soon as its time has come, in the order in which it happened: a conversation lies in one shard, and a
 * shard is sent page by page. What was sent is taken out after; a crash in between sends it again, with the same ids.
 */
export const releaseHeld =
  (world: ReleaseWorld) =>
  async (timeLeft: () => number): Promise<Released> => {
    const shards = Array.from({ length: HELD_SHARDS }, (_, shard) => shard);
    const done = await Promise.allSettled(shards.map((shard) => releaseShard(world, shard, timeLeft)));
    const faults = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    if (faults.length > 0)
      throw new Error(`${faults.length} of ${HELD_SHARDS} shards were not released`, { cause: faults[0] });
    const all = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return {
      sent: all.reduce((sum, one) => sum + one.sent, 0),
      stopped: all.some(({ stopped }) => stopped),
    };
  };

const releaseShard = async (
  { held, send, now }: ReleaseWorld,
  shard: number,
  timeLeft: () => number,
): Promise<Released> => {
  for (let sent = 0; ; ) {
    if (timeLeft() < ENOUGH) return { sent, stopped: true };
    const page = await held.over(shard, now(), PAGE);
    await send(page.map(({ turn }) => turn));
    await held.remove(page);
    sent += page.length;
    if (page.length < PAGE) return { sent, stopped: false };
  }
};
