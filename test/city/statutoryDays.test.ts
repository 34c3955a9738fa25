import { readFileSync } from 'node:fs';
import { readCity } from '../../shared/city/readCity.ts';
import { statutoryDays } from '../../shared/city/statutoryDays.ts';
import { withProvisionalYears } from '../../shared/city/withProvisionalYears.ts';
import { filesOf, smallCity, TODAY } from './smallCity.ts';

/** 春节, 端午, 中秋 and 清明 by an astronomical almanac. ICU alone is a day off for the new year of 2027 and 2030. */
const ALMANAC: readonly (readonly [number, string, string, string, string])[] = [
  [2025, '01-29', '05-31', '10-06', '04-04'],
  [2026, '02-17', '06-19', '09-25', '04-05'],
  [2027, '02-06', '06-09', '09-15', '04-05'],
  [2028, '01-26', '05-28', '10-03', '04-04'],
  [2029, '02-13', '06-16', '09-22', '04-04'],
  [2030, '02-03', '06-05', '09-12', '04-05'],
  [2031, '01-23', '06-24', '10-01', '04-05'],
  [2032, '02-11', '06-12', '09-19', '04-04'],
  [2033, '01-31', '06-01', '09-08', '04-04'],
  [2034, '02-19', '06-20', '09-27', '04-05'],
  [2035, '02-08', '06-10', '09-16', '04-05'],
  [2036, '01-28', '05-30', '10-04', '04-04'],
  [2037, '02-15', '06-18', '09-24', '04-04'],
  [2038, '02-04', '06-07', '09-13', '04-05'],
  [2039, '01-24', '05-27', '10-02', '04-05'],
  [2040, '02-12', '06-14', '09-20', '04-04'],
  [2041, '02-01', '06-03', '09-10', '04-04'],
  [2042, '01-22', '06-22', '09-28', '04-04'],
  [2043, '02-10', '06-11', '09-17', '04-05'],
  [2044, '01-30', '05-31', '10-05', '04-04'],
  [2045, '02-17', '06-19', '09-25', '04-04'],
  [2046, '02-06', '06-08', '09-15', '04-04'],
  [2047, '01-26', '05-29', '10-04', '04-05'],
  [2048, '02-14', '06-15', '09-22', '04-04'],
  [2049, '02-02', '06-04', '09-11', '04-04'],
  [2050, '01-23', '06-23', '09-30', '04-04'],
];

describe('the statutory days of a year', () => {
  test('are the thirteen of the law in 2027', () => {
    expect(statutoryDays(2027)).toEqual({
      year: 2027,
      final: false,
      off: [
        '2027-01-01',
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
        '2027-02-08',
        '2027-04-05',
        '2027-05-01',
        '2027-05-02',
        '2027-06-09',
        '2027-09-15',
        '2027-10-01',
        '2027-10-02',
        '2027-10-03',
      ],
      work: [],
    });
  });

  test.each([2025, 2026])('all lie within what the notice for %i gives off', (year) => {
    const notice = JSON.parse(readFileSync(`cities/example/calendar/${year}.json`, 'utf8')) as {
      off: string[];
    };
    expect(statutoryDays(year).off).toHaveLength(13);
    expect(notice.off).toEqual(expect.arrayContaining([...statutoryDays(year).off]));
  });

  test('are those of the older law before 2025: New Year’s Eve worked, one day for labour', () => {
    expect(statutoryDays(2024).off).toEqual([
      '2024-01-01',
      '2024-02-10',
      '2024-02-11',
      '2024-02-12',
      '2024-04-04',
      '2024-05-01',
      '2024-06-10',
      '2024-09-17',
      '2024-10-01',
      '2024-10-02',
      '2024-10-03',
    ]);
  });

  test('are not confused by a leap month, nor by a festival within another', () => {
    // 2025 has a leap sixth month, 2028 a leap fifth; 2020's mid-autumn is National Day.
    expect(statutoryDays(2025).off).toEqual(expect.arrayContaining(['2025-05-31', '2025-10-06']));
    expect(statutoryDays(2028).off).toEqual(
      expect.arrayContaining(['2028-01-25', '2028-05-28', '2028-10-03']),
    );
    expect(statutoryDays(2020).off.filter((date) => date >= '2020-10-01')).toEqual([
      '2020-10-01',
      '2020-10-02',
      '2020-10-03',
    ]);
  });

  test.each(ALMANAC)('follow the almanac in %i', (year, spring, boat, autumn, clear) => {
    const { off } = statutoryDays(year);
    const eve = new Date(Date.parse(`${year}-${spring}`) - 86_400_000).toISOString().slice(5, 10);
    expect(off.map((date) => date.slice(5))).toEqual(
      expect.arrayContaining([eve, spring, boat, autumn, clear]),
    );
    const lunar = off.filter((date) => date.slice(5) > '01-01' && date.slice(5) < '03-01');
    expect(lunar).toHaveLength(4);
    expect(lunar[1]?.slice(5)).toBe(spring);
  });

  test('exist for every year of the century, each in its year', () => {
    for (let year = 2000; year <= 2099; year++) {
      const { off } = statutoryDays(year);
      expect(off.every((date) => date.startsWith(`${year}-`))).toBe(true);
      expect(off.length).toBeGreaterThanOrEqual(year < 2025 ? 10 : 12);
      expect([...off].toSorted()).toEqual(off);
    }
    for (const year of [1999, 2100, 2026.5, Number.NaN])
      expect(() => statutoryDays(year)).toThrow(RangeError);
  });
});

describe('filling the years a folder does not have', () => {
  const city = readCity(filesOf(smallCity), TODAY).city;

  test('adds every missing year, not final, and leaves what the folder says', () => {
    if (!city) throw new Error('The small city is not sound');
    const filled = withProvisionalYears(city, 2028);
    expect(filled.calendar.map(({ year, final }) => [year, final])).toEqual([
      [2025, false],
      [2026, true],
      [2027, false],
      [2028, false],
    ]);
    expect(filled.calendar[1]).toBe(city.calendar[0]);
    expect(filled.calendar[2]).toEqual(statutoryDays(2027));
    expect(filled.version).toBe(city.version);
    expect(withProvisionalYears(filled, 2028)).toEqual(filled);
    expect(withProvisionalYears({ ...city, calendar: [] }, 2026).calendar).toHaveLength(2);
  });
});
