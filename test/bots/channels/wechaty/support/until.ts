import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; fails after ten seconds. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It does not come to hold: ${holds}`);
    await sleep(10);
  }
};
