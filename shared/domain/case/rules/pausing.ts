import type { Case, Owner, Pause, Stage } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import type { Clock } from '../Clock.ts';
import { restartClock } from '../clocks/moveClock.ts';
import { startPolicyClock } from '../clocks/startClock.ts';
import type { Time } from '../clocks/Time.ts';
import { leadIsDone } from '../leadIsDone.ts';
import { events, type Rule, refuse } from '../Rule.ts';

/** How often a resident may be asked: asking is no way of putting somebody off. */
const MOST_QUESTIONS = 3;

/** 补正材料: the resident is asked, and until they answer, or do not, every clock of the case stands still. */
export const ask: Rule<'ask'> = {
  stages: ['verifying', 'dispatching', 'assigned', 'handling'],
  who: 'owner',
  apply: (state, { question }, facts) => {
    if (leadIsDone(state)) return refuse({ code: 'noTask' });
    if ((state.asked ?? 0) >= MOST_QUESTIONS) return refuse({ code: 'askedEnough', most: MOST_QUESTIONS });
    const halt = {
      kind: 'material',
      words: question,
      stage: 'waiting',
      owner: `resident@${state.reporter}`,
      clock: startPolicyClock('material', facts),
    } as const;
    return events(...pause(state, halt, facts));
  },
};

/** 恢复办理, before the suspension is over. */
export const resume: Rule<'resume'> = {
  stages: ['suspended'],
  who: 'owner',
  apply: (state, _command, facts) => events(...resumed(state, 'decided', facts)),
};

interface Halt {
  readonly kind: Pause['kind'];
  readonly words: string;
  /** Where it stands still, with whom and how long. */
  readonly stage: Stage;
  readonly owner: Owner;
  readonly clock: Clock;
}

/** The case stands still, and remembers where it goes on. */
export const pause = (state: Case, halt: Halt, { now }: Pick<Time, 'now'>): readonly CaseEvent[] => [
  {
    type: 'paused',
    pause: {
      kind: halt.kind,
      since: now,
      stage: state.stage,
      owner: state.owner,
      words: halt.words,
      ...(state.clock ? { clock: state.clock } : {}),
    },
  },
  { type: 'moved', to: halt.stage, owner: halt.owner, clock: halt.clock },
];

/** It goes on where it stood still, with as much time as there was left. */
export const resumed = (
  state: Case,
  because: Extract<CaseEvent, { type: 'resumed' }>['because'],
  time: Time,
): readonly CaseEvent[] => {
  const { pause: halted } = state;
  if (!halted) throw new Error(`Case ${state.number} does not stand still`);
  // A unit whose turn came while it stood still has lost no more than it had.
  const restarted = (clock: Clock): Clock => restartClock(clock, Math.max(halted.since, clock.since), time);
  const clocks = state.tasks.flatMap(({ unit, clock }) =>
    clock ? [{ name: `task:${unit}` as const, clock: restarted(clock) }] : [],
  );
  return [
    { type: 'resumed', because, clocks },
    {
      type: 'moved',
      to: halted.stage,
      owner: halted.owner,
      ...(halted.clock ? { clock: restarted(halted.clock) } : {}),
    },
  ];
};
