import type { LedgerRow } from '../city/City.ts';
import { dateText, dayNumber } from '../time/Instant.ts';
import { isHeld } from './isHeld.ts';
import { rowsByPerson } from './rowsByPerson.ts';
import type { Leave } from './Staffing.ts';
import { standInChain } from './standInChain.ts';
import { buildStandIns } from './standIns.ts';

/** Who would answer in somebody's posts during a leave. */
export interface StandIns {
  /** In the order in which they begin to. */
  readonly people: readonly string[];
  /** On some day one of the posts would have nobody but the person who is away. */
  readonly missing: boolean;
}

/** Looks at every day on which something can be otherwise than the day before, for any of those on whom it depends. `leaves`: all that count, the new one among them. */
export const knowStandIns = (
  person: string,
  leave: Leave,
  { rows, leaves }: { readonly rows: readonly LedgerRow[]; readonly leaves: readonly Leave[] },
): StandIns => {
  const byPerson = rowsByPerson(rows);
  const { standInFor } = buildStandIns(byPerson, leaves);
  const chain = standInChain({ ...leave, person }, { byPerson, leaves });
  const terms = [
    ...[...chain].flatMap((one) => byPerson.get(one) ?? []),
    ...leaves.filter((one) => chain.has(one.person)),
  ];
  const people = new Set<string>();
  let missing = false;
  for (const date of turningDays(leave, terms))
    for (const row of byPerson.get(person) ?? []) {
      if (!isHeld(row, date)) continue;
      const standIn = standInFor(row, date);
      if (standIn === person) missing = true;
      else people.add(standIn);
    }
  return { people: [...people], missing };
};

/** The first day, and every later one on which a term or a leave begins or is over. */
const turningDays = (
  { from, to = '9999-12-31' }: Leave,
  terms: readonly Pick<Leave, 'from' | 'to'>[],
): readonly string[] => {
  const days = new Set([from]);
  for (const term of terms) {
    days.add(term.from);
    if (term.to !== undefined) days.add(dateText(dayNumber(term.to) + 1));
  }
  return [...days].filter((day) => from <= day && day <= to).sort();
};
