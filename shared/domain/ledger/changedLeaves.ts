import type { DateText } from '../time/Instant.ts';
import type { Leave, Staffing } from './Staffing.ts';
import { touches } from './touches.ts';

/** A leave that is new or has other days, or one that was ended or taken back. */
export interface LeaveNews {
  readonly kind: 'filed' | 'ended';
  readonly leave: Leave;
}

/** What those who stand in must hear of a change of the staffing. Days that are over concern nobody any more. */
export const changedLeaves = (before: Staffing, after: Staffing, today: DateText): readonly LeaveNews[] => {
  const filed = missing(after, before).filter(({ to }) => to === undefined || to >= today);
  const gone = missing(before, after)
    .filter(({ to }) => to === undefined || to >= today)
    // One that only got other days is told as what it is now.
    .filter((leave) => !filed.some((one) => one.person === leave.person && touches(one, leave)));
  return [
    ...gone.map((leave): LeaveNews => ({ kind: 'ended', leave })),
    ...filed.map((leave): LeaveNews => ({ kind: 'filed', leave })),
  ];
};

const missing = ({ leaves }: Staffing, others: Staffing): readonly Leave[] =>
  leaves.filter(
    ({ person, from, to }) =>
      !others.leaves.some((one) => one.person === person && one.from === from && one.to === to),
  );
