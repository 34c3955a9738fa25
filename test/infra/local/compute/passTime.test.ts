import { passTime } from '../../../../infra/local/compute/passTime.ts';

/** A world where each thing due may set the next. */
const world = (due: number[], follow: Readonly<Record<number, number>> = {}) => {
  let now = 0;
  const seen: string[] = [];
  return {
    seen,
    parts: {
      now: () => now,
      stand: (at: number) => {
        now = at;
      },
      nextDue: async (after: number, until: number) =>
        due.filter((at) => at > after && at <= until).toSorted((a, b) => a - b)[0],
      sweep: async () => {
        seen.push(`sweep ${now}`);
        const next = follow[now];
        if (due.includes(now) && next !== undefined) due.push(next);
      },
      idle: async () => void seen.push(`idle ${now}`),
    },
  };
};

describe('passing time', () => {
  test('stops at everything due on the way, in order, what follows from it included', async () => {
    const { seen, parts } = world([30, 10], { 10: 20 });
    await passTime(parts, 25);
    expect(seen.filter((each) => each.startsWith('sweep'))).toEqual(['sweep 10', 'sweep 20', 'sweep 25']);
    expect(parts.now()).toBe(25);
  });

  test('waits for what was going on before it moves', async () => {
    const { seen, parts } = world([5]);
    await passTime(parts, 5);
    expect(seen).toEqual(['idle 0', 'sweep 5', 'idle 5']);
  });
});
