import fc from 'fast-check';
import { checkSupervisors } from '../../../shared/city/check/checkSupervisors.ts';
import type { Area, LedgerRow } from '../../../shared/domain/city/City.ts';
import { buildLedger } from '../../../shared/domain/ledger/buildLedger.ts';
import { draftOf, highest, isGrid, leavesMeant, lineageOf, randomTree } from './randomTree.ts';

const TODAY = '2026-09-20';
const dayIn = (n: number): string => `2026-09-${String(n).padStart(2, '0')}`;
/** Terms begin and end in September; what is open at its end is open for ever. */
const LAST = 30;
const days = Array.from({ length: LAST }, (_, i) => dayIn(i + 1));

const rowOf = (area: string, from: number, length: number | undefined): LedgerRow => ({
  ...{ area, role: 'supervisor', person: `S${area}${from}`, name: '某', phone: '', channel: 'web' },
  from: dayIn(from),
  ...(length === undefined ? {} : { to: dayIn(Math.min(from + length, LAST - 1)) }),
});

const ledgerOf = (areas: readonly Area[]): fc.Arbitrary<readonly LedgerRow[]> =>
  fc.array(
    fc
      .record({
        area: fc.constantFrom(...areas.map(({ code }) => code)),
        from: fc.integer({ min: 1, max: LAST - 2 }),
        length: fc.option(fc.nat(12), { nil: undefined }),
      })
      .map(({ area, from, length }) => rowOf(area, from, length)),
    { maxLength: 16 },
  );

const cities = randomTree.chain((areas) => fc.record({ areas: fc.constant(areas), ledger: ledgerOf(areas) }));
type Drawn = { readonly areas: readonly Area[]; readonly ledger: readonly LedgerRow[] };

const told = ({ areas, ledger }: Drawn) => checkSupervisors(draftOf({ areas, ledger }, TODAY));

/** `day@leaf` of every day without, by the ledger that cases go by. */
const without = ({ areas, ledger }: Drawn): readonly string[] => {
  const posts = buildLedger(ledger);
  return areas.filter(isGrid).flatMap(({ code }) => {
    const lineage = lineageOf(code, areas);
    const held = (day: string) => posts.holders('supervisor', lineage, day).length > 0;
    const first = days.find(held) ?? TODAY;
    return days
      .filter((day) => day >= (first < TODAY ? first : TODAY) && !held(day))
      .map((day) => `${day}@${code}`);
  });
};

const parse = (what: string) => {
  const match = /^(?<area>.+?)(?<span>[从在] 2026-[^没]+)没有网格监督员$/u.exec(what);
  const [from = '', to = dayIn(LAST)] = match?.groups?.span?.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
  const end = match?.groups?.span?.startsWith('从') || to !== dayIn(LAST) ? to : from;
  return { area: match?.groups?.area ?? '', meant: days.filter((day) => day >= from && day <= end) };
};

describe('days without a supervisor', () => {
  test('are told exactly, for every leaf, from its first day with one or from today', () => {
    fc.assert(
      fc.property(cities, (city) => {
        const meant = told(city).flatMap(({ what }) => {
          const { area, meant: span } = parse(what);
          return leavesMeant(area, city.areas).flatMap((leaf) => span.map((day) => `${day}@${leaf}`));
        });
        // Nothing is said twice either.
        expect(meant.toSorted()).toEqual(without(city).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test('are told for no more areas than the highest that lack one together', () => {
    fc.assert(
      fc.property(cities, (city) => {
        const lines = told(city).map(({ what }) => parse(what));
        for (const span of new Set(lines.map(({ meant }) => meant.join()))) {
          const same = lines.filter(({ meant }) => meant.join() === span);
          const leaves = same.flatMap(({ area }) => leavesMeant(area, city.areas));
          const names = same.reduce((sum, { area }) => sum + (area.match(/\d{6,}/gu) ?? []).length, 0);
          expect(names).toBeLessThanOrEqual(highest(new Set(leaves), city.areas).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const areas: readonly Area[] = [
  { code: '990101', name: '城', level: 'county' },
  { code: '990101001', name: '东街', level: 'street', parent: '990101' },
  { code: '990101001001', name: '一社区', level: 'community', parent: '990101001' },
  ...[1, 2].map((n): Area => {
    const code = `99010100100100${n}`;
    return { code, name: `${n}号`, level: 'grid', parent: '990101001001', kind: 'urban' };
  }),
];
const [one, two] = ['990101001001001', '990101001001002'];

test.each([
  [
    'a whole community without one is one line',
    [],
    [['areas', '全市 990101 城从 2026-09-20 起没有网格监督员']],
  ],
  [
    'a term that ended is told at its row',
    [rowOf(one, 1, 5), rowOf(two, 1, undefined)],
    [['ledger', '网格 990101001001001 1号从 2026-09-07 起没有网格监督员']],
  ],
  [
    'a time between two terms has both its ends',
    [rowOf(one, 1, 2), rowOf(one, 8, undefined), rowOf(two, 1, undefined)],
    [['ledger', '网格 990101001001001 1号在 2026-09-04 至 2026-09-07 没有网格监督员']],
  ],
  [
    'one day is one day',
    [rowOf(one, 1, 2), rowOf(one, 5, undefined), rowOf(two, 1, undefined)],
    [['ledger', '网格 990101001001001 1号在 2026-09-04 没有网格监督员']],
  ],
  [
    'terms that follow each other leave nothing',
    [rowOf(one, 1, 2), rowOf(one, 4, undefined), rowOf(two, 1, undefined)],
    [],
  ],
  [
    'who supervises the street supervises its grids',
    [rowOf('990101001', 1, undefined), rowOf(one, 3, 2)],
    [],
  ],
  [
    'a last day far away is for ever',
    [one, two].map((area) => ({ ...rowOf(area, 1, undefined), to: '2099-12-31' })),
    [],
  ],
])('%s', (_name, ledger, lines) => {
  expect(told({ areas, ledger }).map(({ at, what }) => [at[0], what])).toEqual(lines);
});
