import { type Case, ENDED, OPEN, type Stage } from '../Case.ts';
import { startClock } from '../clocks/startClock.ts';
import { supervisorOf } from '../deskOf.ts';
import type { Refusal } from '../Refusal.ts';
import { type CommandOf, events, type Facts, type Rule, refuse } from '../Rule.ts';
import { owedAgain } from './owedAgain.ts';

/** Cases merged into one: it is written, and read, with every step. */
const MOST_JOINED = 200;

const EVERY: readonly Stage[] = [...OPEN, ...ENDED];

/**
 * 并案: the same matter was reported before. Only into an earlier case, so that no two can be merged into each other; that one is told
 * by what follows from this event.
 */
export const merge: Rule<'merge'> = {
  stages: ['verifying', 'dispatching'],
  who: 'owner',
  apply: (state, { into }) => {
    const refusal = cannotMerge(state, into);
    return refusal
      ? refuse(refusal)
      : events(
          { type: 'merged', into: into.number },
          { type: 'moved', to: 'merged', owner: `resident@${state.reporter}` },
        );
  },
};

/** Those of the other case are heard as the ones who reported this; once each, however often it is said. */
export const join: Rule<'join'> = {
  stages: EVERY,
  who: 'clock',
  apply: (state, { cases }) => {
    if (state.into !== undefined) return refuse({ code: 'mergedInto', into: state.into });
    if (state.stage === 'withdrawn') return refuse({ code: 'wrongStage', stage: state.stage });
    const known = new Set([state.number, ...(state.joined ?? []).map(({ number }) => number)]);
    const added = cases.filter(({ number }) => !known.has(number));
    return added.length === 0 ? events() : events({ type: 'joined', cases: added });
  },
};

/** What it was merged into is taken back: it goes on by itself. */
export const unmerge: Rule<'unmerge'> = {
  stages: ['merged'],
  who: 'clock',
  apply: (state, _command, facts: Facts) =>
    events(
      { type: 'unmerged' },
      // While it was part of another case nothing could be supplied to it.
      ...owedAgain(state, facts),
      {
        type: 'moved',
        to: 'verifying',
        owner: supervisorOf(state, facts),
        clock: startClock('verify', state, facts),
      },
    ),
};

const cannotMerge = (state: Case, into: CommandOf<'merge'>['into']): Refusal | undefined => {
  const because = (() => {
    if (into.number === state.number) return 'itself';
    if (into.openedAt > state.openedAt || (into.openedAt === state.openedAt && into.number > state.number))
      return 'later';
    // Of a complaint about a unit that unit may learn nothing; another case may be with it.
    if (state.about !== into.about) return 'accused';
    if ((into.joined ?? 0) >= MOST_JOINED) return 'full';
    return into.stage === 'withdrawn' || into.stage === 'declined' ? 'ended' : undefined;
  })();
  return because === undefined ? undefined : { code: 'cannotMerge', because };
};
