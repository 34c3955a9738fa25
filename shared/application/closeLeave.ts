import { endLeave } from '../domain/ledger/endLeave.ts';
import type { Leave } from '../domain/ledger/Staffing.ts';
import { dateText, dayOf } from '../domain/time/Instant.ts';
import { changeStaffing, type StaffingWorld } from './changeStaffing.ts';
import type { LeaveOutcome } from './fileLeave.ts';

/** 销假: whoever is back answers again from today on. `by`: who asked for it, a person or `admin`. */
export const closeLeave =
  (world: StaffingWorld) =>
  async (person: string, by: string): Promise<LeaveOutcome> => {
    let ended: Leave | undefined;
    const outcome = await changeStaffing(world)((staffing) => {
      const ending = endLeave(person, { staffing, today: dateText(dayOf(world.now())) });
      if (ending.kind === 'refused') return ending;
      ended = ending.leave;
      const words = `${ended.from}/${ended.to ?? ''}`;
      return { kind: 'changed', after: ending.after, line: { kind: 'return', person, by, words } };
    });
    if (outcome.kind === 'refused') return outcome;
    if (!ended) throw new Error('A leave was ended that nobody decided on');
    return { kind: 'done', leave: ended, standIns: [] };
  };
