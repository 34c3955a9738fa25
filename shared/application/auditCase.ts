import type { Case } from '../domain/case/Case.ts';
import type { Entry } from '../domain/case/CaseEvent.ts';
import { firstBreak } from '../domain/case/chain.ts';
import { foldSafely } from './foldSafely.ts';
import type { CaseStore } from './ports.ts';

/** A field of the snapshot that is not what the history says. `folded`, `stored`: absent where it has none. */
export interface Difference {
  /** `clock.due`, `tasks[0].status`. */
  readonly field: string;
  readonly folded?: unknown;
  readonly stored?: unknown;
}

/** What is kept of a case, and whether it holds together. */
export interface Audit {
  readonly number: string;
  readonly history: readonly Entry[];
  /** The seq of the first entry that was altered, or is not there. */
  readonly brokenAt?: number;
  /** Why the history cannot be folded. */
  readonly unfoldable?: string;
  readonly noSnapshot: boolean;
  readonly differences: readonly Difference[];
}

export const isSound = ({ brokenAt, unfoldable, noSnapshot, differences }: Audit): boolean =>
  brokenAt === undefined && unfoldable === undefined && !noSnapshot && differences.length === 0;

/** Times a case that is being written to is read again before its two halves count as different. */
const TRIES = 4;

/** Reads a case and checks it: its chain, and its fold against the stored snapshot. Undefined when there is none of that number. */
export const auditCase =
  (cases: Pick<CaseStore, 'load' | 'history'>) =>
  async (number: string): Promise<Audit | undefined> => {
    for (let attempt = 1; ; attempt++) {
      const history = await cases.history(number);
      const stored = await cases.load(number);
      if (history.length === 0 && !stored) return undefined;
      // It may have gone on between the two reads.
      if (stored?.version === history.length || attempt === TRIES) return audited(number, history, stored);
    }
  };

const audited = (number: string, history: readonly Entry[], stored: Case | undefined): Audit => {
  const missing = stored && stored.version > history.length ? history.length + 1 : undefined;
  const brokenAt = firstBreak(history) ?? missing;
  const { state, unfoldable } = foldSafely(history);
  return {
    number,
    history,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(unfoldable === undefined ? {} : { unfoldable }),
    noSnapshot: stored === undefined,
    differences: state && stored ? differencesOf(state, stored) : [],
  };
};

const differencesOf = (folded: unknown, stored: unknown, field = ''): readonly Difference[] => {
  if (isRecord(folded) && isRecord(stored)) {
    const keys = [...new Set([...Object.keys(folded), ...Object.keys(stored)])].sort();
    return keys.flatMap((key) => differencesOf(folded[key], stored[key], nameOf(field, key, folded)));
  }
  if (Object.is(folded, stored) || (folded === undefined && stored === undefined)) return [];
  return [
    { field, ...(folded === undefined ? {} : { folded }), ...(stored === undefined ? {} : { stored }) },
  ];
};

/** Lists count as records of their places. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const nameOf = (field: string, key: string, of: object): string => {
  if (Array.isArray(of)) return `${field}[${key}]`;
  return field === '' ? key : `${field}.${key}`;
};
