import type { Due } from '../../shared/application/ports.ts';
import { sweepDue } from '../../shared/application/sweepDue.ts';
import { DUE_SHARDS } from '../../shared/contracts/table.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = Date.parse('2026-09-28T09:00:00+08:00');

const numbered = (from: number, count: number, due: number): readonly Due[] =>
  Array.from({ length: count }, (_, i) => ({ number: String(from + i).padStart(15, '0'), due }));

/** What is due, by shard, and a sweeper over it with a clock in the hand. Sending takes `cost` ms a tick of the time there is. */
const sweeping = (due: ReadonlyMap<number, readonly Due[]>, { time = 50_000, cost = 0 } = {}) => {
  const shards = new Map(due);
  const clock = { now: NINE - 30_000 };
  const sent: (Due & { delaySeconds: number })[] = [];
  const broken = new Set<number>();
  let left = time;
  const make = () =>
    sweepDue({
      listDue: async (shard, until, limit, after) => {
        if (broken.has(shard)) throw new Error('throttled');
        const all = (shards.get(shard) ?? []).filter((one) => one.due <= until);
        const from = after ? all.findIndex(({ number }) => number === after.number) + 1 : 0;
        return all.slice(from, from + limit);
      },
      sendTicks: async (ticks) => {
        sent.push(...ticks);
        left -= ticks.length * cost;
      },
      now: () => clock.now,
    });
  let sweep = make();
  return {
    clock,
    shards,
    broken,
    /** Sweeps once; answers what was sent. */
    sweep: async () => {
      sent.length = 0;
      left = time;
      const swept = await sweep(() => left);
      return { ...swept, ticks: [...sent] };
    },
    sent,
    /** Another instance, which remembers nothing. */
    restart: () => {
      sweep = make();
    },
  };
};

const everyShard = (count: number, due: number): ReadonlyMap<number, readonly Due[]> =>
  new Map(Array.from({ length: DUE_SHARDS }, (_, shard) => [shard, numbered(shard * 100_000, count, due)]));

test('what falls due before the next sweep is sent, each delayed to its second, and what is late at once', async () => {
  const [one] = numbered(1, 1, NINE);
  const world = sweeping(new Map([[3, numbered(1, 1, NINE)]]));
  world.clock.now = NINE - 120_001;
  expect(await world.sweep()).toMatchObject({ sent: 0, oldestLateness: 0, ticks: [] });
  world.clock.now = NINE - 30_500;
  expect(await world.sweep()).toMatchObject({
    sent: 1,
    oldestLateness: 0,
    ticks: [{ ...one, delaySeconds: 31 }],
  });
  world.restart();
  world.clock.now = NINE + 2 * MINUTE;
  expect(await world.sweep()).toEqual({
    sent: 1,
    again: 0,
    stopped: false,
    oldestLateness: 2 * MINUTE,
    ticks: [{ ...one, delaySeconds: 0 }],
  });
});

test('66,000 that fall due in one minute are all sent by one sweep, once each, and not again while they wait', async () => {
  const world = sweeping(everyShard(2_063, NINE));
  const { sent, stopped, ticks } = await world.sweep();
  expect([sent, stopped]).toEqual([66_016, false]);
  expect(new Set(ticks.map(({ number }) => number)).size).toBe(66_016);
  world.clock.now += MINUTE;
  expect((await world.sweep()).sent).toBe(0);
});

test('a sweep that runs out of time says so, and the next goes on where it stopped', async () => {
  // Time for 40,000 of them.
  const world = sweeping(everyShard(2_063, NINE), { cost: 1 });
  const first = await world.sweep();
  expect(first.stopped).toBe(true);
  expect(first.sent).toBeGreaterThan(30_000);
  world.clock.now += MINUTE;
  const second = await world.sweep();
  expect([second.stopped, second.again]).toEqual([false, 0]);
  const numbers = [...first.ticks, ...second.ticks].map(({ number }) => number);
  expect([numbers.length, new Set(numbers).size]).toEqual([66_016, 66_016]);
});

test('10,000 that cannot be worked stand in nobody’s way, and are tried less and less often', async () => {
  const poisoned = numbered(1, 10_000, NINE - 30 * 24 * HOUR);
  const world = sweeping(new Map([[0, poisoned]]));
  expect((await world.sweep()).sent).toBe(10_000);
  const fresh = { number: '900000000000001', due: world.clock.now + MINUTE };
  world.shards.set(0, [...poisoned, fresh]);
  world.clock.now += 30_000;
  expect((await world.sweep()).ticks).toEqual([{ ...fresh, delaySeconds: 30 }]);

  world.shards.set(0, poisoned.slice(0, 600));
  let sent = 0;
  for (let minute = 0; minute < 24 * 60; minute++) {
    world.clock.now += MINUTE;
    sent += (await world.sweep()).sent;
  }
  // Not 1,440 times.
  expect(sent / 600).toBeGreaterThanOrEqual(24);
  expect(sent / 600).toBeLessThanOrEqual(30);
});

test('a tick that had no effect is sent again within two minutes of its time', async () => {
  const world = sweeping(new Map([[5, numbered(1, 1, NINE)]]));
  const delays: number[] = [];
  for (; world.clock.now < NINE + 10 * MINUTE; world.clock.now += MINUTE)
    for (const { delaySeconds } of (await world.sweep()).ticks)
      delays.push((world.clock.now - NINE) / 1000 + delaySeconds);
  expect(delays).toEqual([0, 90, 210, 450]);
});

test('a case that has another instant now is sent for it; one that was gone and is back is sent as if for the first time', async () => {
  const [one] = numbered(1, 1, NINE) as [Due];
  const world = sweeping(new Map([[5, [one]]]));
  expect((await world.sweep()).sent).toBe(1);
  world.shards.set(5, []);
  expect((await world.sweep()).sent).toBe(0);
  world.shards.set(5, [one]);
  expect(await world.sweep()).toMatchObject({ sent: 1, again: 0 });
  world.shards.set(5, [{ ...one, due: NINE + 10_000 }]);
  expect(await world.sweep()).toMatchObject({ sent: 1, again: 0 });
});

test('after an outage a sweeper that remembers nothing sends all that is late, oldest first', async () => {
  const late = [...numbered(1, 700, NINE - 9 * HOUR), ...numbered(5_000, 700, NINE - HOUR)];
  const world = sweeping(new Map([[0, late]]));
  const { ticks, oldestLateness } = await world.sweep();
  expect(ticks.map(({ number }) => number)).toEqual(late.map(({ number }) => number));
  expect(oldestLateness).toBe(9 * HOUR - 30_000);
});

test('a shard that cannot be read keeps no other from being swept, and is a fault', async () => {
  const world = sweeping(everyShard(10, NINE));
  world.broken.add(7);
  await expect(world.sweep()).rejects.toThrow('1 of 32 shards were not swept');
  expect(world.sent).toHaveLength(310);
  world.broken.clear();
  expect((await world.sweep()).sent).toBe(10);
});
