import type { Area } from '../../../shared/domain/city/City.ts';
import { nearestStanding } from '../../../shared/domain/city/nearestStanding.ts';
import { smallCity, smallKnowledge, WEST } from '../../support/smallCity.ts';

const CELL = `${WEST}001`;

const withCells: readonly Area[] = [
  ...smallCity.areas,
  { code: CELL, name: '一单元', level: 'cell', parent: WEST, kind: 'urban' },
];

describe('the nearest area that is left of a code', () => {
  const know = smallKnowledge({ areas: withCells });
  test.each([
    ['a code that is there', CELL, CELL],
    ['a cell whose grid stays', `${WEST}002`, WEST],
    ['a cell of another length', `${WEST}00201`, WEST],
    ['a cell whose grid is gone, too', '990101001001777001', '990101001001'],
    ['a grid', '990101001001777', '990101001001'],
    ['a grid whose community is gone, too', '990101001777777', '990101001'],
    ['a street', '990101777', '990101'],
    ['a county, of which the one there is is all', '990102001001001', '990101'],
    ['what is no code of this city', '123', '990101'],
  ])('of %s', (_name, code, left) => {
    expect(nearestStanding(code, know)).toBe(left);
  });

  test.each([
    ['9901', '99'],
    ['990100', '990000'],
  ])('of a county is its city %s before the province %s', (city, province) => {
    const know = smallKnowledge({
      areas: [
        { code: '990101', name: '区', level: 'county', parent: city },
        { code: city, name: '市', level: 'city', parent: province },
        { code: province, name: '省', level: 'province' },
      ],
    });
    expect(nearestStanding('990102001001001', know)).toBe(city);
    expect(nearestStanding('990201001001001', know)).toBe(province);
    expect(nearestStanding('880101001001001', know)).toBe(province);
  });
});
