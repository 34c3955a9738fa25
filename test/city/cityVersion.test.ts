import { readCity } from '../../shared/city/readCity.ts';
import { filesOf, smallCity, TODAY, withChange } from './smallCity.ts';

const versionOf = (texts: Readonly<Record<string, string>>) => {
  const { city, faults } = readCity(filesOf(texts), TODAY);
  expect(faults).toEqual([]);
  return city?.version;
};

describe('the version of a city', () => {
  test('is 16 hex digits, the same every time', () => {
    expect(versionOf(smallCity)).toMatch(/^[0-9a-f]{16}$/u);
    expect(versionOf(smallCity)).toBe(versionOf(smallCity));
  });

  test('does not depend on how the files are laid out', () => {
    const json = JSON.stringify(JSON.parse(smallCity['areas.geojson'] ?? ''), null, 4);
    const yaml = (smallCity['city.yaml'] ?? '').split('\n').toSorted().join('\n');
    const csv = (smallCity['ledger.csv'] ?? '').replaceAll('\n', '\r\n').replaceAll('李建国', '"李建国" ');
    expect(
      versionOf({ ...smallCity, 'areas.geojson': json, 'city.yaml': `# 注\n${yaml}`, 'ledger.csv': csv }),
    ).toBe(versionOf(smallCity));
  });

  test('does not depend on the day it is read', () => {
    expect(readCity(filesOf(smallCity), '2027-01-01').city?.version).toBe(versionOf(smallCity));
  });

  test.each([
    ['city.yaml', 'rounds: 2', 'rounds: 3'],
    ['areas.geojson', '[121.49,31.23]', '[121.490001,31.23]'],
    ['places.csv', '老邮局', '新邮局'],
    ['catalog.yaml', 'handle: 3wd', 'handle: 4wd'],
    ['units.csv', '12345', '12346'],
    ['routes.csv', 'U03,lead', 'U00,lead'],
    ['ledger.csv', '13800010004', '13800010005'],
    ['calendar/2026.json', '"final": true', '"final": false'],
  ])('changes when %s says something else', (file, from, to) => {
    expect(versionOf(withChange(file, from, to))).not.toBe(versionOf(smallCity));
  });
});
