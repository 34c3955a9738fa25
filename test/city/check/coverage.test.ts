import fc from 'fast-check';
import { checkCoverage } from '../../../shared/city/check/checkCoverage.ts';
import type { Area, Route, Service } from '../../../shared/domain/city/City.ts';
import { buildRouter } from '../../../shared/domain/routing/buildRouter.ts';
import { draftOf, highest, isGrid, leavesMeant, lineageOf, randomTree } from './randomTree.ts';

const serviceOf = (code: string): Service => ({
  ...{ code, name: code, group: code.slice(0, 2), kind: 'request', words: [code], not: [] },
  ...{ verify: true, check: true, needs: [], conditions: [] },
});
const services = ['01001', '01002', '01003', '01004', '01005', '02001', '02002', '03001'].map(serviceOf);
const patterns = ['*', '01*', '02*', '03*', ...services.map(({ code }) => code)];

/** Rows like those of a city: an area, a pattern, seldom only an assisting unit. Equal rows differ in nothing that matters here. */
const routesOf = (areas: readonly Area[]): fc.Arbitrary<readonly Route[]> =>
  fc.array(
    fc.record({
      service: fc.constantFrom(...patterns),
      area: fc.constantFrom(...areas.map(({ code }) => code)),
      unit: fc.constantFrom('U1', 'U2'),
      share: fc.constantFrom<Route['share'][]>('lead', 'lead', 'lead', 'assist'),
    }),
    { maxLength: 14 },
  );

const cities = randomTree.chain((areas) => fc.record({ areas: fc.constant(areas), routes: routesOf(areas) }));
type Drawn = { readonly areas: readonly Area[]; readonly routes: readonly Route[] };

/** Unit by `service@leaf`, by the router that cases go by. */
const unitsOf = ({ areas, routes }: Drawn): ReadonlyMap<string, string | undefined> => {
  const route = buildRouter(routes);
  const pairs = areas.filter(isGrid).flatMap(({ code }) =>
    services.map((service): [string, string | undefined] => {
      const routing = route(service, lineageOf(code, areas));
      return [`${service.code}@${code}`, routing.found ? routing.unit : undefined];
    }),
  );
  return new Map(pairs);
};

const told = ({ areas, routes }: Drawn) => checkCoverage(draftOf({ areas, services, routes }));

/** `*（01001 除外）、02*` → codes of services. */
const servicesMeant = (words: string): readonly string[] =>
  words.split(/、(?![^（]*）)/u).flatMap((word) => {
    const [pattern = '', ...excepted] = word.match(/\d+\*?|\*/gu) ?? [];
    const fits = (wanted: string) => (code: string) =>
      wanted.endsWith('*') ? code.startsWith(wanted.slice(0, -1)) : code === wanted;
    return services
      .map(({ code }) => code)
      .filter((code) => fits(pattern)(code) && !excepted.some((other) => fits(other)(code)));
  });

const parse = (what: string) => {
  const match = /^(?<services>.+?) ?在(?<area>.+)没有主办单位$/u.exec(what);
  return { services: match?.groups?.services ?? '', area: match?.groups?.area ?? '' };
};

const pairsMeant = (what: string, areas: readonly Area[]): readonly string[] => {
  const { services: codes, area } = parse(what);
  return leavesMeant(area, areas).flatMap((leaf) => servicesMeant(codes).map((code) => `${code}@${leaf}`));
};

describe('services without a leading unit', () => {
  test('are told exactly: what is named has none, and what is not named has one', () => {
    fc.assert(
      fc.property(cities, (city) => {
        const without = [...unitsOf(city)].filter(([, unit]) => unit === undefined).map(([pair]) => pair);
        const meant = told(city).flatMap(({ what }) => pairsMeant(what, city.areas));
        expect([...new Set(meant)].sort()).toEqual(without.sort());
      }),
      { numRuns: 400 },
    );
  });

  test('are told in as few words as can be: no area twice, and no more areas than the highest that lack it', () => {
    fc.assert(
      fc.property(cities, (city) => {
        const lines = told(city).map(({ what }) => parse(what));
        expect(new Set(lines.map(({ area }) => area)).size).toBe(lines.length);
        const units = unitsOf(city);
        for (const { code } of services) {
          const without = [...units].filter(([pair, unit]) => !unit && pair.startsWith(`${code}@`));
          const best = highest(new Set(without.map(([pair]) => pair.slice(6))), city.areas).length;
          const naming = lines.filter(({ services: words }) => servicesMeant(words).includes(code));
          const own = naming.filter(
            ({ area }) =>
              !isWithin(
                area,
                naming.map((line) => line.area),
              ),
          );
          expect(
            own.reduce((sum, { area }) => sum + (area.match(/\d{6,}/gu) ?? []).length, 0),
          ).toBeLessThanOrEqual(best);
        }
        for (const { services: words } of lines) {
          const names = words.match(/\d+\*?|\*/gu) ?? [];
          expect(names.length).toBeLessThanOrEqual(new Set(servicesMeant(words)).size);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('get a unit by the row that the remedy says, and nothing that had one is taken from it', () => {
    fc.assert(
      fc.property(cities, (city) => {
        const before = unitsOf(city);
        for (const { what, remedy } of told(city)) {
          const after = unitsOf({ ...city, routes: [...city.routes, rowIn(remedy)] });
          const changed = new Set([...before.keys()].filter((pair) => after.get(pair) !== before.get(pair)));
          expect([...changed].filter((pair) => before.get(pair) !== undefined)).toEqual([]);
          const meant = remedy.includes('里补一行') ? pairsMeant(what, city.areas) : [];
          expect(meant.filter((pair) => !changed.has(pair))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  const rowIn = (remedy: string): Route => {
    const row = /(?<service>\S+),(?<area>\d+),<单位>,lead/u.exec(remedy)?.groups;
    return { service: row?.service ?? '', area: row?.area ?? '', unit: 'NEW', share: 'lead' };
  };

  const grid = (n: number): Area => {
    const code = `990101001001${String(n).padStart(3, '0')}`;
    return { code, name: `${n}号`, level: 'grid', parent: '990101001001', kind: 'urban' };
  };
  const areas: readonly Area[] = [
    { code: '990101', name: '城', level: 'county' },
    { code: '990101001', name: '东街', level: 'street', parent: '990101' },
    { code: '990101001001', name: '一社区', level: 'community', parent: '990101001' },
    ...[1, 2, 3, 4].map(grid),
    { code: '990101002', name: '西街', level: 'street', parent: '990101' },
    { code: '990101002001', name: '二社区', level: 'community', parent: '990101002' },
    { ...grid(1), code: '990101002001001', parent: '990101002001' },
  ];
  const lead = (service: string, area: string): Route => ({ service, area, unit: 'U1', share: 'lead' });

  test.each([
    ['no rows at all', [], ['*（全部事项）在全市 990101 城没有主办单位']],
    [
      'a group in one street',
      [lead('01*', '990101001'), lead('02*', '990101'), lead('03*', '990101')],
      ['01* 在街道 990101002 西街没有主办单位'],
    ],
    [
      'some services everywhere',
      [lead('01*', '990101'), lead('03*', '990101'), lead('02002', '990101')],
      ['02001 在全市 990101 城没有主办单位'],
    ],
    ['all but one service', [lead('01001', '990101')], ['*（01001 除外）在全市 990101 城没有主办单位']],
    [
      'all grids but one',
      [lead('*', '990101002'), lead('*', '990101001001003')],
      ['*（全部事项）在社区 990101001001 一社区（网格 990101001001003 3号除外）没有主办单位'],
    ],
    [
      'assisting units only',
      [{ ...lead('*', '990101'), share: 'assist' as const }],
      ['*（全部事项）在全市 990101 城没有主办单位'],
    ],
  ])('are named shortly with %s', (_name, routes, lines) => {
    expect(told({ areas, routes }).map(({ what }) => what)).toEqual(lines);
  });

  test('are not told of while a row or a grid cannot be read', () => {
    for (const part of ['areas', 'groups', 'services', 'routes'] as const)
      expect(
        checkCoverage({ ...draftOf({ areas, services, routes: [] }), partial: new Set([part]) }),
      ).toEqual([]);
  });
});

/** Whether another line of these names an area above. */
const isWithin = (area: string, others: readonly string[]): boolean => {
  const [code = ''] = area.match(/\d{6,}/u) ?? [];
  return others.some((other) => {
    const [above = ''] = other.match(/\d{6,}/u) ?? [];
    return above !== code && code.startsWith(above);
  });
};
