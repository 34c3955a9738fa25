import type { Calendar, Deadline } from '../../calendar/Calendar.ts';
import type { Clock } from '../Clock.ts';
import { readDuration } from './readDuration.ts';

type Moved = Pick<Clock, 'since' | 'lasts' | 'moves'>;

/** When the limit ends, worked out from its beginning: what it lasts, and all that moved it. What is over does not move any more. */
export const dueOf = (clock: Moved, calendar: Calendar): Deadline => fold(clock, calendar, 'due');

/** From when the steps above the limit are counted: the limit, and later by what the clock stood still after it. */
export const ladderFrom = (clock: Moved, calendar: Calendar): Deadline => fold(clock, calendar, 'ladder');

const fold = ({ since, lasts, moves = [] }: Moved, calendar: Calendar, of: 'due' | 'ladder'): Deadline => {
  const duration = readDuration(lasts);
  return moves.reduce(
    (due, move) => {
      if (of === 'due' && move.kind === 'stood' && move.from >= due.at) return due;
      const next =
        move.kind === 'stood'
          ? calendar.stretched(due.at, duration, move.from, move.to)
          : calendar.deadline(due.at, readDuration(move.by));
      return { at: next.at, provisional: due.provisional || next.provisional };
    },
    calendar.deadline(since, duration),
  );
};
