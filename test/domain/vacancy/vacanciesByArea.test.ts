import fc from 'fast-check';
import type { Area, LedgerRow, Role, Route } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import { dateText, dayNumber } from '../../../shared/domain/time/Instant.ts';
import { findVacancies } from '../../../shared/domain/vacancy/findVacancies.ts';
import type { Vacancy } from '../../../shared/domain/vacancy/Vacancy.ts';
import { vacanciesByArea } from '../../../shared/domain/vacancy/vacanciesByArea.ts';
import { smallCity } from '../../support/smallCity.ts';

const TODAY = '2026-09-28';
const day = (offset: number): string => dateText(dayNumber(TODAY) + offset);
const ROOT = '990101';

/** Two streets of two communities of two leaves. */
const AREAS: readonly Area[] = [
  { code: ROOT, name: '区', level: 'county' },
  ...[1, 2].flatMap((street): readonly Area[] => {
    const code = `${ROOT}00${street}`;
    return [
      { code, name: code, level: 'street', parent: ROOT },
      ...[1, 2].flatMap((each) => community(`${code}00${each}`)),
    ];
  }),
];
function community(code: string): readonly Area[] {
  const leaf = (at: number): Area => ({ code: `${code}00${at}`, name: `${at}`, level: 'grid', parent: code });
  return [{ code, name: code, level: 'community', parent: code.slice(0, 9) }, leaf(1), leaf(2)];
}
const CODES = AREAS.map(({ code }) => code);
const LEAVES = CODES.filter(({ length }) => length === 15);
const ROLES: readonly Role[] = [
  'supervisor',
  'dispatcher',
  'leader',
  'handler',
  'expert',
  'auditor',
  'operator',
];

const term = fc
  .record({ from: fc.integer({ min: -40, max: 35 }), days: fc.option(fc.integer({ min: 0, max: 60 })) })
  .map(({ from, days }) => ({ from: day(from), ...(days === null ? {} : { to: day(from + days) }) }));
const PEOPLE = ['P1', 'P2', 'P3', 'P4', 'P5'];
const person = fc.constantFrom(...PEOPLE);
const row: fc.Arbitrary<LedgerRow> = fc
  .record({
    term,
    role: fc.constantFrom(...ROLES, 'handler', 'handler', 'handler'),
    area: fc.constantFrom(...CODES, ROOT, ROOT),
    unit: fc.option(fc.constantFrom('U01', 'U03'), { nil: undefined }),
    person,
    superior: fc.option(person, { nil: undefined }),
  })
  .map(({ term: days, role, area, unit, person: who, superior }) => ({
    ...days,
    role,
    area,
    ...(unit === undefined && role !== 'handler' ? {} : { unit: unit ?? 'U00' }),
    person: who,
    name: who,
    phone: '',
    channel: 'web',
    ...(superior === undefined ? {} : { superior }),
  }));
const route: fc.Arbitrary<Route> = fc.record({
  service: fc.constantFrom('*', '01*', '06*', '06010', 'Z2001'),
  area: fc.constantFrom(...CODES, ROOT),
  unit: fc.constantFrom('U00', 'U01', 'U03'),
  share: fc.constantFrom('lead' as const, 'lead' as const, 'assist' as const),
});
const cities = fc
  .record({
    ledger: fc.array(row, { maxLength: 18 }),
    routes: fc.uniqueArray(route, {
      maxLength: 6,
      selector: ({ service, area, share }) => `${service}|${area}|${share}`,
    }),
    leaves: fc.array(
      fc.record({ person, term }).map((leave) => ({ person: leave.person, ...leave.term })),
      { maxLength: 4 },
    ),
  })
  .map(({ ledger, routes, leaves }) =>
    knowCity(
      { ...smallCity, areas: AREAS, places: [], ledger, routes },
      { staffing: { bindings: {}, leaves } },
    ),
  );

type Missed = readonly (readonly (string | undefined)[])[];
const holdsOn =
  (date: string) =>
  ({ from, to }: { readonly from: string; readonly to?: string }): boolean =>
    from <= date && (to ?? '9999') >= date;

const withoutSupervisor = (know: Knowledge, date: string): Missed =>
  LEAVES.filter((leaf) => know.holders('supervisor', leaf, date).length === 0).map((leaf) => [
    'supervisor',
    leaf,
  ]);

const withoutDesk = (know: Knowledge, date: string): Missed =>
  AREAS.filter(
    ({ code, level }) => level === 'street' && know.holders('dispatcher', code, date).length === 0,
  ).map(({ code }) => ['desk', code]);

const withoutLeader = (know: Knowledge, date: string): Missed =>
  know.city.ledger.some((row) => row.role === 'leader' && row.area === ROOT && holdsOn(date)(row))
    ? []
    : [['leader', ROOT]];

const unitsAt = (know: Knowledge, leaf: string): readonly string[] =>
  know.city.services.flatMap(({ code }) => {
    const found = know.route(code, leaf);
    return found.found ? [found.unit, ...found.assist] : [];
  });

const withoutUnit = (know: Knowledge, date: string): Missed =>
  LEAVES.flatMap((leaf) =>
    unitsAt(know, leaf)
      .filter((unit) =>
        (['handler', 'leader'] as const).every((role) => know.holders(role, leaf, date, unit).length === 0),
      )
      .map((unit) => ['unit', leaf, undefined, unit]),
  );

const ended = (know: Knowledge, date: string): Missed =>
  know.city.ledger
    .filter(({ role, from }) => ['leader', 'expert', 'auditor', 'operator'].includes(role) && from <= date)
    .filter(
      ({ role, area, unit }) =>
        !know.city.ledger.some(
          (row) => row.role === role && row.area === area && row.unit === unit && holdsOn(date)(row),
        ),
    )
    .map(({ role, area, unit }) => ['ended', area, role, unit]);

const onLeave = (know: Knowledge, date: string): Missed => {
  const away = new Set(know.staffing.leaves.filter(holdsOn(date)).map((leave) => leave.person));
  const desk = ({ role }: LedgerRow): boolean => role === 'supervisor' || role === 'dispatcher';
  return know.city.ledger
    .filter((row) => holdsOn(date)(row) && away.has(row.person))
    .filter((row) =>
      know
        .holders(row.role, row.area, date)
        .filter((holder) => desk(row) || holder.unit === row.unit)
        .every((holder) => away.has(holder.person)),
    )
    .map((row) => ['leave', row.area, row.role, desk(row) ? undefined : row.unit]);
};

/** Day after day and post after post, by the questions that the work itself asks; units by leaf. */
const plainly = (know: Knowledge): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  for (let offset = 0; offset <= 30; offset++)
    for (const look of [withoutSupervisor, withoutDesk, withoutLeader, withoutUnit, ended, onLeave])
      for (const parts of look(know, day(offset))) {
        const key = parts.map((part) => part ?? '').join('|');
        if (!first.has(key)) first.set(key, day(offset));
      }
  // A city without any leader is said once.
  for (const key of [...first.keys()])
    if (key.startsWith(`ended|${ROOT}|leader`) && first.get(key) === first.get(`leader|${ROOT}`))
      first.delete(key);
  return first;
};

const keyOf = ({ kind, area, role, unit }: Vacancy): string =>
  ['supervisor', 'desk', 'leader'].includes(kind)
    ? `${kind}|${area}`
    : `${kind}|${area}|${role ?? ''}|${unit ?? ''}`;

test('what is told is what a plain recomputation finds, each at the largest area that all of it is true of (random cities)', () => {
  fc.assert(
    fc.property(cities, (know) => {
      const told = findVacancies(know, TODAY);
      const spread = told.flatMap((vacancy): readonly (readonly [string, string])[] =>
        vacancy.kind === 'unit'
          ? know
              .leavesUnder(vacancy.area)
              .map(({ code }) => [keyOf({ ...vacancy, area: code }), vacancy.from])
          : [[keyOf(vacancy), vacancy.from]],
      );
      expect(spread.toSorted()).toEqual([...plainly(know)].toSorted());
      const isTold = (unit: string, area: string, from: string): boolean =>
        told.some(
          (one) => one.kind === 'unit' && one.unit === unit && one.area === area && one.from === from,
        );
      for (const { kind, unit = '', area, from } of told) {
        const siblings = know.childrenOf(know.area(area)?.parent ?? '');
        if (kind === 'unit' && siblings.length > 0)
          expect(siblings.every(({ code }) => isTold(unit, code, from))).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test('a vacancy counts where it is missing and in every area above, in none below or beside (random cities)', () => {
  fc.assert(
    fc.property(cities, (know) => {
      const told = findVacancies(know, TODAY);
      const counted = vacanciesByArea(know, TODAY);
      const countOf = (code: string): number => counted.get(code)?.length ?? 0;
      for (const code of CODES) {
        expect(countOf(code)).toBe(told.filter(({ area }) => area.startsWith(code)).length);
        const own = told.filter(({ area }) => area === code).length;
        expect(know.childrenOf(code).reduce((sum, child) => sum + countOf(child.code), own)).toBe(
          countOf(code),
        );
      }
    }),
    { numRuns: 100 },
  );
});
