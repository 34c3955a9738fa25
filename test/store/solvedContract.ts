import type { SolvedStore } from '../../shared/application/ports.ts';
import type { SolvedCase } from '../../shared/domain/similar/SolvedCase.ts';

/** What every store promises of solved cases. */
export const solvedContract = (stores: () => { readonly solved: SolvedStore }): void => {
  describe('solved cases', () => {
    const SERVICE = '01099';
    const solved = (day: string, street: string, more: Partial<SolvedCase> = {}): SolvedCase => ({
      number: `202609${day}0000001`,
      service: SERVICE,
      condition: 'a',
      leaf: `${street}001001`,
      text: '路灯不亮',
      report: `${day}日换了灯泡`,
      rounds: 0,
      ...more,
    });
    const middle = '990177002';
    const first = solved('01', middle, { rating: 'A' });
    const second = solved('09', middle, { rounds: 1 });
    const before = solved('20', '990177001');
    const behind = solved('15', '990177003');
    const elsewhere = solved('25', '990178002');
    const otherService = solved('26', middle, { service: '01098' });
    const ofService = (leaf: string, most: number) => stores().solved.ofService(SERVICE, leaf, most);

    beforeAll(async () => {
      for (const one of [second, before, first, behind, elsewhere, otherService]) {
        await stores().solved.save(one);
        await stores().solved.save(one);
      }
    });

    test('those of the street come first, the newest of them before the others, then those of the county', async () => {
      expect(await ofService(first.leaf, 100)).toEqual([second, first, before, behind]);
      expect(await ofService(before.leaf, 100)).toEqual([before, behind, second, first]);
      expect(await ofService(elsewhere.leaf, 100)).toEqual([elsewhere]);
      expect(await ofService('990179001001001', 100)).toEqual([]);
    });

    test('no more are read than are wanted', async () => {
      expect(await ofService(first.leaf, 1)).toEqual([second]);
      expect(await ofService(first.leaf, 3)).toEqual([second, first, before]);
      expect(await ofService(before.leaf, 2)).toEqual([before, behind]);
    });

    test('one is found again by a rebuild, and forgotten by its number and where it lies', async () => {
      const all = [];
      let from: string | undefined;
      do {
        const page = await stores().solved.page(from);
        all.push(...page.keys.map(({ number, service, leaf }) => ({ number, service, leaf })));
        from = page.next;
      } while (from !== undefined);
      expect(all).toContainEqual({ number: behind.number, service: SERVICE, leaf: behind.leaf });
      await stores().solved.forget(behind);
      await stores().solved.forget(behind);
      expect(await ofService(first.leaf, 100)).toEqual([second, first, before]);
    });
  });
};
