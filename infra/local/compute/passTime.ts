/** What is needed to let time pass as it would have. */
export interface PassTimeParts {
  readonly now: () => number;
  /** Stands the clock still at an instant. */
  readonly stand: (at: number) => void;
  /** The instants after `after` and not after `until` at which something falls due, ascending; one for each thing. */
  readonly dueBetween: (after: number, until: number) => Promise<readonly number[]>;
  /** Fires the schedules, once. What falls due until the next time gets its tick, which comes by itself at its second. */
  readonly sweep: () => Promise<void>;
  /** Milliseconds that a sweep looks ahead. */
  readonly ahead: number;
  /** Resolves when everything that was set off has happened. */
  readonly idle: () => Promise<void>;
  /** Told at every stop, before it is worked off, how many things fall due at it. */
  readonly stopping: (count: number) => void;
}

const SECOND = 1_000;

/**
 * Takes the clock to `target`, stopping at every instant on the way at which something falls due, so that it happens then and
 * in order, and what follows from it falls due in its turn. Leaves the clock standing at `target`.
 *
 * As in the cloud, one sweep serves all that falls due in the time it looks ahead: what it sent is on its way, and a sweep at
 * every stop would send it again or, as it knows of it, not at all. Only what came up since, and so has no tick, is swept for at once.
 */
export const passTime = async (parts: PassTimeParts, target: number): Promise<void> => {
  const { stand, dueBetween, sweep, ahead, idle, stopping } = parts;
  let at = parts.now();
  let swept = Number.NEGATIVE_INFINITY;
  const stop = async (): Promise<void> => {
    await sweep();
    swept = at;
    await idle();
  };
  stand(at);
  await idle();
  let coming = await dueBetween(at, target);
  for (let next = coming[0]; next !== undefined; next = coming[0]) {
    const before = at;
    const onItsWay = next <= swept + ahead;
    // A tick is delayed by whole seconds from the sweep that sent it.
    at = onItsWay ? Math.min(swept + Math.ceil((next - swept) / SECOND) * SECOND, target) : next;
    stopping(coming.filter((due) => due <= at).length);
    stand(at);
    if (onItsWay) {
      await idle();
      coming = await dueBetween(before, target);
    }
    if (!onItsWay || (coming[0] ?? target + 1) <= at) {
      await stop();
      coming = await dueBetween(at, target);
    }
  }
  if (at === target) return;
  at = target;
  stand(at);
  await stop();
};
