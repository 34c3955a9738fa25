import type { Calendar } from '../../calendar/Calendar.ts';
import type { Ladder } from '../../city/City.ts';
import { policyOf } from '../../city/policyOf.ts';
import type { Instant } from '../../time/Instant.ts';
import { type Clock, type ClockStep, lapses } from '../Clock.ts';
import { ladderFrom } from './dueOf.ts';
import { readDuration } from './readDuration.ts';
import type { Time } from './Time.ts';
import { workCalendar } from './workCalendar.ts';

/** What comes after a step, counted from the limit rather than from when it was noticed. */
export const stepAfter = (clock: Clock, step: ClockStep, { rules, ledger }: Time): Clock['next'] => {
  const calendar = workCalendar(rules, ledger);
  const { ladder } = policyOf(rules.city);
  const after = (next: Rung): Clock['next'] => ({
    step: next,
    at: rungAt(clock, next, { calendar, ladder }),
  });
  switch (step) {
    case 'remind':
      return { step: lapses(clock) ? 'lapse' : 'urge', at: clock.due };
    case 'urge':
      return after('yellow');
    case 'yellow':
      return after('red');
    case 'red':
      return after('list');
    case 'list':
    case 'lapse':
      return undefined;
  }
};

export type Rung = 'yellow' | 'red' | 'list';

export const isRung = (step: ClockStep): step is Rung =>
  step === 'yellow' || step === 'red' || step === 'list';

/** When a clock that is late goes up to a rung. */
export const rungAt = (
  clock: Clock,
  rung: Rung,
  { calendar, ladder }: { readonly calendar: Calendar; readonly ladder: Ladder },
): Instant => calendar.deadline(ladderFrom(clock, calendar).at, readDuration(ladder[rung])).at;
