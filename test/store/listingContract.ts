import type { ListingStore, PublicListing } from '../../shared/application/ports.ts';

/** What every store promises of what is under listed supervision. */
export const listingContract = (stores: () => { readonly listings: ListingStore }): void => {
  describe('listed cases', () => {
    const DAY = 86_400_000;
    const listing = (n: number, due: number, more: Partial<PublicListing> = {}): PublicListing => ({
      number: `20260928000000${n}`,
      version: 9,
      service: '01037',
      leaf: '990101001001001',
      unit: 'U03',
      at: 1_790_000_000_000,
      due: 1_790_000_000_000 + due * DAY,
      ...more,
    });
    const [late, early, beside, last] = [listing(1, 5), listing(2, 1), listing(3, 5), listing(4, 30)];
    const all = () => stores().listings.page(100);

    beforeAll(async () => {
      for (const one of [last, beside, late, early]) await stores().listings.save(one);
    });

    test('those due first come first, whole', async () => {
      expect(await all()).toEqual([early, late, beside, last]);
    });

    test('they are read page by page, also behind one that was taken away meanwhile', async () => {
      const [first = early, second = early] = await stores().listings.page(2);
      expect([first, second]).toEqual([early, late]);
      expect(await stores().listings.page(2, second)).toEqual([beside, last]);
      expect(await stores().listings.page(2, last)).toEqual([]);
      expect(await stores().listings.page(2, { number: '202609280000000', due: late.due })).toEqual([
        late,
        beside,
      ]);
    });

    test('a newer version replaces one, and an older one changes nothing', async () => {
      const newer = { ...late, version: 11, service: '01001' };
      await stores().listings.save(newer);
      await stores().listings.save(newer);
      await stores().listings.save({ ...late, version: 10 });
      expect(await all()).toEqual([early, newer, beside, last]);
    });

    test('one is taken away when it ends, twice as well as once, but not by an older version', async () => {
      await stores().listings.forget({ ...beside, version: 8 });
      expect(await all()).toContainEqual(beside);
      await stores().listings.forget({ ...beside, version: 10 });
      await stores().listings.forget({ ...beside, version: 10 });
      expect((await all()).map(({ number }) => number)).toEqual([early.number, late.number, last.number]);
    });
  });
};
