import fc from 'fast-check';
import { holdersOn } from '../../../shared/domain/case/answersFor.ts';
import type { City, LedgerRow } from '../../../shared/domain/city/City.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import type { Leave } from '../../../shared/domain/ledger/Staffing.ts';
import { dateText, dayNumber } from '../../../shared/domain/time/Instant.ts';
import { findVacancies } from '../../../shared/domain/vacancy/findVacancies.ts';
import { EAST, smallCity, WEST } from '../../support/smallCity.ts';

const TODAY = '2026-09-28';
const find = (change: Partial<City> = {}, leaves: readonly Leave[] = []) =>
  findVacancies(knowCity({ ...smallCity, ...change }, { staffing: { bindings: {}, leaves } }), TODAY);
const changed = (person: string, change: Partial<LedgerRow>) => ({
  ledger: smallCity.ledger.map((row) => (row.person === person ? { ...row, ...change } : row)),
});
const without = (...persons: readonly string[]) => ({
  ledger: smallCity.ledger.filter(({ person }) => !persons.includes(person)),
});

describe('what nobody is there for', () => {
  test('is nothing in a city that is whole', () => {
    expect(find()).toEqual([]);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['2026-09-27', undefined, TODAY],
    ['2026-09-28', undefined, '2026-09-29'],
    ['2026-10-27', undefined, '2026-10-28'],
    ['2026-10-28', undefined, undefined],
    ['2026-09-30', '2026-10-02', '2026-10-01'],
    ['2026-09-30', '2026-10-01', undefined],
  ])('a leaf whose supervisor ends on %s, with the next from %s, from %s', (to, next, from) => {
    const [first] = smallCity.ledger;
    const rows = next === undefined ? [] : [{ ...(first as LedgerRow), person: 'S9', from: next }];
    const { ledger } = changed('S1', { to });
    expect(find({ ledger: [...ledger, ...rows] })).toEqual(
      from === undefined ? [] : [{ kind: 'supervisor', area: WEST, from }],
    );
  });

  test('a supervisor of the community is one of its leaves', () => {
    expect(find(without('S1', 'S2')).map(({ area }) => area)).toEqual([WEST, EAST]);
    const above = changed('S2', { area: '990101001001' }).ledger.filter(({ person }) => person !== 'S1');
    expect(find({ ledger: above })).toEqual([]);
  });

  test('a street without a dispatcher, unless the county has one', () => {
    expect(find(without('D1'))).toEqual([{ kind: 'desk', area: '990101001', from: TODAY }]);
    expect(find(changed('D1', { area: '990101' }))).toEqual([]);
  });

  test('a unit that routes lead to; its leader is somebody, a leader of the area is not', () => {
    expect(find(without('H1'))).toEqual([{ kind: 'unit', area: '990101', from: TODAY, unit: 'U01' }]);
    expect(find(without('H3'))).toEqual([]);
    expect(find(without('H3', 'L3'))).toMatchObject([{ kind: 'unit', unit: 'U03' }]);
  });

  test('a unit that has somebody in one part only is missing in the others', () => {
    expect(find(changed('H1', { area: WEST }))).toEqual([
      { kind: 'unit', area: EAST, from: TODAY, unit: 'U01' },
    ]);
  });

  test('a unit is not missed for a rule that another comes before for all its services', () => {
    const shadowed = (service: string) => ({
      routes: [...smallCity.routes, { service, area: '990101', unit: 'U09', share: 'lead' as const }],
    });
    expect(find(shadowed('*'))).toMatchObject([{ unit: 'U09' }]);
    const all = smallCity.services.filter(({ code }) => code !== 'Z2002');
    expect(find({ ...shadowed('*'), services: all })).toEqual([]);
    expect(find({ ...shadowed('01037'), services: all })).toMatchObject([{ unit: 'U09' }]);
  });

  test('a post whose people are on leave with nobody for them, from the first such day', () => {
    const alone = changed('L1', { to: '2026-12-31' });
    const away = (...people: readonly string[]): readonly Leave[] =>
      people.map((person) => ({ person, from: '2026-10-01', to: '2026-10-03' }));
    expect(find({}, away('S1'))).toEqual([]);
    expect(find(alone, away('S1', 'L1'))).toEqual([
      { kind: 'leave', area: WEST, from: '2026-10-01', role: 'supervisor' },
      { kind: 'leave', area: '990101', from: '2026-10-01', role: 'leader' },
    ]);
    expect(find(alone, [{ person: 'S1', from: '2026-11-01' }])).toEqual([]);
  });
});

describe('whichever post somebody must fill', () => {
  const held = (role: LedgerRow['role'], change: Partial<LedgerRow> = {}): LedgerRow => ({
    ...(smallCity.ledger[0] as LedgerRow),
    role,
    person: `N-${role}`,
    area: '990101',
    ...change,
  });
  const also = (...rows: readonly LedgerRow[]) => ({ ledger: [...smallCity.ledger, ...rows] });

  test.each(['expert', 'auditor', 'operator', 'leader'] as const)(
    'an %s of an area, from the day after the last one that the ledger names',
    (role) => {
      const row = held(role, { area: '990101001', to: '2026-10-04' });
      const vacancy = { kind: 'ended', area: '990101001', from: '2026-10-05', role };
      expect(find(also(row))).toEqual([vacancy]);
      expect(find(also({ ...row, to: '2026-09-01' }))).toEqual([{ ...vacancy, from: TODAY }]);
      // Somebody follows, of the same post; one of another area or unit is none.
      expect(find(also(row, { ...row, person: 'N2', from: '2026-10-05', to: '2027-01-01' }))).toEqual([]);
      const elsewhere = held(role, { person: 'N3', area: '990101001001', from: '2026-10-05' });
      expect(find(also(row, elsewhere))).toEqual([vacancy]);
      expect(find(also(row, { ...elsewhere, area: '990101001', unit: 'U01' }))).toEqual([vacancy]);
    },
  );

  test('a post that is only to be filled later is none before', () => {
    expect(find(also(held('expert', { from: '2026-10-10' })))).toEqual([]);
    expect(find(also(held('expert', { from: '2026-10-10', to: '2026-10-12' })))).toMatchObject([
      { kind: 'ended', from: '2026-10-13' },
    ]);
  });

  test('the leader of the whole city, once, and never one that was not named below it', () => {
    const { ledger } = changed('L1', { to: '2026-10-01' });
    expect(find({ ledger: ledger.filter(({ person }) => person !== 'L3') })).toEqual([
      { kind: 'leader', area: '990101', from: '2026-10-02' },
    ]);
    // A unit's leader at the top catches what nobody answers for; the post of the city's own is still empty.
    expect(find({ ledger })).toEqual([{ kind: 'ended', area: '990101', from: '2026-10-02', role: 'leader' }]);
    expect(find(without('L1', 'L3'))).toEqual([{ kind: 'leader', area: '990101', from: TODAY }]);
  });

  test('a desk for each leaf that is in no street', () => {
    const areas = smallCity.areas.map((area) =>
      area.level === 'street' ? { ...area, level: 'community' as const } : area,
    );
    expect(find({ areas })).toEqual([]);
    expect(find({ areas, ...without('D1') })).toEqual(
      [WEST, EAST].map((area) => ({ kind: 'desk', area, from: TODAY })),
    );
  });

  test('nobody of a unit where a rule of an area below sends it elsewhere', () => {
    const routes = [...smallCity.routes, { service: '06*', area: WEST, unit: 'U03', share: 'lead' as const }];
    expect(find({ ...without('H1'), routes })).toEqual([
      { kind: 'unit', area: EAST, from: TODAY, unit: 'U01' },
    ]);
  });

  test('a post whose co-holder or stand-in goes while its own person is on leave', () => {
    const away = [{ person: 'S1', from: '2026-09-20', to: '2026-10-20' }];
    const second = held('supervisor', { person: 'S9', area: WEST, to: '2026-10-02', superior: 'S9' });
    const ledger = [...changed('S1', { superior: 'S9' }).ledger, second];
    expect(find({ ledger }, away)).toEqual([
      { kind: 'leave', area: WEST, from: '2026-10-03', role: 'supervisor' },
    ]);
  });
});

test('no vacancy is told of a post that somebody answers in, and none is missed (random ledgers)', () => {
  const rows = fc.array(
    fc.record({
      area: fc.constantFrom(WEST, EAST, '990101001001', '990101001', '990101'),
      from: fc.integer({ min: -3, max: 12 }),
      days: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 6 },
  );
  const day = (offset: number): string => dateText(dayNumber(TODAY) + offset);
  const [like] = smallCity.ledger;
  const rest = smallCity.ledger.filter(({ role }) => role !== 'supervisor');
  fc.assert(
    fc.property(rows, (terms) => {
      const own = terms.map(
        ({ area, from, days }, i): LedgerRow => ({
          ...(like as LedgerRow),
          person: `P${i}`,
          area,
          from: day(from),
          to: day(from + days),
        }),
      );
      const know = knowCity({ ...smallCity, ledger: [...rest, ...own] });
      const told = findVacancies(know, TODAY);
      for (const leaf of [WEST, EAST]) {
        const empty = Array.from({ length: 31 }, (_, i) => day(i)).find(
          (date) =>
            !holdersOn(`supervisor@${leaf}`, leaf, date, know).some(({ role }) => role === 'supervisor'),
        );
        expect(told.find(({ area }) => area === leaf)?.from).toBe(empty);
      }
    }),
  );
});
