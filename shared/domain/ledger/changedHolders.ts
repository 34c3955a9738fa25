import type { Holder } from './buildLedger.ts';
import type { Cause } from './Cause.ts';

/** Who answers no longer, who does now, and why. Persons, sorted. */
export interface Change {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly because: Cause;
}

/** What is different between those who answered and those who answer; undefined when nothing is. */
export const changedHolders = (before: readonly Holder[], after: readonly Holder[]): Change | undefined => {
  const from = without(before, after);
  const to = without(after, before);
  if (from.length === 0 && to.length === 0) return undefined;
  return { from, to, because: causeOf(before, after) };
};

const without = (some: readonly Holder[], others: readonly Holder[]): readonly string[] => {
  const there = new Set(others.map(({ person }) => person));
  return [...new Set(some.map(({ person }) => person))].filter((person) => !there.has(person)).sort();
};

/** Where the ledger names the same people, only who stands in for them is another. */
const causeOf = (before: readonly Holder[], after: readonly Holder[]): Cause => {
  if (named(before) !== named(after)) return 'ledger';
  const acted = new Set(before.map(({ person }) => person));
  const begins = after.some(({ person, actingFor }) => actingFor !== undefined && !acted.has(person));
  return begins ? 'leave' : 'return';
};

const named = (holders: readonly Holder[]): string =>
  [...new Set(holders.map(({ person, actingFor }) => actingFor ?? person))].sort().join(' ');
