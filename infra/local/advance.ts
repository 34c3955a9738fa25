import type { Instant } from '../../shared/domain/time/Instant.ts';
import type { Compute } from './compute/Compute.ts';
import type { LocalClock } from './compute/LocalClock.ts';
import { passTime } from './compute/passTime.ts';
import type { LocalStore } from './LocalStore.ts';

export interface AdvanceParts {
  readonly clock: LocalClock;
  readonly store: Pick<LocalStore, 'nextDue'>;
  readonly compute: Pick<Compute, 'schedules'>;
  readonly idle: () => Promise<void>;
}

/** Takes the local clock to an instant, so that what falls due on the way happens then. A clock that was running runs on from there. */
export const advance = async (parts: AdvanceParts, target: Instant): Promise<void> => {
  const { clock, store, compute, idle } = parts;
  const { frozen } = clock.state();
  if (target < clock.now()) throw new Error('The local clock is only advanced; it does not go back');
  compute.schedules.hold();
  try {
    const stand = (at: number) => clock.set({ frozen: true, at });
    await passTime(
      { now: clock.now, stand, nextDue: store.nextDue, sweep: () => compute.schedules.fire(), idle },
      target,
    );
  } finally {
    if (!frozen) clock.set({ frozen: false, offset: clock.now() - Date.now() });
    compute.schedules.release();
  }
};
