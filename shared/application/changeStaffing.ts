import type { Knowledge } from '../domain/city/Knowledge.ts';
import type { Staffing } from '../domain/ledger/Staffing.ts';
import type { StaffingRefusal } from '../domain/ledger/StaffingRefusal.ts';
import type { Cities, SpentCode, StaffingLine, StaffingStore } from './cityPorts.ts';
import type { Now } from './ports.ts';

export interface StaffingWorld {
  readonly staffing: StaffingStore;
  readonly cities: Cities & { readonly refresh: () => void };
  readonly now: Now;
  readonly pause: (ms: number) => Promise<void>;
}

/** Decides on the staffing as it is: the new one with its line, nothing to do, or why not. Asked anew when another was faster. */
export type StaffingChange<R = StaffingRefusal> = (
  before: Staffing,
  city: Knowledge,
) => Change<R> | Promise<Change<R>>;

type Change<R> =
  | {
      readonly kind: 'changed';
      readonly after: Staffing;
      readonly line: Omit<StaffingLine, 'at'>;
      readonly spends?: SpentCode;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: R };

export type StaffingOutcome<R = StaffingRefusal> =
  | { readonly kind: 'done'; readonly changed: boolean; readonly staffing: Staffing }
  | { readonly kind: 'refused'; readonly refusal: R };

const TRIES = 8;

/**
 * Load, decide, write; again when somebody else was faster. What changed is in force at once where it was changed, and within a
 * minute everywhere. Throws only on faults.
 */
export const changeStaffing =
  (world: StaffingWorld) =>
  async <R = StaffingRefusal>(change: StaffingChange<R>): Promise<StaffingOutcome<R>> => {
    const city = await world.cities.current();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const { staffing: before, name } = await world.staffing.load();
      const wanted = await change(before, city);
      if (wanted.kind === 'refused') return wanted;
      if (wanted.kind === 'unchanged') return { kind: 'done', changed: false, staffing: before };
      const line = { ...wanted.line, at: world.now() };
      if ((await world.staffing.save(name, wanted.after, line, wanted.spends)) === 'set') {
        world.cities.refresh();
        return { kind: 'done', changed: true, staffing: wanted.after };
      }
      await world.pause(10 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
    throw new Error(`${TRIES} changes of the staffing in a row were overtaken`);
  };
