import { type Case, ENDED } from '../domain/case/Case.ts';
import type { ListingStore, PublicListing } from './ports.ts';

/** A case under listed supervision is published until it ends; one that is taken up again is published again. */
export const keepListing =
  ({ listings }: { readonly listings: Pick<ListingStore, 'save' | 'forget'> }) =>
  async (state: Case): Promise<void> => {
    const { listed, number, version } = state;
    if (!listed) return;
    const listing = listingOf(state);
    await (listing ? listings.save(listing) : listings.forget({ number, version, due: listed.due }));
  };

/**
 * What is published of a case; undefined where nothing is: of a secret report not even that there is one, and of what is handled only
 * the rating is still awaited.
 */
export const listingOf = (state: Case): PublicListing | undefined => {
  const { listed, number, version, service, leaf, stage } = state;
  const isSecret = state.about !== undefined || state.privacy !== undefined;
  return listed && !isSecret && stage !== 'rating' && !ENDED.has(stage)
    ? { number, version, service, leaf, ...listed }
    : undefined;
};
