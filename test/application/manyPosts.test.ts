import type { City, LedgerRow } from '../../shared/domain/city/City.ts';
import { changingTown } from '../support/changingTown.ts';
import { smallCity, WEST } from '../support/smallCity.ts';

/** Every supervisor becomes somebody else: going live, or new personnel ids. */

const CELLS = 1_250;
const STREET = WEST.slice(0, 9);
/** A hundred cells in each community. */
const cellCode = (n: number): string =>
  `${STREET}${String(1 + Math.floor(n / 100)).padStart(3, '0')}${String(1 + (n % 100)).padStart(3, '0')}`;
const west = (n: number): number => 121.4 + n * 0.001;
const square = (n: number) => [
  [
    [
      [west(n), 31.23],
      [west(n + 1), 31.23],
      [west(n + 1), 31.232],
      [west(n), 31.232],
      [west(n), 31.23],
    ] as const,
  ],
];
const numbers = Array.from({ length: CELLS }, (_, n) => n);
const [supervisor] = smallCity.ledger as readonly [LedgerRow];
const held = (personOf: (n: number) => string): readonly LedgerRow[] => [
  ...numbers.map((n) => ({ ...supervisor, area: cellCode(n), person: personOf(n), name: personOf(n) })),
  ...smallCity.ledger.filter(({ role }) => role !== 'supervisor'),
];
const bigCity: City = {
  ...smallCity,
  areas: [
    ...smallCity.areas.filter(({ code }) => code.length <= 9),
    ...Array.from({ length: Math.ceil(CELLS / 100) }, (_, n) => ({
      code: cellCode(n * 100).slice(0, 12),
      name: `${n}社区`,
      level: 'community' as const,
      parent: STREET,
    })),
    ...numbers.map((n) => ({
      code: cellCode(n),
      name: `${n}格`,
      level: 'grid' as const,
      parent: cellCode(n).slice(0, 12),
      polygons: square(n),
    })),
  ],
  places: [],
  ledger: held((n) => `S${n}`),
};

/** A case in each of these cells, and the city seen once. */
const townWith = async (cells: readonly number[]) => {
  const city = changingTown(bigCity);
  for (const n of cells) await city.open({ lng: west(n) + 0.0005, lat: 31.231, name: `${n}号` });
  await city.watch();
  return city;
};
type Town = Awaited<ReturnType<typeof townWith>>;

const heard = (city: Town) =>
  city
    .told()
    .map(({ to, notice }) => {
      if (notice.kind !== 'handedOver') throw new Error('only posts changed');
      return `${to} ${notice.side} ${notice.count}`;
    })
    .sort();

const handOversOf = async (city: Town) => {
  const histories = await Promise.all((await city.all()).map(({ number }) => city.cases.history(number)));
  return histories.map((history) => history.filter(({ events }) => events[0]?.type === 'handedOver').length);
};

const OPEN = [0, 1, 99, 100, 640, CELLS - 1];

test.each(['before', 'after'] as const)(
  'killed %s any call, also between two sends: every case is told once, and everybody hears once',
  async (when) => {
    const expected = numbers
      .flatMap((n) => {
        const count = OPEN.includes(n) ? 1 : 0;
        return [`web:S${n} gives ${count}`, `web:N${n} gets ${count}`];
      })
      .concat('web:L1 gives 0', 'web:L9 gets 0')
      .sort();
    // What the leader answers for is looked through for all cells, and told by their own posts alone.
    const ledger = held((n) => `N${n}`).map((row) => (row.person === 'L1' ? { ...row, person: 'L9' } : row));
    // Three calls of the run that sees it, ten of the one that sends (two of these send), and the first ones of a hand-over.
    for (let mishap = 4; mishap <= 16; mishap++) {
      const city = await townWith(OPEN);
      city.ledger(ledger);
      // Twice: what a run does again may be cut off as well.
      city.crashAt([mishap, mishap + 7], when);
      await city.settle();
      expect(await handOversOf(city)).toEqual(OPEN.map(() => 1));
      expect(heard(city)).toEqual(expected);
    }
  },
  120_000,
);

test('two runs at the same time do no harm', async () => {
  const city = await townWith(OPEN);
  city.ledger(held((n) => `N${n}`));
  for (let minute = 0; minute < 4; minute++) {
    await Promise.all([city.watch(), city.watch()]);
    city.clock.now += 60_000;
    if (minute % 2 === 1) await city.drain();
  }
  await city.settle();
  expect(await handOversOf(city)).toEqual(OPEN.map(() => 1));
  expect(heard(city)).toHaveLength(2 * CELLS);
});

test('it is few messages, and a person who gets forty cells of forty people hears once', async () => {
  const city = await townWith(OPEN);
  city.ledger(held((n) => (n >= 80 && n < 120 ? 'N' : `N${n}`)));
  await city.watch();
  city.clock.now += 60_000;
  expect(await city.watch()).toEqual({ did: 'sent', posts: CELLS });
  expect(city.queue.length).toBeLessThanOrEqual(Math.ceil(CELLS / 100) + 1);
  await city.settle();
  const [notice, ...more] = city.told().flatMap((one) => (one.to === 'web:N' ? [one.notice] : []));
  expect(more).toEqual([]);
  expect(notice).toMatchObject({
    side: 'gets',
    count: 2,
    people: ['S99', 'S100'],
    posts: [{ area: '80格' }, { area: '81格' }, { area: '82格' }],
    postCount: 40,
  });
});
