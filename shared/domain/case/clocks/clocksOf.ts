import { type Case, ENDED, type Owner } from '../Case.ts';
import type { Clock, ClockName } from '../Clock.ts';
import { AT_WORK } from '../turnsOf.ts';

export interface NamedClock {
  readonly name: ClockName;
  readonly clock: Clock;
  /** Who is late when it ends. */
  readonly owner: Owner;
}

/** Every clock that runs. While a case stands still, or no unit is at it, those of its tasks do not. */
export const clocksOf = (state: Case): readonly NamedClock[] => {
  if (ENDED.has(state.stage)) return [];
  const { clock, request, owed = [], tasks, owner, reporter } = state;
  return [
    ...(clock ? [{ name: 'stage', clock, owner } as const] : []),
    ...(AT_WORK.has(state.stage)
      ? tasks.flatMap(({ unit, clock: own }) => (own ? [taskClock(unit, own)] : []))
      : []),
    ...(request ? [{ name: 'request', clock: request.clock, owner: request.approver } as const] : []),
    ...owed.map(
      ({ code, clock: own }) =>
        ({ name: `owed:${code}`, clock: own, owner: `resident@${reporter}` }) as const,
    ),
  ];
};

const taskClock = (unit: string, clock: Clock): NamedClock => ({
  name: `task:${unit}`,
  clock,
  owner: `unit@${unit}`,
});

/** The case with one of its clocks changed. */
export const withClock = (state: Case, name: ClockName, change: (clock: Clock) => Clock): Case => {
  if (name === 'stage') return state.clock ? { ...state, clock: change(state.clock) } : state;
  if (name === 'request')
    return state.request
      ? { ...state, request: { ...state.request, clock: change(state.request.clock) } }
      : state;
  if (name.startsWith('task:')) {
    const unit = name.slice('task:'.length);
    const tasks = state.tasks.map((task) =>
      task.unit === unit && task.clock ? { ...task, clock: change(task.clock) } : task,
    );
    return { ...state, tasks };
  }
  const code = name.slice('owed:'.length);
  const owed = (state.owed ?? []).map((one) =>
    one.code === code ? { ...one, clock: change(one.clock) } : one,
  );
  return { ...state, owed };
};
