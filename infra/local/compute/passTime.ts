/** What is needed to let time pass as it would have. */
export interface PassTimeParts {
  readonly now: () => number;
  /** Stands the clock still at an instant. */
  readonly stand: (at: number) => void;
  /** The earliest instant after `after` and not after `until` at which something falls due. */
  readonly nextDue: (after: number, until: number) => Promise<number | undefined>;
  /** Fires the schedules, once. */
  readonly sweep: () => Promise<void>;
  /** Resolves when everything that was set off has happened. */
  readonly idle: () => Promise<void>;
}

/**
 * Takes the clock to `target`, stopping at every instant on the way at which something falls due, so that it happens then and
 * in order, and what follows from it falls due in its turn. Leaves the clock standing at `target`.
 */
export const passTime = async (parts: PassTimeParts, target: number): Promise<void> => {
  let at = parts.now();
  parts.stand(at);
  await parts.idle();
  for (;;) {
    const next = await parts.nextDue(at, target);
    if (next === undefined) break;
    at = next;
    parts.stand(at);
    await parts.sweep();
    await parts.idle();
  }
  if (at === target) return;
  parts.stand(target);
  await parts.sweep();
  await parts.idle();
};
