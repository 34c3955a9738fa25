import { areaApart, nameApart } from '../../../../bots/engine/report/areaApart.ts';
import type { Area, Point } from '../../../../shared/domain/city/City.ts';

/** Places by the areas they lie in, from the grid upwards; each a degree from the next. */
const city = (lineages: readonly (readonly string[])[]) => {
  const points: Point[] = lineages.map((_, at) => ({ lng: at, lat: 0 }));
  const areas = lineages.map((names) =>
    names.map((name, at): Area => ({ code: `${at}${name}`, name, level: 'grid' })),
  );
  return {
    placesCalled: (name: string) => (name === '药店' ? points : []),
    locate: ({ lng }: Point) => areas[Math.round(lng)]?.[0],
    lineage: (code: string) => areas.find(([leaf]) => leaf?.code === code) ?? [],
  };
};

describe('the area that tells places of one name apart', () => {
  test.each([
    [
      'their communities',
      [
        ['一格', '甲社区', '东街道', '县'],
        ['二格', '乙社区', '东街道', '县'],
      ],
      ['甲社区', '乙社区'],
    ],
    [
      'their streets, where communities have one name',
      [
        ['一格', '甲社区', '东街道', '县'],
        ['二格', '甲社区', '西街道', '县'],
      ],
      ['东街道', '西街道'],
    ],
    [
      'their grids, where they are of one community',
      [
        ['一格', '甲社区', '东街道', '县'],
        ['二格', '甲社区', '东街道', '县'],
      ],
      ['一格', '二格'],
    ],
    [
      'whatever each needs',
      [
        ['一格', '甲社区', '东街道'],
        ['二格', '甲社区', '东街道'],
        ['三格', '乙社区', '东街道'],
      ],
      ['一格', '二格', '乙社区'],
    ],
  ])('is %s', (_, lineages, expected) => {
    const know = city(lineages);
    expect(lineages.map((_, lng) => areaApart('药店', { lng, lat: 0 }, know))).toEqual(expected);
  });

  test('is none for the only one of its name', () => {
    const know = city([['一格', '甲社区', '东街道']]);
    expect(areaApart('药店', { lng: 0, lat: 0 }, know)).toBeUndefined();
    expect(areaApart('书店', { lng: 0, lat: 0 }, know)).toBeUndefined();
    expect(nameApart({ name: '药店', spot: '门口', lng: 0, lat: 0 }, know)).toBe('药店门口');
  });

  test('stands behind the spot, also near the place', () => {
    const know = city([
      ['一格', '甲社区'],
      ['二格', '乙社区'],
    ]);
    expect(nameApart({ name: '药店', spot: '门口', lng: 1, lat: 0 }, know)).toBe('药店门口（乙社区）');
    expect(nameApart({ name: '药店', lng: 0.2, lat: 0 }, know)).toBe('药店（甲社区）');
  });
});
