import fc from 'fast-check';
import type { Draft } from '../../../shared/city/check/Draft.ts';
import type { Area, Level } from '../../../shared/domain/city/City.ts';

const LEVELS: readonly Level[] = ['county', 'street', 'community', 'grid'];

/** Two to four streets, communities and grids each, of random number; leaves last in the list, as in a file that was sorted. */
export const randomTree: fc.Arbitrary<readonly Area[]> = fc
  .array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((streets) => {
    const areas: Area[] = [{ code: '990101', name: '城', level: 'county' }];
    const add = (parent: string, n: number, depth: number): string => {
      const code = `${parent}${String(n + 1).padStart(3, '0')}`;
      const level = LEVELS[depth] ?? 'grid';
      areas.push({ code, name: `${n + 1}号`, level, parent, ...(level === 'grid' ? { kind: 'urban' } : {}) });
      return code;
    };
    for (const [s, communities] of streets.entries()) {
      const street = add('990101', s, 1);
      for (const [c, grids] of communities.entries()) {
        const community = add(street, c, 2);
        for (let g = 0; g < grids; g++) add(community, g, 3);
      }
    }
    return areas.toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
  });

export const isGrid = ({ level }: Area): boolean => level === 'grid';

export const lineageOf = (code: string, areas: readonly Area[]): readonly Area[] =>
  areas.filter((area) => code.startsWith(area.code)).toSorted((a, b) => b.code.length - a.code.length);

export const draftOf = (city: Draft['city'], today = '2026-09-28'): Draft => ({
  city: { levels: LEVELS, ...city },
  unreadable: new Set(),
  partial: new Set(),
  today,
});

/** Codes of the leaves that words such as `街道 990101001 1号（网格 990101001001001 1号除外）` mean. */
export const leavesMeant = (words: string, areas: readonly Area[]): readonly string[] => {
  const [named = '', ...excepted] = words.match(/\d{6,}/gu) ?? [];
  return areas
    .filter(isGrid)
    .map(({ code }) => code)
    .filter((code) => code.startsWith(named) && !excepted.some((other) => code.startsWith(other)));
};

/** The highest areas all of whose leaves are in a set: how it would be told without exceptions. */
export const highest = (leaves: ReadonlySet<string>, areas: readonly Area[]): readonly string[] => {
  const full = new Set(
    areas
      .map(({ code }) => code)
      .filter((code) => leavesMeant(code, areas).every((leaf) => leaves.has(leaf))),
  );
  return areas
    .filter(({ code, parent }) => full.has(code) && !full.has(parent ?? ''))
    .map(({ code }) => code);
};
