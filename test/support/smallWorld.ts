import type { BindWorld } from '../../shared/application/bindAccount.ts';
import type { CaseWorld } from '../../shared/application/commandCase.ts';
import type { Turn } from '../../shared/contracts/turn.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';
import { memoryStaffing } from '../../shared/store/memory/memoryCity.ts';
import { memoryCodes } from '../../shared/store/memory/memoryCodes.ts';
import { memoryListings } from '../../shared/store/memory/memoryListings.ts';
import { memorySolved } from '../../shared/store/memory/memorySolved.ts';
import { memoryCases, memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { at } from './lifeOf.ts';
import { smallKnowledge } from './smallCity.ts';

/** A whole small system in memory, with a clock in the hand. */
export const smallWorld = (know: Knowledge = smallKnowledge(), start = '2026-09-28 10:00') => {
  const clock = { now: at(start) };
  const cases = memoryCases();
  const codes = memoryCodes();
  const staffing = memoryStaffing((code, now) => codes.spend(know.city.id, code, now));
  const sent: Turn[] = [];
  const wrongCodes: number[] = [];
  const current = async (): Promise<Knowledge> => {
    const { staffing: inForce, name } = await staffing.load();
    return name === undefined ? know : knowCity(know.city, { staffing: inForce });
  };
  return {
    cases,
    rows: memoryRows(),
    solved: memorySolved(),
    listings: memoryListings(),
    cities: { current, at: current, refresh: (): void => undefined },
    staffing,
    codes,
    onWrongCode: () => void wrongCodes.push(clock.now),
    /** When codes were wrong. */
    wrongCodes,
    send: async (turn: Turn): Promise<void> => void sent.push(turn),
    sent,
    now: (): Instant => clock.now,
    pause: async (): Promise<void> => undefined,
    clock,
  } satisfies CaseWorld & BindWorld & Record<string, unknown>;
};
