import { passTime } from '../../../../infra/local/compute/passTime.ts';

const MINUTE = 60_000;

/**
 * A world as the cloud is: a sweep sends a tick for all that falls due within a minute, delayed by whole seconds; a tick sees to
 * what is due, and that may set the next. `follow`: what falls due when that at an instant is seen to.
 */
const world = (
  due: number[],
  follow: Readonly<Record<number, number>> = {},
  stuck: readonly number[] = [],
) => {
  let now = 0;
  const held: number[] = [];
  const seen: string[] = [];
  const sweeps: number[] = [];
  const stops: number[] = [];
  const tick = (): void => {
    for (const at of due.filter((each) => each <= now && !stuck.includes(each))) {
      seen.push(`${at} at ${now}`);
      due.splice(due.indexOf(at), 1, ...(follow[at] === undefined ? [] : [follow[at]]));
    }
  };
  return {
    seen,
    sweeps,
    stops,
    parts: {
      now: () => now,
      stand: (at: number) => {
        now = at;
      },
      dueBetween: async (after: number, until: number) =>
        due.filter((at) => at > after && at <= until).toSorted((a, b) => a - b),
      sweep: async () => {
        sweeps.push(now);
        for (const at of due.filter((each) => each <= now + MINUTE))
          held.push(Math.max(now, now + Math.ceil((at - now) / 1_000) * 1_000));
      },
      ahead: MINUTE,
      idle: async () => {
        const come = held.filter((at) => at <= now);
        for (const at of come) held.splice(held.indexOf(at), 1);
        if (come.length > 0) tick();
      },
      stopping: (count: number) => stops.push(count),
    },
  };
};

describe('passing time', () => {
  test('stops at everything due on the way, in order, what follows from it included', async () => {
    const { seen, parts } = world([400_000, 100_000], { 100000: 250_000 });
    await passTime(parts, 300_000);
    expect(seen).toEqual(['100000 at 100000', '250000 at 250000']);
    expect(parts.now()).toBe(300_000);
  });

  test('waits for what was going on before it moves', async () => {
    const { parts, sweeps } = world([]);
    const order: string[] = [];
    await passTime(
      {
        ...parts,
        stand: (at) => void order.push(`stand ${at}`),
        idle: async () => void order.push('idle'),
      },
      5,
    );
    expect([order, sweeps]).toEqual([['stand 0', 'idle', 'stand 5', 'idle'], [0]]);
  });

  test('sweeps once for all that falls due within a minute, and each happens at its second', async () => {
    const { seen, sweeps, stops, parts } = world([10_000, 12_000, 12_000, 13_400, 69_000, 71_000]);
    await passTime(parts, 80_000);
    expect(seen).toEqual([
      '10000 at 10000',
      '12000 at 12000',
      '12000 at 12000',
      '13400 at 14000',
      '69000 at 69000',
      '71000 at 71000',
    ]);
    expect(sweeps).toEqual([10_000, 71_000, 80_000]);
    expect(stops).toEqual([1, 2, 1, 1, 1]);
  });

  test('sweeps again for what came up within the minute', async () => {
    const { seen, sweeps, parts } = world([10_000, 40_000], { 10000: 20_000 });
    await passTime(parts, 40_000);
    expect(seen).toEqual(['10000 at 10000', '20000 at 20000', '40000 at 40000']);
    expect(sweeps).toEqual([10_000, 20_000]);
  });

  test('never goes beyond its target, be it between two seconds', async () => {
    const { seen, parts } = world([10_000, 12_300]);
    await passTime(parts, 12_500);
    expect(seen).toEqual(['10000 at 10000', '12300 at 12500']);
    expect(parts.now()).toBe(12_500);
  });

  test('passes by what is stuck, and goes on', async () => {
    const { seen, parts } = world([10_000, 30_000, 200_000], {}, [10_000]);
    await passTime(parts, 300_000);
    expect(seen).toEqual(['30000 at 30000', '200000 at 200000']);
  });
});
