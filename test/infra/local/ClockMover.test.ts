import { ClockMover, type ClockMoverParts } from '../../../infra/local/ClockMover.ts';
import { type ClockState, newClockCell } from '../../../infra/local/compute/clockCell.ts';

const START = Date.parse('2026-09-28T10:00:00+08:00');
const MINUTE = 60_000;

/** Fakes of a run in which something falls due; `settle` is what one stop waits for. */
const run = (
  due: number[],
  over: { readonly settle?: () => Promise<string | undefined>; readonly frozen?: boolean } = {},
) => {
  const { settle = async () => undefined, frozen = true } = over;
  let state: ClockState = frozen ? { frozen, at: START } : { frozen, offset: START - Date.now() };
  const kept: ClockState[] = [];
  const told: string[] = [];
  const hurried: boolean[] = [];
  const held: boolean[] = [];
  const now = () => (state.frozen ? state.at : Date.now() + state.offset);
  const parts: ClockMoverParts = {
    clock: {
      cell: newClockCell(),
      now,
      state: () => state,
      set: (next, keep = next) => {
        state = next;
        kept.push(keep);
      },
      onChange: () => () => true,
    },
    dueBetween: async (after, until) =>
      due.filter((at) => at > after && at <= until).toSorted((a, b) => a - b),
    schedules: {
      hold: () => held.push(true),
      release: () => held.push(false),
      fire: async () => undefined,
    },
    rest: {
      patiently: async (_patience, hurry) => {
        hurried.push(hurry);
        const stuck = await settle();
        for (const at of due.filter((each) => each <= now())) due.splice(due.indexOf(at), 1);
        return stuck;
      },
      messages: () => 4,
    },
    tell: ({ message }) => told.push(message),
  };
  return { mover: new ClockMover(parts), now, state: () => state, kept, told, hurried, held };
};

describe('moving the clock', () => {
  test('leaves a clock that stood standing at the target', async () => {
    const { mover, state, held } = run([START + 5_000]);
    expect(await mover.to(START + MINUTE)).toBeUndefined();
    expect(state()).toEqual({ frozen: true, at: START + MINUTE });
    expect(held).toEqual([true, false]);
  });

  test('lets a clock that ran run on, also when the run is killed on the way', async () => {
    const { mover, state, now, kept } = run([START + 5 * MINUTE], { frozen: false });
    await mover.to(START + 10 * MINUTE);
    expect(state().frozen).toBe(false);
    expect(now() - (START + 10 * MINUTE)).toBeLessThan(5_000);
    expect(kept.map(({ frozen }) => frozen)).toEqual(kept.map(() => false));
  });

  test('does not go back', async () => {
    await expect(run([]).mover.to(START - 1)).rejects.toThrow(/does not go back/u);
  });

  test('says how far it has come while it lasts, and nothing before and after', async () => {
    const seen: unknown[] = [];
    const { mover } = run([START + 1_000, START + 2_000, START + 2_000, START + MINUTE], {
      settle: async () => void seen.push(await mover.progress()),
    });
    expect(await mover.progress()).toBeUndefined();
    await mover.to(START + 10_000);
    expect(await mover.progress()).toBeUndefined();
    const to = START + 10_000;
    expect(seen.slice(0, 3)).toEqual([
      { to, done: 0, left: 3, messages: 4 },
      { to, done: 0, left: 3, messages: 4 },
      { to, done: 1, left: 2, messages: 4 },
    ]);
    expect(seen.at(-1)).toEqual({ to, done: 3, left: 0, messages: 4 });
  });

  test('says once what is stuck, does not wait for it at every stop, and arrives', async () => {
    const { mover, state, told, hurried } = run([START + 1_000, START + 3 * MINUTE], {
      settle: async () => '1 in turns.fifo',
    });
    expect(await mover.to(START + 5 * MINUTE)).toBe('1 in turns.fifo');
    expect(state()).toEqual({ frozen: true, at: START + 5 * MINUTE });
    expect(told).toEqual(['does not wait any longer for 1 in turns.fifo']);
    expect(hurried).toEqual([false, ...hurried.slice(1).map(() => true)]);
    expect(hurried.length).toBeGreaterThan(2);
  });

  test('moved twice at once, goes one move after the other', async () => {
    const { mover, now } = run([]);
    const seen: number[] = [];
    await Promise.all([
      mover.to(START + MINUTE).then(() => seen.push(now())),
      mover.to(START + 2 * MINUTE).then(() => seen.push(now())),
    ]);
    expect(seen).toEqual([START + MINUTE, START + 2 * MINUTE]);
  });
});
