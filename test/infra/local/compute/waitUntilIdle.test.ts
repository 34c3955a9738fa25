import { Rest } from '../../../../infra/local/compute/Rest.ts';
import { type IdleParts, waitUntilIdle } from '../../../../infra/local/compute/waitUntilIdle.ts';

const parts = (over: Partial<IdleParts> = {}): IdleParts => {
  const until = performance.now() + 60;
  return {
    runtime: { working: 0, begun: 0 },
    streams: [{ isDrained: async () => true }],
    pending: () => ({
      turns: { visible: 0, inFlight: 0, held: 1 },
      dead: { visible: 3, inFlight: 0, held: 0 },
    }),
    releaseDue: async () => undefined,
    worked: ['turns'],
    enough: () => performance.now() > until,
    ...over,
  };
};

describe('waiting until idle', () => {
  test('does not wait for what is held for later, nor for queues nobody works off', async () => {
    expect(await waitUntilIdle(parts({ enough: () => false }))).toBeUndefined();
  });

  test('waits until a message that can be taken is done with', async () => {
    const depth = { visible: 1, inFlight: 0, held: 0 };
    setTimeout(() => {
      depth.visible = 0;
    }, 20);
    const began = performance.now();
    const waiting = parts({ pending: () => ({ turns: depth }), enough: () => false });
    expect(await waitUntilIdle(waiting)).toBeUndefined();
    expect(performance.now() - began).toBeGreaterThanOrEqual(19);
  });

  test('says what is still going on when it is not to wait any longer', async () => {
    const stuck = {
      turns: { visible: 1, inFlight: 2, held: 0 },
      ticks: { visible: 0, inFlight: 0, held: 9 },
    };
    const busy = parts({
      pending: () => stuck,
      worked: ['turns', 'ticks'],
      runtime: { working: 1, begun: 7 },
    });
    expect(await waitUntilIdle(busy)).toBe('3 in turns, 1 functions at work');
  });

  test('does not wait for a stream that cannot go on any longer than for the rest', async () => {
    const never = { isDrained: () => new Promise<boolean>(() => undefined) };
    expect(await waitUntilIdle(parts({ streams: [never] }))).toBe('a stream is not read to its end');
  });

  test('looks again when something began while it looked', async () => {
    const runtime = { working: 0, begun: 0 };
    let looks = 0;
    const stream = {
      isDrained: async () => {
        looks += 1;
        if (looks === 1) runtime.begun += 1;
        return true;
      },
    };
    expect(await waitUntilIdle(parts({ runtime, streams: [stream] }))).toBeUndefined();
    expect(looks).toBe(2);
  });
});

describe('coming to rest', () => {
  const rest = (over: Partial<ConstructorParameters<typeof Rest>[0]> = {}) => {
    const { enough: _, ...idle } = parts();
    return new Rest({ ...idle, done: () => 0, ...over });
  };
  const lying = { pending: () => ({ turns: { visible: 0, inFlight: 1, held: 0 } }) };

  test('within a time is a fault when it lasts longer', async () => {
    await rest().within(1_000);
    await expect(rest(lying).within(30)).rejects.toThrow('Not idle after 30 ms: 1 in turns');
  });

  test('patiently goes on as long as something is done with, and then says what is left', async () => {
    const began = performance.now();
    const done = () => Math.min(5, Math.floor((performance.now() - began) / 40));
    expect(await rest({ ...lying, done }).patiently(60, false)).toBe('1 in turns');
    expect(performance.now() - began).toBeGreaterThanOrEqual(200);
  });

  test('in a hurry waits only a moment where nobody is at work', async () => {
    const began = performance.now();
    expect(await rest(lying).patiently(60_000, true)).toBe('1 in turns');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('counts the messages under way', () => {
    expect([rest().messages(), rest(lying).messages()]).toEqual([0, 1]);
  });
});
