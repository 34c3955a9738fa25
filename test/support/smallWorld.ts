import type { CaseWorld } from '../../shared/application/commandCase.ts';
import type { Cities } from '../../shared/application/ports.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';
import { memoryCases, memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { at } from './lifeOf.ts';
import { smallKnowledge } from './smallCity.ts';

/** A whole small system in memory, with a clock in the hand. */
export const smallWorld = (know: Knowledge = smallKnowledge(), start = '2026-09-28 10:00') => {
  const clock = { now: at(start) };
  const cases = memoryCases();
  const cities: Cities = { current: async () => know, at: async () => know };
  return {
    cases,
    rows: memoryRows(),
    cities,
    now: (): Instant => clock.now,
    pause: async (): Promise<void> => undefined,
    clock,
  } satisfies CaseWorld & Record<string, unknown>;
};
