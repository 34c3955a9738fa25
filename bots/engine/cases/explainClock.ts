import type { Calendar } from '../../../shared/domain/calendar/Calendar.ts';
import { explainDeadline } from '../../../shared/domain/calendar/explainDeadline.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';

/** Why a clock ends when it does, with all that moved it: `workCalendar` has the days it is explained by. */
export const explainClock = (
  { lasts, since, due, provisional, overdue, moves = [] }: Clock,
  calendar: Pick<Calendar, 'exceptions'>,
): string => {
  const stood = moves.flatMap((move) => (move.kind === 'stood' ? [move] : []));
  const longer = moves.flatMap((move) => (move.kind === 'extended' ? [durationText(move.by)] : []));
  const explained = explainDeadline(
    { from: since, limit: lasts, due, stood, ...(provisional ? { provisional } : {}) },
    calendar,
  );
  const extended = longer.length === 0 ? '' : `（其中延期 ${longer.join('、')}）`;
  return `${explained}${extended}${overdue ? '，已超时' : ''}`;
};
