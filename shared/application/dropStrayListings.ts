import { listingOf } from './keepListing.ts';
import type { CaseStore, ListingKey, ListingStore } from './ports.ts';

interface DropWorld {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly listings: Pick<ListingStore, 'page' | 'forget'>;
}

const PAGE = 100;

/** What is published of cases that are no longer there, or not listed any more, is taken out. */
export const dropStrayListings = async ({ cases, listings }: DropWorld): Promise<void> => {
  let after: ListingKey | undefined;
  do {
    const page = await listings.page(PAGE, after);
    for (const listing of page) {
      const state = await cases.load(listing.number);
      if (state === undefined || listingOf(state)?.due !== listing.due) await listings.forget(listing);
    }
    after = page.length < PAGE ? undefined : page.at(-1);
  } while (after !== undefined);
};
