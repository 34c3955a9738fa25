import type { SolvedStore } from '../../application/ports.ts';
import type { SolvedCase } from '../../domain/similar/SolvedCase.ts';
import { keys } from '../accessPatterns.ts';

/** What solved cases teach, of one process. */
export const memorySolved = (): SolvedStore => {
  const kept = new Map<string, SolvedCase>();
  const placeOf = (key: Parameters<typeof keys.solved>[0]): string => {
    const { pk, sk } = keys.solved(key);
    return `${pk} ${sk}`;
  };
  return {
    save: async (solved) => void kept.set(placeOf(solved), structuredClone(solved)),
    ofService: async (service, leaf, most) => {
      const { pk, sk: end } = keys.solved({ number: '~', service, leaf });
      const ofService = [...kept.values()]
        .map((solved) => ({ solved, ...keys.solved(solved) }))
        .filter((one) => one.pk === pk)
        .toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
      return [...ofService.filter(({ sk }) => sk < end), ...ofService.filter(({ sk }) => sk > end)]
        .slice(0, most)
        .map(({ solved }) => solved);
    },
    forget: async (key) => void kept.delete(placeOf(key)),
    page: async () => ({
      keys: [...kept.values()].map(({ number, service, leaf }) => ({ number, service, leaf })),
    }),
  };
};
