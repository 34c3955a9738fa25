import type { Leave } from '../domain/ledger/Staffing.ts';
import type { StaffingRefusal } from '../domain/ledger/StaffingRefusal.ts';
import { type LeaveChange, takeLeave } from '../domain/ledger/takeLeave.ts';
import { dateText, dayOf, type Instant } from '../domain/time/Instant.ts';
import { changeStaffing, type StaffingWorld } from './changeStaffing.ts';

/** The days on which somebody is away now, and who stands in; persons. */
export type LeaveOutcome =
  | { readonly kind: 'done'; readonly leave: Leave; readonly standIns: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: StaffingRefusal };

/**
 * 请假: from the first of these days on, whoever stands in answers. `by`: who asked for it, a person or `admin`; `saidAt`: when,
 * absent now. Asked again for the same message, also past midnight, it finds it done.
 */
export const fileLeave =
  (world: StaffingWorld) =>
  async (wanted: Leave, by: string, saidAt?: Instant): Promise<LeaveOutcome> => {
    let decided: LeaveChange | undefined;
    const outcome = await changeStaffing(world)((staffing, city) => {
      const today = dateText(dayOf(saidAt ?? world.now()));
      decided = takeLeave(wanted, { staffing, rows: city.city.ledger, today });
      if (decided.kind !== 'changed') return decided;
      const { from, to = '' } = decided.leave;
      const line = { kind: 'leave', person: wanted.person, by, words: `${from}/${to}` } as const;
      return { kind: 'changed', after: decided.after, line };
    });
    if (outcome.kind === 'refused') return outcome;
    if (!decided || decided.kind === 'refused') throw new Error('A leave was filed that nobody decided on');
    return {
      kind: 'done',
      leave: decided.kind === 'changed' ? decided.leave : wanted,
      standIns: decided.standIns,
    };
  };
