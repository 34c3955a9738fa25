import type { LedgerRow } from '../city/City.ts';
import { type DateText, dayNumber } from '../time/Instant.ts';
import { isDate } from '../time/isDate.ts';
import { laterDate } from '../time/laterDate.ts';
import { knowStandIns } from './knowStandIns.ts';
import { rowsByPerson } from './rowsByPerson.ts';
import type { Leave, Staffing } from './Staffing.ts';
import type { StaffingRefusal } from './StaffingRefusal.ts';
import { standInChain } from './standInChain.ts';
import { touches } from './touches.ts';

export interface LeaveWorld {
  readonly staffing: Staffing;
  readonly rows: readonly LedgerRow[];
  readonly today: DateText;
}

/** What becomes of the leaves, and who stands in meanwhile. */
export type LeaveChange =
  | {
      readonly kind: 'changed';
      readonly after: Staffing;
      readonly leave: Leave;
      readonly standIns: readonly string[];
    }
  /** They are away on all of these days already. */
  | { readonly kind: 'unchanged'; readonly standIns: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: StaffingRefusal };

/** 请假. Days that touch or overlap those of another leave of the same person become one. */
export const takeLeave = (wanted: Leave, { staffing, rows, today }: LeaveWorld): LeaveChange => {
  const { person, from, to } = wanted;
  const wrong = [from, to].find((date) => date !== undefined && !isDate(date));
  if (wrong !== undefined) return refuse({ code: 'noSuchDay', date: wrong });
  if (to !== undefined && to < from) return refuse({ code: 'datesReversed' });
  if (from < today) return refuse({ code: 'datesPast' });
  if (!rowsByPerson(rows).has(person)) return refuse({ code: 'unknownPerson', person });

  const touching = staffing.leaves.filter((leave) => leave.person === person && touches(leave, wanted));
  const leave = touching.reduce(joined, wanted);
  const others = staffing.leaves.filter((one) => !touching.includes(one) && !isLongOver(one, today));
  const leaves = [...others, leave].toSorted(inOrder);
  const { people, missing } = knowStandIns(person, wanted, { rows, leaves });
  if (missing) return refuse({ code: 'nobodyStandsIn', person });
  const [same] = touching;
  if (touching.length === 1 && same && same.from === leave.from && same.to === leave.to)
    return { kind: 'unchanged', standIns: people };
  const left = strandedBy(wanted, { rows, before: staffing.leaves, after: leaves });
  if (left !== undefined) return refuse({ code: 'nobodyStandsIn', person: left });
  // Whoever is away anew can come back anew on the same day.
  const { [person]: _back, ...returns } = staffing.returns ?? {};
  const after = { ...staffing, leaves, ...(staffing.returns ? { returns } : {}) };
  return { kind: 'changed', after, leave, standIns: people };
};

/** Somebody else who is away on these days and would have nobody any more. */
const strandedBy = (
  wanted: Leave,
  given: {
    readonly rows: readonly LedgerRow[];
    readonly before: readonly Leave[];
    readonly after: readonly Leave[];
  },
): string | undefined => {
  const { rows, before, after } = given;
  const byPerson = rowsByPerson(rows);
  return before.find((leave) => {
    if (leave.person === wanted.person || !touches(leave, wanted)) return false;
    const from = laterDate(leave.from, wanted.from);
    const to = earlier(leave.to, wanted.to);
    if (to !== undefined && to < from) return false;
    const both = { person: leave.person, from, ...(to === undefined ? {} : { to }) };
    // To the others it is all the same whether the person is there.
    if (!standInChain(both, { byPerson, leaves: after }).has(wanted.person)) return false;
    const isMissing = (leaves: readonly Leave[]) =>
      knowStandIns(leave.person, both, { rows, leaves }).missing;
    return isMissing(after) && !isMissing(before);
  })?.person;
};

const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

const joined = (a: Leave, b: Leave): Leave => {
  const from = laterDate(a.from, b.from) === a.from ? b.from : a.from;
  if (a.to === undefined || b.to === undefined) return { person: a.person, from };
  return { person: a.person, from, to: laterDate(a.to, b.to) };
};

/** Who had it back then is asked for a while. */
const KEPT_DAYS = 60;
const isLongOver = ({ to }: Leave, today: DateText): boolean =>
  to !== undefined && dayNumber(to) < dayNumber(today) - KEPT_DAYS;

const inOrder = (a: Leave, b: Leave): number =>
  a.from === b.from ? (a.person < b.person ? -1 : 1) : a.from < b.from ? -1 : 1;

const refuse = (refusal: StaffingRefusal): LeaveChange => ({ kind: 'refused', refusal });
