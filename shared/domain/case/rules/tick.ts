import { type Case, type Clock, type ClockStep, OPEN } from '../Case.ts';
import type { CaseEvent } from '../CaseEvent.ts';
import { events, type Facts, type Rule } from '../Rule.ts';

/**
 * Time passes: every step that fell due happens once and in order, also after an outage.
 * Before the limit a reminder, at the limit overdue, then an urging (催办) each working day; an unrated case is filed at its limit.
 * A tick too early or too many does nothing.
 */
export const tick: Rule<'tick'> = {
  stages: OPEN,
  who: 'clock',
  apply: (state, _command, facts) => {
    const happened: CaseEvent[] = [];
    let clock = state.clock;
    while (clock && clock.next.at <= facts.now) {
      const rang: Extract<CaseEvent, { type: 'rang' }> = ring(clock, facts);
      happened.push(rang);
      if (!rang.next) return events(...happened, ...lapse(state));
      clock = { ...clock, next: rang.next, urged: rang.step === 'urge' ? rang.count : (clock.urged ?? 0) };
    }
    return events(...happened);
  },
};

const ring = (clock: Clock, facts: Facts): Extract<CaseEvent, { type: 'rang' }> => {
  const step = clock.next.step;
  const next = following(clock, step, facts);
  const count = step === 'urge' ? (clock.urged ?? 0) + 1 : 1;
  return { type: 'rang', step, count, ...(next ? { next } : {}) };
};

const following = (clock: Clock, step: ClockStep, facts: Facts): Clock['next'] | undefined => {
  switch (step) {
    case 'remind':
      return { step: clock.limit === 'rate' ? 'lapse' : 'overdue', at: clock.due };
    case 'overdue':
      return { step: 'urge', at: facts.rules.calendar.nextOpening(clock.due) };
    case 'urge':
      // After an outage one urging stands for all that were missed.
      return { step: 'urge', at: facts.rules.calendar.nextOpening(facts.now) };
    case 'lapse':
      return undefined;
  }
};

/** No answer is never satisfaction: filed as unrated. */
const lapse = (state: Case): readonly CaseEvent[] => [
  { type: 'filed', rated: false },
  { type: 'moved', to: 'closed', owner: `resident@${state.reporter}` },
];
