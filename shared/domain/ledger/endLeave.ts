import { type DateText, dateText, dayNumber } from '../time/Instant.ts';
import { isHeld } from './isHeld.ts';
import type { Leave, Staffing } from './Staffing.ts';
import type { StaffingRefusal } from './StaffingRefusal.ts';

type Ending =
  | { readonly kind: 'changed'; readonly after: Staffing; readonly leave: Leave }
  | { readonly kind: 'refused'; readonly refusal: StaffingRefusal };

/**
 * 销假: who is back answers from today on. Yesterday was the last day of the leave; of one that has not begun nothing is left, the
 * next one first.
 */
export const endLeave = (
  person: string,
  { staffing, today }: { readonly staffing: Staffing; readonly today: DateText },
): Ending => {
  const own = staffing.leaves.filter((leave) => leave.person === person);
  const leave =
    own.find((one) => isHeld(one, today)) ??
    own.filter(({ from }) => from > today).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (!leave) return { kind: 'refused', refusal: { code: 'notAway', person } };
  const others = staffing.leaves.filter((one) => one !== leave);
  const over = leave.from < today ? [{ ...leave, to: dateText(dayNumber(today) - 1) }] : [];
  return { kind: 'changed', after: { ...staffing, leaves: [...others, ...over] }, leave };
};
