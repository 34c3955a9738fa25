import type { ListingKey, ListingStore, PublicListing } from '../../application/ports.ts';
import { keys } from '../accessPatterns.ts';

/** What is under listed supervision, of one process. */
export const memoryListings = (): ListingStore => {
  const kept = new Map<string, PublicListing>();
  const placeOf = (key: ListingKey): string => keys.listing(key).sk;
  const isNewer = (key: ListingKey, version: number): boolean =>
    (kept.get(placeOf(key))?.version ?? 0) > version;
  return {
    save: async (listing) => {
      if (!isNewer(listing, listing.version)) kept.set(placeOf(listing), structuredClone(listing));
    },
    forget: async (listing) => {
      if (!isNewer(listing, listing.version)) kept.delete(placeOf(listing));
    },
    page: async (most, after) =>
      [...kept]
        .filter(([place]) => after === undefined || place > placeOf(after))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, most)
        .map(([, listing]) => listing),
  };
};
