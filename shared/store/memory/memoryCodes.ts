import type { CodeStore, CodeUse, GivenCode, SpentCode } from '../../application/cityPorts.ts';
import type { Instant } from '../../domain/time/Instant.ts';

export interface MemoryCodes extends CodeStore {
  /** False, and nothing, unless the code is good at that moment. */
  readonly spend: (city: string, code: SpentCode, at: Instant) => boolean;
}

export const memoryCodes = (): MemoryCodes => {
  const given = new Map<string, GivenCode & { readonly use?: CodeUse }>();
  const counts = new Map<string, number>();
  return {
    give: async (city, code) => void given.set(`${city} ${code.person}`, code),
    find: async (city, hash) =>
      [...given].find(([key, code]) => key.startsWith(`${city} `) && code.hash === hash)?.[1],
    takeBack: async (city, person, at) => {
      const code = given.get(`${city} ${person}`);
      given.delete(`${city} ${person}`);
      return code !== undefined && code.use === undefined && code.until > at;
    },
    addTry: async (who, hour, by) => {
      const count = (counts.get(`${who} ${hour}`) ?? 0) + by;
      counts.set(`${who} ${hour}`, count);
      return count;
    },
    tries: async (who, hour) => counts.get(`${who} ${hour}`) ?? 0,
    spend: (city, { hash, person, use }, at) => {
      const code = given.get(`${city} ${person}`);
      if (code?.hash !== hash || code.until <= at || code.use) return false;
      given.set(`${city} ${person}`, { ...code, use });
      return true;
    },
  };
};
