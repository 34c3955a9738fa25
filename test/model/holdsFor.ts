import { seekViolation } from './seekViolation.ts';

/** Fails with the shortest journey that breaks a promise, and where it lies to be replayed. */
export const holdsFor = async (runs: number): Promise<void> => {
  const found = await seekViolation({ runs });
  if (!found) return;
  throw new Error(
    `${found.words}\n\nFound in run ${found.runs} with seed ${found.seed}. As a journey (${found.file}, to be played by test/support/replay.ts):\n\n${found.journey}`,
  );
};
