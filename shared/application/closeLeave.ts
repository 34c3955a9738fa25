import { endLeave } from '../domain/ledger/endLeave.ts';
import type { Leave } from '../domain/ledger/Staffing.ts';
import { type DateText, dateText, dayOf, type Instant } from '../domain/time/Instant.ts';
import { changeStaffing, type StaffingWorld } from './changeStaffing.ts';
import type { LeaveOutcome } from './fileLeave.ts';

interface Back {
  readonly person: string;
  /** Who asked for it, a person or `admin`. */
  readonly by: string;
  /** When it was said; absent: now. */
  readonly saidAt?: Instant | undefined;
  /** The first day of the leave that is meant; absent: the one that is running, else the next. */
  readonly from?: DateText | undefined;
}

/** 销假: whoever is back answers again from today on. Asked again for the same message, it finds it done. */
export const closeLeave =
  (world: StaffingWorld) =>
  async ({ person, by, saidAt, from }: Back): Promise<LeaveOutcome> => {
    let ended: Leave | undefined;
    const outcome = await changeStaffing(world)((staffing) => {
      const today = dateText(dayOf(world.now()));
      const said = saidAt === undefined ? today : dateText(dayOf(saidAt));
      const ending = endLeave(person, { staffing, today, said, from });
      if (ending.kind === 'refused') return ending;
      ended = ending.leave;
      if (ending.kind === 'unchanged') return { kind: 'unchanged' };
      const words = `${ended.from}/${ended.to ?? ''}`;
      return { kind: 'changed', after: ending.after, line: { kind: 'return', person, by, words } };
    });
    if (outcome.kind === 'refused') return outcome;
    if (!ended) throw new Error('A leave was ended that nobody decided on');
    return { kind: 'done', leave: ended, standIns: [] };
  };
