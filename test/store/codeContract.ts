import type { CityStore, CodeStore } from '../../shared/application/cityPorts.ts';

interface CodeStores {
  readonly cities: CityStore;
  readonly codes: CodeStore;
}

/** What every store promises of one-time codes and of the staffing they are spent for. */
export const codeContract = (stores: () => CodeStores): void => {
  describe('one-time codes', () => {
    const NOW = 1_790_000_000_000;
    const code = (hash: string, person: string) => ({ hash, person, until: NOW + 1_000 });
    const use = (conversation: string) => ({ conversation, turn: 'm1', was: 'web:old' });
    const line = (person: string, at = NOW) =>
      ({ at, kind: 'bound', person, by: person, words: 'web:…' }) as const;

    test('a person has one good code: the last that was given, until it is taken back', async () => {
      expect(await stores().codes.find('k', 'h1')).toBeUndefined();
      await stores().codes.give('k', code('h1', 'S1'));
      expect(await stores().codes.find('k', 'h1')).toEqual(code('h1', 'S1'));
      expect(await stores().codes.find('other', 'h1')).toBeUndefined();
      await stores().codes.give('k', code('h2', 'S1'));
      await stores().codes.give('k', code('h3', 'S2'));
      expect(await stores().codes.find('k', 'h1')).toBeUndefined();
      expect(await stores().codes.find('k', 'h2')).toEqual(code('h2', 'S1'));
      expect(await stores().codes.takeBack('k', 'S1', NOW)).toBe(true);
      expect(await stores().codes.takeBack('k', 'S1', NOW)).toBe(false);
      expect(await stores().codes.find('k', 'h2')).toBeUndefined();
      expect(await stores().codes.find('k', 'h3')).toEqual(code('h3', 'S2'));
      expect(await stores().codes.takeBack('k', 'S2', NOW + 1_000)).toBe(false);
      expect(await stores().codes.find('k', 'h3')).toBeUndefined();
    });

    test('a code is spent once, together with the staffing it is spent for, or neither happens', async () => {
      await stores().cities.setCurrent('k', { before: undefined, after: 'v1', streets: [], at: 1_000 });
      await stores().codes.give('k', code('h4', 'S4'));
      const spends = { hash: 'h4', person: 'S4', use: use('web:r-4') };
      const set = (before: string | undefined, after: string, more: object = {}) =>
        stores().cities.setStaffing('k', { before, after, line: line('S4'), spends, ...more });
      expect(await set('wrong', 'a')).toBe('conflict');
      expect(await stores().codes.find('k', 'h4')).toEqual(code('h4', 'S4'));
      expect(await set(undefined, 'a', { spends: { ...spends, hash: 'h0' } })).toBe('conflict');
      expect(await set(undefined, 'a', { spends: { ...spends, person: 'S9' } })).toBe('conflict');
      expect(await set(undefined, 'a', { line: line('S4', NOW + 1_000) })).toBe('conflict');
      expect((await stores().cities.pointer('k'))?.staffing).toBeUndefined();
      expect(await stores().cities.staffingLines('k', 9)).toEqual([]);
      expect(await set(undefined, 'a')).toBe('set');
      expect(await stores().codes.find('k', 'h4')).toEqual({ ...code('h4', 'S4'), use: use('web:r-4') });
      expect(await set('a', 'b')).toBe('conflict');
      expect((await stores().cities.pointer('k'))?.staffing).toBe('a');
      expect(await stores().cities.staffingLines('k', 9)).toEqual([line('S4')]);
      expect(await stores().codes.takeBack('k', 'S4', NOW)).toBe(false);
    });

    test('of many who spend the same code at the same time one does', async () => {
      await stores().cities.setCurrent('race', { before: undefined, after: 'v1', streets: [], at: 1_000 });
      await stores().codes.give('race', code('h5', 'S5'));
      const race = await Promise.all(
        ['web:a', 'web:b', 'web:c', 'web:d'].map((conversation) =>
          stores().cities.setStaffing('race', {
            before: undefined,
            after: conversation,
            line: line('S5'),
            spends: { hash: 'h5', person: 'S5', use: use(conversation) },
          }),
        ),
      );
      expect(race.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'set']);
      const spent = await stores().codes.find('race', 'h5');
      expect((await stores().cities.pointer('race'))?.staffing).toBe(spent?.use?.conversation);
    });

    test('tries are counted by whose they are and by the hour, also many at once', async () => {
      expect(await stores().codes.tries('web:r-1', 500_000)).toBe(0);
      const counts = await Promise.all([1, 2, 3, 4].map(() => stores().codes.addTry('web:r-1', 500_000, 1)));
      expect(counts.toSorted()).toEqual([1, 2, 3, 4]);
      expect(await stores().codes.addTry('web:r-1', 500_000, -1)).toBe(3);
      expect(await stores().codes.tries('web:r-1', 500_000)).toBe(3);
      expect(await stores().codes.tries('web:r-1', 500_001)).toBe(0);
      expect(await stores().codes.tries('web:r-2', 500_000)).toBe(0);
    });
  });
};
