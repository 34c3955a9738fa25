import { policyOf } from '../../city/policyOf.ts';
import { type Case, OPEN, type Task } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import type { Clock, ClockName } from '../Clock.ts';
import { clocksOf, type NamedClock } from '../clocks/clocksOf.ts';
import { recomputeClock } from '../clocks/moveClock.ts';
import { readDuration } from '../clocks/readDuration.ts';
import { stepAfter } from '../clocks/stepAfter.ts';
import { workCalendar } from '../clocks/workCalendar.ts';
import { happenIn } from '../evolve.ts';
import { events, type Facts, type Rule } from '../Rule.ts';
import { requestLapsed } from './approving.ts';
import { endWith } from './ending.ts';
import { resumed } from './pausing.ts';
import { visitLapsed } from './rating.ts';

/** More steps than all clocks of a case have: a case that would ring for ever is a fault. */
const MOST_STEPS = 500;

/**
 * Time passes: every step of every clock that fell due happens once and in order, also after an outage. Deadlines that waited for a
 * year's working days are worked out first. A tick too early or too many does nothing.
 */
export const tick: Rule<'tick'> = {
  stages: OPEN,
  who: 'clock',
  apply: (state, _command, facts) => {
    const occasion = { at: facts.now, person: facts.by.person };
    const happened: CaseEvent[] = [...recomputed(state, facts)];
    let now = happenIn(state, happened, occasion);
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const first = firstDue(now, facts);
      if (!first) return events(...happened);
      const next = ring(now, first, facts);
      happened.push(...next);
      now = happenIn(now, next, occasion);
    }
    throw new Error(`Case ${state.number} rang ${MOST_STEPS} times in one tick`);
  },
};

const recomputed = (state: Case, facts: Facts): readonly CaseEvent[] =>
  clocksOf(state).flatMap(({ name, clock }): readonly CaseEvent[] => {
    const anew = clock.provisional ? recomputeClock(clock, facts) : clock;
    return anew === clock ? [] : [{ type: 'recomputed', name, clock: anew }];
  });

/** Of those whose step is due the one that was due first. */
const firstDue = (state: Case, { now }: Facts): NamedClock | undefined =>
  clocksOf(state)
    .filter(({ clock }) => clock.next && clock.next.at <= now)
    .toSorted((a, b) => (a.clock.next?.at ?? 0) - (b.clock.next?.at ?? 0))[0];

const ring = (state: Case, { name, clock }: NamedClock, facts: Facts): readonly CaseEvent[] => {
  const step = clock.next?.step;
  if (!step) return [];
  const next = stepAfter(clock, step, facts);
  const rang: CaseEvent = { type: 'rang', name, step, ...(next ? { next } : {}) };
  if (step === 'list') return [rang, ...listed(state, name, facts)];
  return step === 'lapse' ? [rang, ...lapsed(state, { name, clock }, facts)] : [rang];
};

/** 挂牌督办: the unit that is late, and the day it now has publicly. What is late elsewhere is the superior's matter alone. */
const listed = (state: Case, name: ClockName, { now, rules, ledger }: Facts): readonly CaseEvent[] => {
  const unit = name === 'stage' ? leadOf(state)?.unit : name.slice('task:'.length);
  if (unit === undefined || state.listed || !ofUnits(state, name)) return [];
  const { listedFor } = policyOf(rules.city).ladder;
  const due = workCalendar(rules, ledger).deadline(now, readDuration(listedFor)).at;
  return [{ type: 'listed', listing: { unit, at: now, due } }];
};

const ofUnits = (state: Case, name: ClockName): boolean =>
  name.startsWith('task:') || (name === 'stage' && state.owner.startsWith('unit@'));

const leadOf = (state: Case): Task | undefined => state.tasks.find(({ share }) => share === 'lead');

/** What happens by itself when time is over. It happened then, however late it is noticed. */
const lapsed = (
  state: Case,
  { name, clock }: Pick<NamedClock, 'name' | 'clock'>,
  facts: Facts,
): readonly CaseEvent[] => {
  switch (clock.limit) {
    case 'rate':
      // No answer is never satisfaction: what nobody rated is filed as unrated.
      return endWith(state, state.rating !== undefined);
    case 'material':
    case 'consult':
    case 'review':
      return resumed(state, 'lapsed', at(clock, facts));
    case 'approve':
      return state.request ? [requestLapsed(state.request)] : [];
    case 'visit':
      return visitLapsed(state, facts);
    case 'owe':
      return notSupplied(state, name);
    default:
      throw new Error(`The clock of ${clock.limit} does not lapse`);
  }
};

const at = ({ due }: Clock, facts: Facts): Facts => ({ ...facts, now: due });

/** 容缺受理: what was promised did not come. Nobody refused it: the reason is the name of what is missing. */
const notSupplied = (state: Case, name: ClockName): readonly CaseEvent[] => {
  const missing = state.owed?.find(({ code }) => name === `owed:${code}`)?.name ?? '';
  return [
    { type: 'declined', reason: missing },
    { type: 'moved', to: 'declined', owner: `resident@${state.reporter}` },
  ];
};
