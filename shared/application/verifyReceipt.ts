import type { Case } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import { seal } from '../domain/case/chain.ts';
import { isReceiptOf, readReceipt } from '../domain/case/receiptOf.ts';
import { type Audit, auditCase } from './auditCase.ts';
import { foldSafely } from './foldSafely.ts';
import type { CaseStore } from './ports.ts';

/** What a receipt proves. */
export interface Verified {
  readonly audit: Audit;
  /** The entry that the receipt was given for. */
  readonly entry: Entry;
  /** It is what it was when the receipt was given. */
  readonly unaltered: boolean;
  /** Entries up to the first that was altered or is not there; none where they make no sense. */
  readonly whole: readonly Entry[];
  /** The case as these entries have it. */
  readonly state?: Case;
}

/** The case that a receipt belongs to. Undefined for a number that is not known and for a receipt that is not of it, alike. */
export const verifyReceipt =
  (cases: Pick<CaseStore, 'load' | 'history'>) =>
  async (number: string, receipt: string): Promise<Verified | undefined> => {
    const read = readReceipt(receipt);
    if (!read) return undefined;
    const audit = await auditCase(cases)(number);
    const entry = audit?.history.find((one) => isReceiptOf(read, one));
    if (!audit || !entry) return undefined;
    const { history, brokenAt = Number.POSITIVE_INFINITY } = audit;
    const whole = history.slice(0, brokenAt - 1);
    const { state } = foldSafely(whole);
    const unaltered = isSealed(entry, history);
    return { audit, entry, unaltered, ...(state ? { whole, state } : { whole: [] }) };
  };

/** By its own content and the hash of the entry before it. */
const isSealed = (entry: Entry, history: readonly Entry[]): boolean => {
  const { hash, ...content } = entry;
  const before = entry.seq === 1 ? '' : history.find(({ seq }) => seq === entry.seq - 1)?.hash;
  return before !== undefined && seal(content, before).hash === hash;
};
