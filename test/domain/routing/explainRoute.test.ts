import fc from 'fast-check';
import type { Area, Route } from '../../../shared/domain/city/City.ts';
import { buildRouter } from '../../../shared/domain/routing/buildRouter.ts';
import { explainRoute } from '../../../shared/domain/routing/explainRoute.ts';
import { smallCity } from '../../support/smallCity.ts';

const leaf: Area = { code: '990101001', name: '一街', level: 'street', parent: '990101' };
const root: Area = { code: '990101', name: '小城', level: 'county' };
const lineage = [leaf, root];
const litter = smallCity.services.find(({ code }) => code === '06010') as (typeof smallCity.services)[number];

const routes: readonly Route[] = [
  { service: '*', area: '990101', unit: 'U00', share: 'lead' },
  { service: '06*', area: '990101', unit: 'U01', share: 'lead' },
  { service: '06*', area: '990101001', unit: 'U09', share: 'assist' },
  { service: '*', area: '990101', unit: 'U08', share: 'assist' },
  { service: '07*', area: '990101001', unit: 'U07', share: 'lead' },
];

describe('why a unit answers', () => {
  test('weighs every rule, the smallest area and the finest service first, and marks what decided', () => {
    const { weighed, lead, assist } = explainRoute(routes)(litter, lineage);
    expect(
      weighed.map(({ rule, lead: found, assist: beside, won }) => [
        rule,
        found?.unit,
        beside.map(({ unit }) => unit),
        won,
      ]),
    ).toEqual([
      ['06010@990101001', undefined, [], []],
      ['06*@990101001', undefined, ['U09'], ['assist']],
      ['*@990101001', undefined, [], []],
      ['06010@990101', undefined, [], []],
      ['06*@990101', 'U01', [], ['lead']],
      ['*@990101', 'U00', ['U08'], []],
    ]);
    expect(lead).toBe(weighed[4]);
    expect(assist).toEqual([routes[2]]);
  });

  test('says that nothing leads', () => {
    const { weighed, lead, assist } = explainRoute(routes.slice(2, 3))(litter, lineage);
    expect([lead, assist.map(({ unit }) => unit)]).toEqual([undefined, ['U09']]);
    expect(buildRouter(routes.slice(2, 3))(litter, lineage)).toEqual({
      found: false,
      weighed: weighed.map(({ rule }) => rule),
    });
  });

  test('is why the router answers as it does, and both are the most specific row there is', () => {
    const anyRoute = fc.record({
      service: fc.constantFrom('06010', '06*', '*', '07*', '07010'),
      area: fc.constantFrom('990101', '990101001', '990102'),
      unit: fc.constantFrom('U00', 'U01', 'U02'),
      share: fc.constantFrom('lead' as const, 'assist' as const),
    });
    fc.assert(
      fc.property(fc.array(anyRoute, { maxLength: 12 }), (rows) => {
        const routing = buildRouter(rows)(litter, lineage);
        const explained = explainRoute(rows)(litter, lineage);
        const fits = (share: Route['share']) =>
          rows
            .filter((row) => row.share === share)
            .map((row) => ({
              row,
              far: lineage.findIndex(({ code }) => code === row.area),
              wide: ['06010', '06*', '*'].indexOf(row.service),
            }))
            .filter(({ far, wide }) => far >= 0 && wide >= 0)
            .sort((a, b) => a.far - b.far || a.wide - b.wide);
        const [best] = fits('lead');
        const [help] = fits('assist');
        const assist = fits('assist').flatMap(({ row, far, wide }) =>
          far === help?.far && wide === help.wide ? [row.unit] : [],
        );
        expect(explained.lead?.lead).toBe(best?.row);
        expect(explained.assist.map(({ unit }) => unit)).toEqual(assist);
        expect(routing).toEqual(
          best
            ? { found: true, unit: best.row.unit, assist, rule: `${best.row.service}@${best.row.area}` }
            : { found: false, weighed: explained.weighed.map(({ rule }) => rule) },
        );
      }),
    );
  });
});
