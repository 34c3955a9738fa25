import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../isAlive.ts';

const LOOK_EVERY = 100;

const claim = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Whoever holds the lock; undefined when that process has ended, or the lock is gone meanwhile. */
const holderOf = (lock: string): number | undefined => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Not yet written: its maker is just making it.
    return pid === 0 || isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Of several processes that need the same thing built, one builds it and the others wait for it; if that one dies, another does. */
export const buildOnce = async (
  lock: string,
  isBuilt: () => boolean,
  build: () => Promise<void>,
): Promise<void> => {
  while (!isBuilt()) {
    if (claim(lock)) {
      try {
        if (!isBuilt()) await build();
      } finally {
        rmSync(lock, { force: true });
      }
    } else if (holderOf(lock) === undefined) rmSync(lock, { force: true });
    else await sleep(LOOK_EVERY);
  }
};
