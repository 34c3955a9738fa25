import fc from 'fast-check';
import { hasTurn, holdersOn } from '../../../shared/domain/case/answersFor.ts';
import { taskLists } from '../../../shared/domain/case/taskLists.ts';
import type { Area, LedgerRow } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { isHeld } from '../../../shared/domain/ledger/isHeld.ts';
import type { Leave } from '../../../shared/domain/ledger/Staffing.ts';
import { at } from '../../support/lifeOf.ts';
import { listHolds, ownersIn } from '../../support/listHolds.ts';
import { smallCity } from '../../support/smallCity.ts';

/** Two streets, two communities each, two cells each. */
const areas: readonly Area[] = [
  { code: '990101', name: '区', level: 'county' },
  ...['001', '002'].flatMap((street): readonly Area[] => [
    { code: `990101${street}`, name: '街道', level: 'street', parent: '990101' },
    ...['001', '002'].flatMap((community): readonly Area[] => [
      { code: `990101${street}${community}`, name: '社区', level: 'community', parent: `990101${street}` },
      ...['001', '002'].map(
        (cell): Area => ({
          code: `990101${street}${community}${cell}`,
          name: '网格',
          level: 'grid',
          parent: `990101${street}${community}`,
          kind: 'urban',
        }),
      ),
    ]),
  ]),
];
const CODES = areas.map(({ code }) => code);
const LEAVES = CODES.filter((code) => code.length === 15);
const UNITS = smallCity.units.map(({ code }) => code);
const PEOPLE = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];
const DAYS = ['2026-09-27', '2026-09-28', '2026-09-29', '2026-09-30', '2026-10-01'];

const person = fc.constantFrom(...PEOPLE);
const term = fc.record({
  from: fc.constantFrom('2025-01-01', ...DAYS),
  to: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
});
/** Nobody is their own deputy or superior: the check sees to that. */
const named = fc
  .record({
    person,
    deputy: fc.option(person, { nil: undefined }),
    superior: fc.option(person, { nil: undefined }),
  })
  .map(({ person: who, deputy, superior }) => ({
    person: who,
    deputy: deputy === who ? undefined : deputy,
    superior: superior === who ? undefined : superior,
  }));
const extra = fc.record({
  role: fc.constantFrom<LedgerRow['role']>('supervisor', 'dispatcher', 'leader', 'handler', 'auditor'),
  area: fc.constantFrom(...CODES),
  unit: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
  named,
  term,
});
const away: fc.Arbitrary<Leave> = fc
  .record({ person, term })
  .map(({ person: who, term: { from, to } }) => ({ person: who, from, ...(to === undefined ? {} : { to }) }));

const rowOf = (more: { readonly [K in keyof LedgerRow]?: LedgerRow[K] | undefined }): LedgerRow => {
  const row = { name: '某人', phone: '', channel: 'web', from: '2025-01-01', ...more };
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as LedgerRow;
};

/** What passes the check: somebody leads the whole, and every cell has a supervisor, on every day. */
const ledger = fc
  .record({
    root: named,
    cells: fc.array(named, { minLength: LEAVES.length, maxLength: LEAVES.length }),
    extras: fc.array(extra, { maxLength: 10 }),
  })
  .map(({ root, cells, extras }): readonly LedgerRow[] => [
    rowOf({ role: 'leader', area: '990101', ...root }),
    ...cells.map((cell, i) => rowOf({ role: 'supervisor', area: LEAVES[i] ?? '', ...cell })),
    ...extras.map(({ named: who, term: when, ...post }) => rowOf({ ...post, ...who, ...when })),
  ]);

/** Everybody a chain of deputies or superiors leads to, by the ledger alone; it ends where it comes back to somebody. */
const chain = (rows: readonly LedgerRow[], holder: LedgerRow, key: 'deputy' | 'superior', date: string) => {
  const seen = [holder.person];
  for (let next = holder[key]; next !== undefined && !seen.includes(next); ) {
    const who = next;
    seen.push(who);
    next = rows.find((row) => row.person === who && row[key] !== undefined && isHeld(row, date))?.[key];
  }
  return seen.slice(1);
};

const everyTask = LEAVES.flatMap((leaf) => ownersIn(leaf).map((owner) => ({ owner, leaf })));

const open = (rows: readonly LedgerRow[], leaves: readonly Leave[]): Knowledge =>
  knowCity({ ...smallCity, areas, ledger: rows }, { staffing: { bindings: {}, leaves } });

const drawn = [ledger, fc.array(away, { maxLength: 6 }), fc.constantFrom(...DAYS)] as const;

test('whoever is away, every case has somebody who answers, and it is nobody on leave while somebody else is left', () => {
  fc.assert(
    fc.property(...drawn, (rows, leaves, date) => {
      const know = open(rows, leaves);
      const isAway = (who: string): boolean =>
        leaves.some((leave) => leave.person === who && isHeld(leave, date));
      const isThere = (who: string): boolean =>
        !isAway(who) && rows.some((row) => row.person === who && isHeld(row, date));
      for (const { owner, leaf } of everyTask) {
        const holders = holdersOn(owner, leaf, date, know);
        expect(holders).not.toEqual([]);
        // Who is away answers only when none of those is there who could instead.
        for (const holder of holders.filter((one) => isAway(one.person))) {
          const others = (['deputy', 'superior'] as const).flatMap((key) => chain(rows, holder, key, date));
          expect([holder.actingFor, others.filter(isThere)]).toEqual([undefined, []]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('who answers has the post among theirs, and finds the case in one of their lists', () => {
  fc.assert(
    fc.property(...drawn, (rows, leaves, date) => {
      const know = open(rows, leaves);
      const now = at(`${date} 10:00`);
      const lists = new Map(PEOPLE.map((who) => [who, taskLists(who, now, know)]));
      const posts = new Map(PEOPLE.map((who) => [who, know.posts(who, date)]));
      for (const { owner, leaf } of everyTask) {
        for (const { person: who, role, area } of holdersOn(owner, leaf, date, know))
          expect(posts.get(who)).toContainEqual(expect.objectContaining({ role, area }));
        for (const who of PEOPLE.filter((one) => hasTurn(one, [owner], leaf, { now, ledger: know })))
          expect(lists.get(who)?.some((list) => listHolds(list, owner, leaf))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('every post of a person is one in which they answer, or somebody for them', () => {
  fc.assert(
    fc.property(...drawn, (rows, leaves, date) => {
      const know = open(rows, leaves);
      for (const who of PEOPLE)
        for (const { role, area, unit } of know.posts(who, date))
          expect(
            know.holders(role, area, date, unit).some((one) => one.person === who || one.actingFor === who),
          ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a cell that a newer version has no more leaves its cases to who answers above it', () => {
  const rows = [
    rowOf({ role: 'leader', area: '990101', person: 'P1' }),
    rowOf({ role: 'leader', area: '990101001001', person: 'P2' }),
  ];
  const know = open(rows, []);
  const gone = '990101001001099';
  expect(holdersOn(`supervisor@${gone}`, gone, '2026-09-28', know).map((row) => row.person)).toEqual(['P2']);
  const far = '880101001001001';
  expect(holdersOn(`supervisor@${far}`, far, '2026-09-28', know).map((row) => row.person)).toEqual(['P1']);
});
