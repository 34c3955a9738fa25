import { type DateText, dateText, dayNumber } from '../time/Instant.ts';
import { isHeld } from './isHeld.ts';
import type { Leave, Return, Staffing } from './Staffing.ts';
import type { StaffingRefusal } from './StaffingRefusal.ts';

type Ending =
  | { readonly kind: 'changed'; readonly after: Staffing; readonly leave: Leave }
  /** It is over already. */
  | { readonly kind: 'unchanged'; readonly leave: Leave }
  | { readonly kind: 'refused'; readonly refusal: StaffingRefusal };

interface Wish {
  readonly staffing: Staffing;
  readonly today: DateText;
  /** The day on which it was said: a message that comes again may do so on the next. */
  readonly said: DateText;
  /** The first day of the leave that is meant; absent: the one that is running, else the next. */
  readonly from?: DateText | undefined;
}

/**
 * 销假: who is back answers from today on. Yesterday was the last day of the leave; of one that has not begun nothing is left, the
 * next one first. Said again on the same day it ends no other one, and has the same answer.
 */
export const endLeave = (person: string, { staffing, today, said, from }: Wish): Ending => {
  const own = staffing.leaves.filter(
    (leave) => leave.person === person && (from === undefined || leave.from === from),
  );
  const last = staffing.returns?.[person];
  const ended = last && (from === undefined ? last.on === said : last.from === from) ? last : undefined;
  const running = own.find((one) => isHeld(one, today));
  if (!running && ended) return { kind: 'unchanged', leave: daysOf(person, ended) };
  const leave =
    running ?? own.filter((one) => one.from > today).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (!leave) {
    const over = from === undefined ? undefined : own[0];
    return over
      ? { kind: 'unchanged', leave: over }
      : { kind: 'refused', refusal: { code: 'notAway', person } };
  }
  const others = staffing.leaves.filter((one) => one !== leave);
  const over = leave.from < today ? [{ ...leave, to: dateText(dayNumber(today) - 1) }] : [];
  const { person: _person, ...days } = leave;
  const returns = { ...recent(staffing.returns, today), [person]: { on: said, ...days } };
  return { kind: 'changed', after: { ...staffing, leaves: [...others, ...over], returns }, leave };
};

const daysOf = (person: string, { from, to }: Return): Leave => ({
  person,
  from,
  ...(to === undefined ? {} : { to }),
});

/** As long as a message can lie in a queue, and be given back to it. */
const KEPT_DAYS = 14;
const recent = (returns: Staffing['returns'], today: DateText): Staffing['returns'] =>
  Object.fromEntries(
    Object.entries(returns ?? {}).filter(([, { on }]) => dayNumber(on) >= dayNumber(today) - KEPT_DAYS),
  );
