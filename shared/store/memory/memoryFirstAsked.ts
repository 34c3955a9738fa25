import type { FirstAsked } from '../../application/ports.ts';

/** Remembers as long as the process lives. */
export const memoryFirstAsked = (): FirstAsked => {
  const kept = new Map<string, number>();
  return async (id, now) => {
    const first = kept.get(id) ?? now;
    kept.set(id, first);
    return first;
  };
};
