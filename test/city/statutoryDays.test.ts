import { readFileSync } from 'node:fs';
import { readCity } from '../../shared/city/readCity.ts';
import { statutoryDays } from '../../shared/city/statutoryDays.ts';
import { withProvisionalYears } from '../../shared/city/withProvisionalYears.ts';
import { filesOf, smallCity, TODAY } from './smallCity.ts';

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
    expect(statutoryDays(year).off).toHaveLength(year === 2025 ? 13 : 13);
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
