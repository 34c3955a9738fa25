import type { CalendarMark, CityPointer } from '../../shared/application/cityPorts.ts';
import { watchCalendar } from '../../shared/application/watchCalendar.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { memoryMark } from '../../shared/store/memory/memoryCity.ts';
import { memoryRows } from '../../shared/store/memory/memoryStores.ts';
import { caseRow } from '../support/caseRow.ts';
import { smallCity } from '../support/smallCity.ts';

const PLENTY = (): number => 50_000;
const STREETS = Array.from({ length: 20 }, (_, n) => `9901010${String(n + 1).padStart(2, '0')}`);

/** A city of twenty streets, one cell each; `announce` puts a version in force with so many days off in the year to come. */
const office = () => {
  const clock = { now: Date.parse('2026-11-20T10:00:00+08:00') };
  const rows = memoryRows();
  const mark = memoryMark<CalendarMark>();
  const sent: string[] = [];
  const faults = { send: 0, save: 0 };
  const versions = new Map<string, City>();
  let pointer: CityPointer = { version: '' };
  const areas: City['areas'] = [
    { code: '990101', name: '小城区', level: 'county' },
    ...STREETS.flatMap((code): City['areas'] => [
      { code, name: code, level: 'street', parent: '990101' },
      { code: `${code}001001`, name: code, level: 'grid', parent: code, kind: 'urban' },
    ]),
  ];
  const announce = (version: string, off: readonly string[]): void => {
    const others = smallCity.calendar.filter(({ year }) => year !== 2027);
    const calendar = [...others, { year: 2027, final: off.length > 0, off, work: [] }];
    versions.set(version, { ...smallCity, version, areas, places: [], calendar });
    pointer = { version };
  };
  const know = async (version: string) => knowCity(versions.get(version) as City);
  announce('v1', []);
  return {
    clock,
    sent,
    faults,
    announce,
    mark: mark.load,
    open: (number: string, street: string, provisional: boolean) =>
      rows.save(caseRow(number, `${street}001001`, provisional ? { provisional: true } : {}), 'web:r-1'),
    watch: watchCalendar({
      pointer: async () => pointer,
      cities: { current: () => know(pointer.version), at: know },
      rows,
      mark: {
        ...mark,
        save: async (next) => {
          if (faults.save-- > 0) throw new Error('crash before the mark');
          return mark.save(next);
        },
      },
      sendTicks: async (ticks) => {
        sent.push(...ticks.map(({ number }) => number));
        if (faults.send-- > 0) throw new Error('crash while sending');
      },
      now: () => clock.now,
    }),
    later: (seconds: number) => {
      clock.now += seconds * 1_000;
    },
  };
};

const filled = async () => {
  const city = office();
  for (const [n, street] of STREETS.entries()) {
    await city.open(`2026112000000${String(n).padStart(2, '0')}`, street, n % 2 === 0);
  }
  expect((await city.watch(PLENTY)).did).toBe('began');
  return city;
};
const WAITING = STREETS.flatMap((_, n) =>
  n % 2 === 0 ? [`2026112000000${String(n).padStart(2, '0')}`] : [],
);

test('when a year’s working days are announced, each case whose deadline waited for them is looked at, and no other', async () => {
  const city = await filled();
  city.announce('v2', ['2027-01-01']);
  expect(await city.watch(PLENTY)).toEqual({ did: 'saw', sent: 0, cut: false });
  // Until every function knows of it a tick would work it out as before.
  city.later(60);
  expect((await city.watch(PLENTY)).did).toBe('nothing');
  city.later(31);
  expect(await city.watch(PLENTY)).toEqual({ did: 'looked', sent: 10, cut: false });
  expect(city.sent.toSorted()).toEqual(WAITING);
  city.later(60);
  expect((await city.watch(PLENTY)).did).toBe('nothing');
  expect(city.sent).toHaveLength(10);
});

test('a version with the same working days sends nobody anywhere', async () => {
  const city = await filled();
  city.announce('v2', []);
  for (let i = 0; i < 5; i++) {
    city.later(60);
    expect((await city.watch(PLENTY)).did).toBe('nothing');
  }
  expect(await city.mark()).toMatchObject({ version: 'v2' });
});

test('a run that has no time left goes on where it stopped', async () => {
  const city = await filled();
  city.announce('v2', ['2027-01-01']);
  await city.watch(PLENTY);
  city.later(91);
  let glances = 0;
  const first = await city.watch(() => (++glances > 1 ? 0 : 50_000));
  expect([first.did, city.sent.toSorted()]).toEqual(['stopped', WAITING.slice(0, 4)]);
  expect((await city.watch(() => 0)).did).toBe('stopped');
  expect((await city.watch(PLENTY)).did).toBe('looked');
  expect(city.sent.toSorted()).toEqual(WAITING);
});

test('a crash anywhere leaves no case out', async () => {
  for (const [send, save] of [
    [1, 0],
    [3, 0],
    [0, 1],
    [0, 2],
  ] as const) {
    const city = await filled();
    city.announce('v2', ['2027-01-01']);
    Object.assign(city.faults, { send, save });
    for (let i = 0; i < 12; i++) {
      await city.watch(PLENTY).catch(() => undefined);
      city.later(60);
    }
    expect([...new Set(city.sent)].toSorted()).toEqual(WAITING);
    expect(await city.mark()).toMatchObject({ version: 'v2' });
    expect(await city.mark()).not.toHaveProperty('next');
  }
});

test('when another version comes before the first was seen to, both are', async () => {
  const city = await filled();
  city.announce('v2', ['2027-01-01']);
  await city.watch(PLENTY);
  city.later(45);
  city.announce('v3', ['2027-01-01', '2027-01-02']);
  const did: string[] = [];
  for (let i = 0; i < 8; i++) {
    did.push((await city.watch(PLENTY)).did);
    city.later(50);
  }
  expect(did.filter((one) => one !== 'nothing')).toEqual(['looked', 'saw', 'looked']);
  expect(city.sent.toSorted()).toEqual([...WAITING, ...WAITING].toSorted());
  expect(await city.mark()).toMatchObject({ version: 'v3' });
});

test('and when it goes back to what was before, cases are looked at once more', async () => {
  const city = await filled();
  city.announce('v2', ['2027-01-01']);
  await city.watch(PLENTY);
  city.announce('v1', []);
  for (let i = 0; i < 8; i++) {
    city.later(50);
    await city.watch(PLENTY);
  }
  expect(city.sent).toHaveLength(20);
});
