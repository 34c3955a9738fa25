import type { Held, HeldNotices } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';

export const memoryHeldNotices = (): HeldNotices => {
  const kept = new Map<string, Held>();
  const placeOf = (held: Held): string => {
    const { pk, sk } = keys.held(held);
    return `${pk} ${sk}`;
  };
  return {
    put: async (held) => {
      for (const one of held) kept.set(placeOf(one), structuredClone(one));
    },
    over: async (shard, now, most) => {
      const { pk, sk } = keys.heldOver(shard, now);
      return [...kept]
        .filter(([place]) => place.startsWith(`${pk} `) && place < `${pk} ${sk}`)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, most)
        .map(([, held]) => held);
    },
    remove: async (held) => {
      for (const one of held) kept.delete(placeOf(one));
    },
  };
};
