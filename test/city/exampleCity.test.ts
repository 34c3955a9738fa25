import { readFileSync } from 'node:fs';
import { printFault } from '../../shared/city/Fault.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { TODAY } from './smallCity.ts';

const { city: read, faults } = await readCityFolder('cities/example', TODAY);
const city = read as City;

test('the example city has no faults', () => {
  expect(faults.map(printFault)).toEqual([]);
});

describe('the example city', () => {
  const know = knowCity(city);
  const leaves = city.areas.filter(({ polygons }) => polygons);

  test('is as large as a real district in small', () => {
    const count = (level: string) => city.areas.filter((area) => area.level === level).length;
    expect(['county', 'street', 'community', 'grid'].map(count)).toEqual([1, 4, 12, 57]);
    expect(leaves.filter(({ kind }) => kind === 'rural').map(({ code }) => code.slice(0, 9))).toEqual(
      Array(7).fill('990101004'),
    );
    expect(city.places.length).toBeGreaterThanOrEqual(90);
    expect(city.units.length).toBeGreaterThanOrEqual(14);
    expect(city.ledger.length).toBeGreaterThanOrEqual(90);
    expect(city.services.length).toBeGreaterThanOrEqual(60);
    expect(city.calendar.map(({ year, final }) => [year, final])).toEqual([
      [2025, true],
      [2026, true],
      [2027, false],
    ]);
  });

  test('has grids that share their borders exactly, without gaps or overlaps', () => {
    const edges = new Map<string, number>();
    let sum = 0;
    for (const { polygons = [] } of leaves)
      for (const ring of polygons.flat())
        for (const [i, [x, y]] of ring.slice(0, -1).entries()) {
          const [u, v] = ring[i + 1] ?? [x, y];
          const key = `${x},${y} ${u},${v}`;
          edges.set(key, (edges.get(key) ?? 0) + 1);
          sum += x * v - u * y;
        }
    expect([...edges.values()].every((times) => times === 1)).toBe(true);
    // What is not shared with a neighbour, the other way round, is the border of the city: one ring, of the same area.
    const border = new Map(
      [...edges.keys()]
        .map((key) => key.split(' ') as [string, string])
        .filter(([from, to]) => !edges.has(`${to} ${from}`)),
    );
    const [start = ''] = [...border.keys()];
    let [at, walked, area] = [start, 0, 0];
    do {
      const next = border.get(at) ?? start;
      const [x = 0, y = 0] = at.split(',').map(Number);
      const [u = 0, v = 0] = next.split(',').map(Number);
      area += x * v - u * y;
      walked++;
      at = next;
    } while (at !== start);
    expect(walked).toBe(border.size);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeCloseTo(area, 9);
  });

  test('has every place in the grid it names', () => {
    for (const place of city.places)
      expect([place.name, know.locate(place)?.code]).toEqual([place.name, place.area]);
    expect(city.places.find(({ name }) => name === '建设路12号')).toMatchObject({
      lng: 121.4712,
      lat: 31.2304,
      area: '990101001001001',
    });
  });

  test('has a park with two gates and two shops of one name: names that mean two places', () => {
    const names = city.places.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect([...new Set(names.filter((name, i) => names.indexOf(name) < i))]).toEqual([
      '人民公园',
      '便民药店',
      '便民大药房',
    ]);
    const both = city.places.filter(({ aliases }) => aliases.includes('人民公园'));
    expect(both.map(({ name, area }) => [name, area])).toEqual([
      ['人民公园西门', '990101002002004'],
      ['人民公园东门', '990101002002006'],
    ]);
  });

  test('has exactly one leading unit for every grid and service, and lamps go to the lamp office', () => {
    for (const leaf of leaves)
      for (const service of city.services) {
        const patterns = [service.code, `${service.group}*`, '*'];
        const most = know
          .lineage(leaf.code)
          .flatMap((area) => patterns.map((pattern) => ({ area: area.code, pattern })))
          .map(({ area, pattern }) =>
            city.routes.filter((row) => row.share === 'lead' && row.area === area && row.service === pattern),
          )
          .find((rows) => rows.length > 0);
        expect(most).toHaveLength(1);
        expect(know.route(service.code, leaf.code)).toMatchObject({ found: true, unit: most?.[0]?.unit });
      }
    expect(know.route('01037', '990101001001001')).toMatchObject({ unit: 'U03' });
    expect(know.unit('U03')?.name).toBe('路灯管理所');
    const national = city.groups.map(({ code }) => code).filter((code) => /^\d/u.test(code));
    for (const group of national)
      expect(city.routes.filter((row) => row.service === `${group}*` && row.share === 'lead')).toHaveLength(
        1,
      );
  });

  test('has one supervisor for every grid on every day, a handler for every unit and a dispatcher for every street', () => {
    for (const date of ['2025-01-01', '2026-06-30', '2026-07-01', TODAY, '2027-12-31']) {
      for (const { code } of leaves) expect(know.holders('supervisor', code, date)).toHaveLength(1);
      for (const { code } of city.units)
        expect(
          city.ledger.filter((row) => row.role === 'handler' && row.unit === code).length,
        ).toBeGreaterThan(0);
    }
    for (const street of city.areas.filter(({ level }) => level === 'street' || level === 'county'))
      expect(know.holders('dispatcher', street.code, TODAY).map(({ area }) => area)).toEqual([street.code]);
    expect(new Set(city.ledger.map(({ role }) => role)).size).toBe(7);
    expect(know.holders('supervisor', '990101001001001', TODAY)[0]).toMatchObject({
      person: 'S001',
      name: '王秀英',
    });
  });

  test('has working days as they were announced', () => {
    const dates = (year: number) =>
      JSON.parse(readFileSync(`cities/example/calendar/${year}.json`, 'utf8')) as {
        off: string[];
        work: string[];
      };
    expect(dates(2026).work).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect([dates(2025), dates(2026), dates(2027)].map(({ off }) => off.length)).toEqual([28, 33, 13]);
  });
});
